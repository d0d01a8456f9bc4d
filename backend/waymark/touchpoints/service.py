"""The catalogue of touchpoints: what there is, and keeping it consistent."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.flush import flush_or
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.http.usage import InUse, Usage, Use
from waymark.kit.clock import utcnow
from waymark.kit.errors import Conflict, NotFound
from waymark.kit.ids import new_id
from waymark.touchpoints import queries
from waymark.touchpoints.channels import CHANNELS, ensure_channels
from waymark.touchpoints.keyed import KeyedRecords
from waymark.touchpoints.models import Touchpoint
from waymark.touchpoints.wanted import Wanted
from waymark.workspaces import service as workspaces


class TouchpointNotFound(NotFound):
    """There is no such touchpoint, or it is out of the caller's sight."""

    code = "touchpoint_not_found"


class TouchpointInUse(InUse):
    """The touchpoint is placed on a map."""

    code = "touchpoint_in_use"
    title = "This touchpoint is in use"


class TouchpointKeyTaken(Conflict):
    """Another touchpoint of the workspace has this key."""

    code = "touchpoint_key_taken"
    title = "This key is taken"


TOUCHPOINTS = KeyedRecords(
    Touchpoint,
    "touchpoint",
    TouchpointNotFound,
    TouchpointInUse,
    TouchpointKeyTaken,
    word_break="-",
)


async def list_touchpoints(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    paging: Paging,
    *,
    channel_id: str | None = None,
    search: str | None = None,
) -> tuple[list[Touchpoint], str | None]:
    """A page of the catalogue by name, and the cursor to the next. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    rows = await queries.touchpoints_page(
        session, workspace_id, channel_id, search, paging.after, paging.limit
    )
    return paging.cut(rows, lambda row: [row.name, row.id])


async def get_touchpoint(session: AsyncSession, caller: Caller, touchpoint_id: str) -> Touchpoint:
    """One touchpoint. Raises TouchpointNotFound."""
    return await TOUCHPOINTS.get(session, caller, touchpoint_id)


async def create_touchpoint(
    session: AsyncSession, caller: Caller, workspace_id: str, fields: dict[str, Any]
) -> Touchpoint:
    """A new touchpoint; without a `key` it gets one made from its name.

    Raises NotFound, Forbidden, UnknownChannel, UnknownMember, TouchpointKeyTaken, DuplicateId.
    """
    caller.require(Role.EDITOR, workspace_id)
    await _check_references(session, workspace_id, fields)
    return await add_touchpoint(session, workspace_id, fields)


async def add_touchpoint(
    session: AsyncSession, workspace_id: str, fields: dict[str, Any]
) -> Touchpoint:
    """A new touchpoint from fields that were checked. Raises TouchpointKeyTaken, DuplicateId."""
    return await TOUCHPOINTS.add(session, workspace_id, fields)


async def update_touchpoint(
    session: AsyncSession,
    caller: Caller,
    touchpoint_id: str,
    expected: int,
    changes: dict[str, Any],
) -> Touchpoint:
    """Change some fields.

    Raises TouchpointNotFound, Forbidden, Stale, UnknownChannel, UnknownMember, TouchpointKeyTaken.
    """
    touchpoint = await TOUCHPOINTS.claim(session, caller, touchpoint_id, expected)
    await _check_references(session, touchpoint.workspace_id, changes)
    return await TOUCHPOINTS.change(session, touchpoint, changes)


async def delete_touchpoint(
    session: AsyncSession, caller: Caller, touchpoint_id: str, expected: int, usage: Usage
) -> None:
    """Remove a touchpoint from the catalogue.

    Raises TouchpointNotFound, Forbidden, Stale, TouchpointInUse.
    """
    await TOUCHPOINTS.remove(session, caller, touchpoint_id, expected, usage)


async def ids_by_key(
    session: AsyncSession, workspace_id: str, keys: Collection[str]
) -> dict[str, str]:
    """Ids by key of those touchpoints of a workspace that events call by one of the keys."""
    return await TOUCHPOINTS.ids_by_key(session, workspace_id, keys)


async def all_touchpoints(session: AsyncSession, workspace_id: str) -> list[Touchpoint]:
    """The whole catalogue, for features that look at all of it: the first 5,000."""
    return await TOUCHPOINTS.everything(session, workspace_id)


async def ids_among(
    session: AsyncSession, workspace_id: str, touchpoint_ids: Collection[str]
) -> set[str]:
    """Which of these ids are touchpoints of the workspace."""
    return await TOUCHPOINTS.ids_among(session, workspace_id, touchpoint_ids)


async def ensure_touchpoints(
    session: AsyncSession, workspace_id: str, wanted: Sequence[Wanted]
) -> dict[str, str]:
    """Ids by key of these touchpoints; those that are not there yet are made.

    Raises TouchpointKeyTaken when somebody else makes one of them at the same moment.
    """
    found = await ids_by_key(session, workspace_id, [entry.key for entry in wanted])
    missing = [entry for entry in wanted if entry.key not in found]
    if not missing:
        return found
    channels = await CHANNELS.ids_by_key(
        session, workspace_id, [entry.channel for entry in missing]
    )
    made = [
        Touchpoint(
            id=new_id(),
            workspace_id=workspace_id,
            key=entry.key,
            name=entry.name or entry.key,
            channel_id=channels.get(entry.channel),
            description="",
        )
        for entry in missing
    ]
    session.add_all(made)
    await flush_or(session, TouchpointKeyTaken("Somebody has just made this touchpoint."))
    return found | {touchpoint.key: touchpoint.id for touchpoint in made}


async def release_owner(
    session: AsyncSession, caller: Caller, workspace_id: str, user_id: str
) -> None:
    """Leave the touchpoints that somebody who left the workspace owned without an owner."""
    await queries.release_owner(session, workspace_id, user_id, utcnow())


async def uses_of_channel(session: AsyncSession, channel_id: str, limit: int) -> Sequence[Use]:
    """The touchpoints that happen on a channel, at most `limit`."""
    rows = await queries.touchpoints_on(session, channel_id, limit)
    return [Use("touchpoint", row.id, row.name) for row in rows]


async def _check_references(
    session: AsyncSession, workspace_id: str, fields: dict[str, Any]
) -> None:
    channel_id, owner_id = fields.get("channel_id"), fields.get("owner_id")
    if channel_id is not None:
        await ensure_channels(session, workspace_id, [channel_id], "/channel_id")
    if owner_id is not None:
        await workspaces.ensure_member(session, workspace_id, owner_id, "/owner_id")
