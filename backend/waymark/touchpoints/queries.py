"""Finding touchpoints and channels."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.listing import by_name
from waymark.touchpoints.models import Channel, Touchpoint

MAX_KEYS = 10_000


async def channels_page(
    session: AsyncSession, workspace_id: str, group: str | None, after: list[Any] | None, limit: int
) -> list[Channel]:
    """The channels of a workspace by name, maybe of one group; one more than `limit`."""
    wanted = select(Channel).where(Channel.workspace_id == workspace_id)
    if group is not None:
        wanted = wanted.where(Channel.group == group)
    rows = await session.scalars(by_name(wanted, Channel.name, Channel.id, after, limit))
    return list(rows)


async def channel_by_id(
    session: AsyncSession, channel_id: str, visible: Collection[str], *, lock: bool = False
) -> Channel | None:
    """A channel of a visible workspace; locked against other writers if asked."""
    wanted = select(Channel).where(Channel.id == channel_id, Channel.workspace_id.in_(visible))
    return await session.scalar(wanted.with_for_update() if lock else wanted)


async def channel_ids_among(
    session: AsyncSession, workspace_id: str, channel_ids: Collection[str]
) -> set[str]:
    """Which of these are channels of the workspace."""
    rows = await session.scalars(
        select(Channel.id).where(Channel.workspace_id == workspace_id, Channel.id.in_(channel_ids))
    )
    return set(rows)


async def channel_ids_by_key(
    session: AsyncSession, workspace_id: str, keys: Collection[str]
) -> dict[str, str]:
    """Ids by key of those channels of a workspace that have one of the keys."""
    rows = await session.execute(
        select(Channel.key, Channel.id).where(
            Channel.workspace_id == workspace_id, Channel.key.in_(keys)
        )
    )
    return {row.key: row.id for row in rows}


async def channel_keys_from(session: AsyncSession, workspace_id: str, prefix: str) -> set[str]:
    """The keys in a workspace that start with `prefix`."""
    rows = await session.scalars(
        select(Channel.key)
        .where(
            Channel.workspace_id == workspace_id,
            Channel.key.startswith(prefix, autoescape=True),
        )
        .limit(MAX_KEYS)
    )
    return set(rows)


async def touchpoints_page(
    session: AsyncSession,
    workspace_id: str,
    channel_id: str | None,
    search: str | None,
    after: list[Any] | None,
    limit: int,
) -> list[Touchpoint]:
    """The touchpoints of a workspace by name, one more than `limit`.

    `search` is looked for in name, key and description, whatever its case.
    """
    wanted = select(Touchpoint).where(Touchpoint.workspace_id == workspace_id)
    if channel_id is not None:
        wanted = wanted.where(Touchpoint.channel_id == channel_id)
    if search:
        columns = (Touchpoint.name, Touchpoint.key, Touchpoint.description)
        wanted = wanted.where(or_(*(text.icontains(search, autoescape=True) for text in columns)))
    rows = await session.scalars(by_name(wanted, Touchpoint.name, Touchpoint.id, after, limit))
    return list(rows)


async def touchpoint_by_id(
    session: AsyncSession, touchpoint_id: str, visible: Collection[str], *, lock: bool = False
) -> Touchpoint | None:
    """A touchpoint of a visible workspace; locked against other writers if asked."""
    wanted = select(Touchpoint).where(
        Touchpoint.id == touchpoint_id, Touchpoint.workspace_id.in_(visible)
    )
    return await session.scalar(wanted.with_for_update() if lock else wanted)


async def touchpoint_ids_by_key(
    session: AsyncSession, workspace_id: str, keys: Collection[str]
) -> dict[str, str]:
    """Ids by key of those touchpoints of a workspace that have one of the keys."""
    rows = await session.execute(
        select(Touchpoint.key, Touchpoint.id).where(
            Touchpoint.workspace_id == workspace_id, Touchpoint.key.in_(keys)
        )
    )
    return {row.key: row.id for row in rows}


async def touchpoint_keys_from(session: AsyncSession, workspace_id: str, prefix: str) -> set[str]:
    """The keys in a workspace that start with `prefix`."""
    rows = await session.scalars(
        select(Touchpoint.key)
        .where(
            Touchpoint.workspace_id == workspace_id,
            Touchpoint.key.startswith(prefix, autoescape=True),
        )
        .limit(MAX_KEYS)
    )
    return set(rows)


async def touchpoint_ids_among(
    session: AsyncSession, workspace_id: str, touchpoint_ids: Collection[str]
) -> set[str]:
    """Which of these are touchpoints of the workspace."""
    rows = await session.scalars(
        select(Touchpoint.id).where(
            Touchpoint.workspace_id == workspace_id, Touchpoint.id.in_(touchpoint_ids)
        )
    )
    return set(rows)


async def touchpoints_on(session: AsyncSession, channel_id: str, limit: int) -> list[Touchpoint]:
    """The first touchpoints that happen on a channel."""
    rows = await session.scalars(
        select(Touchpoint)
        .where(Touchpoint.channel_id == channel_id)
        .order_by(Touchpoint.name, Touchpoint.id)
        .limit(limit)
    )
    return list(rows)
