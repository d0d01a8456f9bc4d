"""The channels of a workspace."""

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
from waymark.touchpoints import channels
from waymark.touchpoints.presets import Group
from waymark.touchpoints.schemas import Channel, ChannelUpdate, NewChannel, present_channel

router = api_router("channels")


@router.get("/workspaces/{workspace_id}/channels")
async def list_channels(
    workspace_id: Id,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    group: Annotated[Group | None, Query(description="Only those of this group.")] = None,
) -> Page[Channel]:
    """List channels, by name."""
    rows, after = await channels.list_channels(session, caller, workspace_id, paging, group=group)
    return Page(items=[present_channel(row, caller) for row in rows], next=after)


@router.post(
    "/workspaces/{workspace_id}/channels",
    status_code=status.HTTP_201_CREATED,
    responses=problems(409),
)
async def create_channel(
    workspace_id: Id,
    body: NewChannel,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Channel:
    """Add a channel."""
    row = await channels.create_channel(session, caller, workspace_id, body.model_dump())
    response.headers["ETag"] = etag(row.revision)
    response.headers["Location"] = f"/api/v1/channels/{row.id}"
    return present_channel(row, caller)


@router.get("/channels/{channel_id}")
async def get_channel(
    channel_id: Id, response: Response, caller: CallerDep, session: SessionDep
) -> Channel:
    """Show a channel."""
    row = await channels.get_channel(session, caller, channel_id)
    response.headers["ETag"] = etag(row.revision)
    return present_channel(row, caller)


@router.patch("/channels/{channel_id}", responses=problems(409))
async def update_channel(
    channel_id: Id,
    body: ChannelUpdate,
    expected: IfMatch,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Channel:
    """Change a channel."""
    row = await channels.update_channel(session, caller, channel_id, expected, body.changes())
    response.headers["ETag"] = etag(row.revision)
    return present_channel(row, caller)


@router.delete(
    "/channels/{channel_id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(409)
)
async def delete_channel(
    channel_id: Id, expected: IfMatch, usage: UsageDep, caller: CallerDep, session: SessionDep
) -> None:
    """Remove a channel.

    While touchpoints happen on it or personas like it the answer is 409 `channel_in_use`, and
    `used_by` says which.
    """
    await channels.delete_channel(session, caller, channel_id, expected, usage)
