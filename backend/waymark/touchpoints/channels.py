"""The channels of a workspace: preloaded, then its own to change."""

from collections.abc import Collection
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.http.usage import InUse, Usage
from waymark.kit.errors import Conflict, Fault, Invalid, NotFound
from waymark.kit.ids import new_id
from waymark.touchpoints import queries
from waymark.touchpoints.keyed import KeyedRecords
from waymark.touchpoints.models import Channel
from waymark.touchpoints.presets import PRESETS


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


CHANNELS = KeyedRecords(
    Channel, "channel", ChannelNotFound, ChannelInUse, ChannelKeyTaken, word_break="_"
)


async def add_presets(session: AsyncSession, workspace_id: str) -> None:
    """Give a new workspace the channels that the field usually speaks of."""
    session.add_all(
        Channel(**preset._asdict(), id=new_id(), workspace_id=workspace_id) for preset in PRESETS
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
    return await CHANNELS.get(session, caller, channel_id)


async def create_channel(
    session: AsyncSession, caller: Caller, workspace_id: str, fields: dict[str, Any]
) -> Channel:
    """A new channel; without a `key` it gets one made from its name.

    Raises NotFound, Forbidden, ChannelKeyTaken, DuplicateId.
    """
    caller.require(Role.EDITOR, workspace_id)
    return await add_channel(session, workspace_id, fields)


async def add_channel(session: AsyncSession, workspace_id: str, fields: dict[str, Any]) -> Channel:
    """A new channel from fields that were checked. Raises ChannelKeyTaken, DuplicateId."""
    return await CHANNELS.add(session, workspace_id, fields)


async def update_channel(
    session: AsyncSession, caller: Caller, channel_id: str, expected: int, changes: dict[str, Any]
) -> Channel:
    """Change some fields. Raises ChannelNotFound, Forbidden, Stale, ChannelKeyTaken."""
    channel = await CHANNELS.claim(session, caller, channel_id, expected)
    return await CHANNELS.change(session, channel, changes)


async def delete_channel(
    session: AsyncSession, caller: Caller, channel_id: str, expected: int, usage: Usage
) -> None:
    """Remove a channel. Raises ChannelNotFound, Forbidden, Stale, ChannelInUse."""
    await CHANNELS.remove(session, caller, channel_id, expected, usage)


async def all_channels(session: AsyncSession, workspace_id: str) -> list[Channel]:
    """Every channel of a workspace: the first 5,000."""
    return await CHANNELS.everything(session, workspace_id)


async def ids_by_key(
    session: AsyncSession, workspace_id: str, keys: Collection[str]
) -> dict[str, str]:
    """Ids by key of those channels of a workspace that have one of the keys."""
    return await CHANNELS.ids_by_key(session, workspace_id, keys)


async def ensure_channels(
    session: AsyncSession, workspace_id: str, channel_ids: Collection[str], pointer: str
) -> None:
    """Raise UnknownChannel, pointing at `pointer`, unless all are channels of the workspace.

    A `{}` in the pointer stands for the place of the unknown one.
    """
    known = await CHANNELS.ids_among(session, workspace_id, channel_ids)
    faults = [
        Fault(pointer.format(place), UnknownChannel.code, f"There is no channel {channel_id} here.")
        for place, channel_id in enumerate(channel_ids)
        if channel_id not in known
    ]
    if faults:
        raise UnknownChannel(faults[0].detail, faults=faults)
