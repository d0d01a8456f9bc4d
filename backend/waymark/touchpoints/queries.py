"""Finding touchpoints and channels."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.listing import by_name
from waymark.touchpoints.models import Channel, KeyedRecord, Touchpoint

MAX_KEYS = 10_000


async def ids_by_key(
    session: AsyncSession, model: type[KeyedRecord], workspace_id: str, keys: Collection[str]
) -> dict[str, str]:
    """Ids by key of those rows of a workspace that have one of the keys."""
    rows = await session.execute(
        select(model.key, model.id).where(model.workspace_id == workspace_id, model.key.in_(keys))
    )
    return {row.key: row.id for row in rows}


async def keys_from(
    session: AsyncSession, model: type[KeyedRecord], workspace_id: str, prefix: str
) -> set[str]:
    """The keys in a workspace that start with `prefix`."""
    rows = await session.scalars(
        select(model.key)
        .where(model.workspace_id == workspace_id, model.key.startswith(prefix, autoescape=True))
        .limit(MAX_KEYS)
    )
    return set(rows)


async def channels_page(
    session: AsyncSession, workspace_id: str, group: str | None, after: list[Any] | None, limit: int
) -> list[Channel]:
    """The channels of a workspace by name, maybe of one group; one more than `limit`."""
    wanted = select(Channel).where(Channel.workspace_id == workspace_id)
    if group is not None:
        wanted = wanted.where(Channel.group == group)
    rows = await session.scalars(by_name(wanted, Channel.name, Channel.id, after, limit))
    return list(rows)


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


K = TypeVar("K", bound=KeyedRecord)


async def all_of(session: AsyncSession, model: type[K], workspace_id: str, limit: int) -> list[K]:
    """The oldest rows of a workspace, at most `limit`."""
    rows = await session.scalars(
        select(model)
        .where(model.workspace_id == workspace_id)
        .order_by(model.created_at, model.id)
        .limit(limit)
    )
    return list(rows)


async def touchpoints_on(session: AsyncSession, channel_id: str, limit: int) -> list[Touchpoint]:
    """The first touchpoints that happen on a channel."""
    rows = await session.scalars(
        select(Touchpoint)
        .where(Touchpoint.channel_id == channel_id)
        .order_by(Touchpoint.name, Touchpoint.id)
        .limit(limit)
    )
    return list(rows)


async def release_owner(
    session: AsyncSession, workspace_id: str, user_id: str, now: datetime
) -> None:
    """Give the touchpoints of a person in a workspace a next revision, without an owner."""
    await session.execute(
        update(Touchpoint)
        .where(Touchpoint.workspace_id == workspace_id, Touchpoint.owner_id == user_id)
        .values(owner_id=None, revision=Touchpoint.revision + 1, updated_at=now)
    )
