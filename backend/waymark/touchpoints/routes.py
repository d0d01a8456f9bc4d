"""The catalogue of touchpoints."""

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
from waymark.touchpoints import service
from waymark.touchpoints.schemas import (
    NewTouchpoint,
    Touchpoint,
    TouchpointUpdate,
    present_touchpoint,
)

router = api_router("touchpoints")


@router.get("/workspaces/{workspace_id}/touchpoints")
async def list_touchpoints(
    workspace_id: Id,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    channel_id: Annotated[Id | None, Query(description="Only those on this channel.")] = None,
    q: Annotated[
        str | None, Query(max_length=200, description="Only those with this in name, key or text.")
    ] = None,
) -> Page[Touchpoint]:
    """List touchpoints.

    The workspace's catalogue, by name.
    """
    rows, after = await service.list_touchpoints(
        session, caller, workspace_id, paging, channel_id=channel_id, search=q
    )
    return Page(items=[present_touchpoint(row, caller) for row in rows], next=after)


@router.post(
    "/workspaces/{workspace_id}/touchpoints",
    status_code=status.HTTP_201_CREATED,
    responses=problems(409),
)
async def create_touchpoint(
    workspace_id: Id,
    body: NewTouchpoint,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Touchpoint:
    """Add a touchpoint to the catalogue."""
    row = await service.create_touchpoint(session, caller, workspace_id, body.model_dump())
    response.headers["ETag"] = etag(row.revision)
    response.headers["Location"] = f"/api/v1/touchpoints/{row.id}"
    return present_touchpoint(row, caller)


@router.get("/touchpoints/{touchpoint_id}")
async def get_touchpoint(
    touchpoint_id: Id, response: Response, caller: CallerDep, session: SessionDep
) -> Touchpoint:
    """Show a touchpoint."""
    row = await service.get_touchpoint(session, caller, touchpoint_id)
    response.headers["ETag"] = etag(row.revision)
    return present_touchpoint(row, caller)


@router.patch("/touchpoints/{touchpoint_id}", responses=problems(409))
async def update_touchpoint(
    touchpoint_id: Id,
    body: TouchpointUpdate,
    expected: IfMatch,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Touchpoint:
    """Change a touchpoint.

    With another `key`, events have to use that from then on; those received before stay.
    """
    row = await service.update_touchpoint(session, caller, touchpoint_id, expected, body.changes())
    response.headers["ETag"] = etag(row.revision)
    return present_touchpoint(row, caller)


@router.delete(
    "/touchpoints/{touchpoint_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(409),
)
async def delete_touchpoint(
    touchpoint_id: Id, expected: IfMatch, usage: UsageDep, caller: CallerDep, session: SessionDep
) -> None:
    """Remove a touchpoint from the catalogue.

    While it is placed on a map the answer is 409 `touchpoint_in_use`, and `used_by` says where.
    """
    await service.delete_touchpoint(session, caller, touchpoint_id, expected, usage)
