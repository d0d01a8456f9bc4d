"""Personas."""

from typing import Annotated

from fastapi import Query, Response, status

from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.etag import IfMatch, etag
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.http.usage import UsageDep
from waymark.personas import service
from waymark.personas.schemas import NewPersona, Persona, PersonaUpdate, present

router = api_router("personas")


@router.get("/workspaces/{workspace_id}/personas")
async def list_personas(
    workspace_id: Id,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    q: Annotated[
        str | None,
        Query(max_length=200, description="Only those with this in name, tagline or quote."),
    ] = None,
) -> Page[Persona]:
    """List personas, by name."""
    rows, after = await service.list_personas(session, caller, workspace_id, paging, search=q)
    return Page(items=[present(row, caller) for row in rows], next=after)


@router.post(
    "/workspaces/{workspace_id}/personas",
    status_code=status.HTTP_201_CREATED,
    responses=problems(409),
)
async def create_persona(
    workspace_id: Id,
    body: NewPersona,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Persona:
    """Add a persona.

    Only the name is needed; an incomplete persona is welcome.
    """
    row = await service.create_persona(session, caller, workspace_id, body.model_dump())
    response.headers["ETag"] = etag(row.revision)
    response.headers["Location"] = f"/api/v1/personas/{row.id}"
    return present(row, caller)


@router.get("/personas/{persona_id}")
async def get_persona(
    persona_id: Id, response: Response, caller: CallerDep, session: SessionDep
) -> Persona:
    """Show a persona."""
    row = await service.get_persona(session, caller, persona_id)
    response.headers["ETag"] = etag(row.revision)
    return present(row, caller)


@router.patch("/personas/{persona_id}")
async def update_persona(
    persona_id: Id,
    body: PersonaUpdate,
    expected: IfMatch,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Persona:
    """Change a persona.

    A list that is sent replaces the whole list.
    """
    row = await service.update_persona(session, caller, persona_id, expected, body.changes())
    response.headers["ETag"] = etag(row.revision)
    return present(row, caller)


@router.delete(
    "/personas/{persona_id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(409)
)
async def delete_persona(
    persona_id: Id, expected: IfMatch, usage: UsageDep, caller: CallerDep, session: SessionDep
) -> None:
    """Remove a persona.

    While a map tells its journey the answer is 409 `persona_in_use`, and `used_by` says which.
    """
    await service.delete_persona(session, caller, persona_id, expected, usage)
