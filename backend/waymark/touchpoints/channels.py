"""The channels of a workspace: preloaded, then its own to change."""

from collections.abc import Collection
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.flush import flush_or
from waymark.http.access import Caller, Role
from waymark.http.etag import ensure_current
from waymark.http.pagination import Paging
from waymark.http.usage import InUse, Usage
from waymark.kit.errors import Conflict, DuplicateId, Fault, Invalid, NotFound
from waymark.kit.ids import new_id
from waymark.kit.text import slugify, unique_slug
from waymark.touchpoints import queries
from waymark.touchpoints.models import Channel
from waymark.touchpoints.presets import CHANNELS


class ChannelNotFound(NotFound):
    """There is no such channel, or it is out of the caller's sight."""

    code = "channel_not_found"


class ChannelInUse(InUse):
    """Touchpoints happen on the channel, or personas like it."""

    code = "channel_in_use"
    title = "This channel is in use"


class ChannelKeyTaken(Conflict):
    """Another channel of the workspace has this key."""

    code = "channel_key_taken"
    title = "This key is taken"


class UnknownChannel(Invalid):
    """A channel named in a body is not one of the workspace."""

    code = "unknown_channel"
    title = "There is no such channel"


async def add_presets(session: AsyncSession, workspace_id: str) -> None:
    """Give a new workspace the channels that the field usually speaks of."""
    session.add_all(
        Channel(**preset._asdict(), id=new_id(), workspace_id=workspace_id) for preset in CHANNELS
    )
    await session.flush()


async def list_channels(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    paging: Paging,
    *,
    group: str | None = None,
) -> tuple[list[Channel], str | None]:
    """A page of the channels by name, and the cursor to the next. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    rows = await queries.channels_page(session, workspace_id, group, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.name, row.id])


async def get_channel(session: AsyncSession, caller: Caller, channel_id: str) -> Channel:
    """One channel. Raises ChannelNotFound."""
    return await _find(session, caller, channel_id, lock=False)


async def create_channel(
    session: AsyncSession, caller: Caller, workspace_id: str, fields: dict[str, Any]
) -> Channel:
    """A new channel; without a `key` it gets one made from its name.

    Raises NotFound, Forbidden, ChannelKeyTaken, DuplicateId.
    """
    caller.require(Role.EDITOR, workspace_id)
    key = fields["key"] or await _free_key(session, workspace_id, fields["name"])
    await _refuse_taken_key(session, workspace_id, key, fields["id"])
    channel = Channel(**{**fields, "key": key}, workspace_id=workspace_id)
    session.add(channel)
    await flush_or(session, DuplicateId("There is already something with this id or key."))
    return channel


async def update_channel(
    session: AsyncSession, caller: Caller, channel_id: str, expected: int, changes: dict[str, Any]
) -> Channel:
    """Change some fields. Raises ChannelNotFound, Forbidden, Stale, ChannelKeyTaken."""
    channel = await _find(session, caller, channel_id, lock=True)
    caller.require(Role.EDITOR, channel.workspace_id)
    ensure_current(expected, channel.revision)
    if "key" in changes:
        await _refuse_taken_key(session, channel.workspace_id, changes["key"], channel.id)
    channel.revise(changes)
    await flush_or(session, ChannelKeyTaken("Another channel has this key."))
    return channel


async def delete_channel(
    session: AsyncSession, caller: Caller, channel_id: str, expected: int, usage: Usage
) -> None:
    """Remove a channel. Raises ChannelNotFound, Forbidden, Stale, ChannelInUse."""
    channel = await _find(session, caller, channel_id, lock=True)
    caller.require(Role.EDITOR, channel.workspace_id)
    ensure_current(expected, channel.revision)
    await usage.ensure_unused(session, "channel", channel.id, ChannelInUse)
    await session.delete(channel)
    await flush_or(session, ChannelInUse("Somebody has just started to use it."))


async def ids_by_key(
    session: AsyncSession, workspace_id: str, keys: Collection[str]
) -> dict[str, str]:
    """Ids by key of those channels of a workspace that have one of the keys."""
    return await queries.channel_ids_by_key(session, workspace_id, keys)


async def ensure_channels(
    session: AsyncSession, workspace_id: str, channel_ids: Collection[str], pointer: str
) -> None:
    """Raise UnknownChannel, pointing at `pointer`, unless all are channels of the workspace.

    A `{}` in the pointer stands for the place of the unknown one.
    """
    known = await queries.channel_ids_among(session, workspace_id, channel_ids)
    faults = [
        Fault(pointer.format(place), UnknownChannel.code, f"There is no channel {channel_id} here.")
        for place, channel_id in enumerate(channel_ids)
        if channel_id not in known
    ]
    if faults:
        raise UnknownChannel(faults[0].detail, faults=faults)


async def _find(session: AsyncSession, caller: Caller, channel_id: str, *, lock: bool) -> Channel:
    found = await queries.channel_by_id(session, channel_id, caller.workspace_ids, lock=lock)
    if found is None:
        raise ChannelNotFound("There is no such channel.")
    return found


async def _free_key(session: AsyncSession, workspace_id: str, name: str) -> str:
    slug = slugify(name, "channel").replace("-", "_")
    return unique_slug(slug, await queries.channel_keys_from(session, workspace_id, slug[:50]))


async def _refuse_taken_key(
    session: AsyncSession, workspace_id: str, key: str, own_id: str
) -> None:
    taken = await queries.channel_ids_by_key(session, workspace_id, [key])
    if taken.get(key, own_id) != own_id:
        detail = f"Another channel has the key “{key}”."
        raise ChannelKeyTaken(detail, faults=[Fault("/key", ChannelKeyTaken.code, detail)])
