"""Sources: who may send events."""

from typing import Annotated, cast

from fastapi import Depends, Request, Response, status
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep, settings
from waymark.http.etag import IfMatch, etag
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.ingest import models
from waymark.ingest.sources import service
from waymark.ingest.sources.health import health_of
from waymark.ingest.sources.schemas import (
    NewSource,
    SecretRotation,
    Source,
    SourceUpdate,
    SourceWithSecret,
    present_source,
)
from waymark.kit.vault import Vault

router = api_router("sources")


async def get_vault(request: Request) -> Vault:
    """What secrets are sealed with."""
    return cast(Vault, request.app.state.vault)


A_NEW_ONE = SecretRotation()
"""Waymark makes the secret."""

VaultDep = Annotated[Vault, Depends(get_vault)]


@router.get("/workspaces/{workspace_id}/sources")
async def list_sources(
    workspace_id: Id, request: Request, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[Source]:
    """List sources.

    By name, each with how it is doing.
    """
    rows, after = await service.list_sources(session, caller, workspace_id, paging)
    health = await health_of(session, rows)
    base_url = settings(request).base_url
    items = [present_source(row, health[row.id], caller, base_url) for row in rows]
    return Page(items=items, next=after)


@router.post("/workspaces/{workspace_id}/sources", status_code=status.HTTP_201_CREATED)
async def create_source(
    workspace_id: Id,
    body: NewSource,
    request: Request,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
    vault: VaultDep,
) -> SourceWithSecret:
    """Create a source.

    The answer has the secret, which is never shown again.
    """
    row, secret = await service.create_source(
        session, vault, caller, workspace_id, body.model_dump()
    )
    response.headers["Location"] = f"/api/v1/sources/{row.id}"
    return await _with_secret(request, response, session, caller, row, secret)


@router.get("/sources/{source_id}")
async def get_source(
    source_id: Id, request: Request, response: Response, caller: CallerDep, session: SessionDep
) -> Source:
    """Show a source."""
    row = await service.get_source(session, caller, source_id)
    return await _present(request, response, session, caller, row)


@router.patch("/sources/{source_id}")
async def update_source(
    source_id: Id,
    body: SourceUpdate,
    expected: IfMatch,
    request: Request,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Source:
    """Change a source.

    What a paused source sends is kept, and processed once it is active again. A retired one takes
    nothing in.
    """
    row = await service.update_source(session, caller, source_id, expected, body.changes())
    return await _present(request, response, session, caller, row)


@router.delete(
    "/sources/{source_id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(409)
)
async def delete_source(
    source_id: Id, expected: IfMatch, caller: CallerDep, session: SessionDep
) -> None:
    """Delete a source that has never sent anything.

    One that has is retired instead, for its events are kept.
    """
    await service.delete_source(session, caller, source_id, expected)


@router.post("/sources/{source_id}/rotate-secret")
async def rotate_secret(
    source_id: Id,
    expected: IfMatch,
    request: Request,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
    vault: VaultDep,
    body: SecretRotation = A_NEW_ONE,
) -> SourceWithSecret:
    """Give a source a new secret.

    The answer has it, this once. The secret before stays good for 24 hours.
    """
    row, secret = await service.rotate_secret(
        session, vault, caller, source_id, expected, body.secret
    )
    return await _with_secret(request, response, session, caller, row, secret)


async def _present(
    request: Request, response: Response, session: AsyncSession, caller: Caller, row: models.Source
) -> Source:
    response.headers["ETag"] = etag(row.revision)
    health = await health_of(session, [row])
    return present_source(row, health[row.id], caller, settings(request).base_url)


async def _with_secret(
    request: Request,
    response: Response,
    session: AsyncSession,
    caller: Caller,
    row: models.Source,
    secret: str,
) -> SourceWithSecret:
    shown = await _present(request, response, session, caller, row)
    return SourceWithSecret(**shown.model_dump(), secret=secret)
