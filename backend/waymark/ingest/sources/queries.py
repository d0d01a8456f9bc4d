"""Finding sources."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, cast, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.listing import by_name
from waymark.ingest.models import InboxEntry, Source


async def source_by_key(session: AsyncSession, key: str) -> Source | None:
    """The source at an ingest address; the address is all the sender needs to know."""
    if "\0" in key:  # PostgreSQL refuses to look for it
        return None
    return await session.scalar(select(Source).where(Source.key == key))


async def sources_page(
    session: AsyncSession, workspace_id: str, after: list[Any] | None, limit: int
) -> list[Source]:
    """The sources of a workspace by name; one more than `limit`."""
    wanted = select(Source).where(Source.workspace_id == workspace_id)
    rows = await session.scalars(by_name(wanted, Source.name, Source.id, after, limit))
    return list(rows)


async def sources_of(session: AsyncSession, workspace_id: str) -> list[Source]:
    """The first 1,000 sources of a workspace."""
    rows = await session.scalars(
        select(Source).where(Source.workspace_id == workspace_id).order_by(Source.id).limit(1000)
    )
    return list(rows)


async def sources_with_rule_to(
    session: AsyncSession, touchpoint_id: str, limit: int
) -> list[Source]:
    """The first sources with a rule that leads to a touchpoint."""
    rows = await session.scalars(
        select(Source)
        .where(cast(Source.mapping, String).contains(touchpoint_id, autoescape=True))
        .order_by(Source.name, Source.id)
        .limit(limit)
    )
    return list(rows)


async def has_deliveries(session: AsyncSession, source_id: str) -> bool:
    """Whether a source has ever sent anything."""
    found = await session.scalar(
        select(InboxEntry.delivery_id).where(InboxEntry.source_id == source_id).limit(1)
    )
    return found is not None


async def reschedule(session: AsyncSession, source_id: str, since: datetime, due: datetime) -> None:
    """Make every delivery of a source that is due at `since` or later due at another time."""
    await session.execute(
        update(InboxEntry)
        .where(InboxEntry.source_id == source_id, InboxEntry.due_at >= since)
        .values(due_at=due)
    )
