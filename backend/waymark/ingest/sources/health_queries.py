"""Counting and timing what sources send."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import case, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.ingest.models import Delivery, InboxEntry
from waymark.jobs.leases import DEAD
from waymark.kit.ids import first_id_at


async def traffic_since(
    session: AsyncSession, source_ids: Collection[str], since: datetime
) -> dict[str, tuple[int, ...]]:
    """Per source: deliveries since then, their items, events, quarantined items, and dead ones."""
    rows = await session.execute(
        select(
            InboxEntry.source_id,
            func.count(),
            func.sum(InboxEntry.items),
            func.sum(InboxEntry.accepted),
            func.sum(InboxEntry.quarantined),
            func.sum(case((InboxEntry.state == DEAD, 1), else_=0)),
        )
        .where(InboxEntry.source_id.in_(source_ids), InboxEntry.delivery_id >= first_id_at(since))
        .group_by(InboxEntry.source_id)
    )
    return {row[0]: tuple(row[1:]) for row in rows}


async def oldest_unprocessed(
    session: AsyncSession, source_ids: Collection[str]
) -> dict[str, datetime]:
    """Per source: when the oldest delivery came that still waits to be processed."""
    rows = await session.execute(
        select(InboxEntry.source_id, func.min(InboxEntry.received_at))
        .where(InboxEntry.due_at.is_not(None), InboxEntry.source_id.in_(source_ids))
        .group_by(InboxEntry.source_id)
    )
    return {row[0]: row[1] for row in rows}


async def last_delays_s(
    session: AsyncSession, source_ids: Collection[str], count: int
) -> dict[str, list[float]]:
    """Per source: seconds from sending to receipt of its last deliveries that say when."""
    if not source_ids:
        return {}
    lasts = [
        select(InboxEntry.delivery_id)
        .where(InboxEntry.source_id == source_id)
        .order_by(InboxEntry.delivery_id.desc())
        .limit(count)
        .subquery()
        for source_id in source_ids
    ]
    ids = union_all(*(select(last.c.delivery_id) for last in lasts))
    rows = await session.execute(
        select(Delivery.source_id, Delivery.sent_at, Delivery.received_at).where(
            Delivery.id.in_(ids)
        )
    )
    found: dict[str, list[float]] = {}
    for source_id, sent_at, received_at in rows:
        if sent_at is not None:
            found.setdefault(source_id, []).append((received_at - sent_at).total_seconds())
    return found
