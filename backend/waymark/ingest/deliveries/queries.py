"""Finding one delivery, what became of its items, and what waits in quarantine."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, String, and_, cast, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.base import Identifier
from waymark.db.tuples import unindexed
from waymark.ingest.models import Delivery, InboxEntry, ItemNote

S = TypeVar("S", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True)
class Reason:
    """Which quarantined items: of a source, for a reason, lacking a touchpoint; None for any."""

    source_id: str | None
    code: str | None
    touchpoint_key: str | None


async def entry_by_id(
    session: AsyncSession, delivery_id: str, visible: Collection[str], *, lock: bool = False
) -> InboxEntry | None:
    """The inbox entry of a delivery to a visible workspace; locked if asked."""
    wanted = select(InboxEntry).where(
        InboxEntry.delivery_id == delivery_id, InboxEntry.workspace_id.in_(visible)
    )
    return await session.scalar(wanted.with_for_update() if lock else wanted)


async def delivery_by_id(
    session: AsyncSession, delivery_id: str, visible: Collection[str]
) -> Delivery | None:
    """A delivery, as it came, to a visible workspace."""
    return await session.scalar(
        select(Delivery).where(Delivery.id == delivery_id, Delivery.workspace_id.in_(visible))
    )


async def notes_of(session: AsyncSession, delivery_id: str, workspace_id: str) -> list[ItemNote]:
    """What there is to say about the items of a delivery (which has at most 2,500)."""
    rows = await session.scalars(
        select(ItemNote).where(
            ItemNote.delivery_id == delivery_id,
            unindexed(session, ItemNote.workspace_id) == workspace_id,
        )
    )
    return list(rows)


async def quarantine_page(
    session: AsyncSession, workspace_id: str, reason: Reason, after: list[Any] | None, limit: int
) -> list[tuple[ItemNote, datetime]]:
    """Quarantined items and when they were received, newest first; one more than `limit`."""
    wanted = _quarantined(
        select(ItemNote, InboxEntry.received_at).join(
            InboxEntry, InboxEntry.delivery_id == ItemNote.delivery_id
        ),
        workspace_id,
    )
    for name, value in vars(reason).items():
        if value is not None:
            wanted = wanted.where(getattr(ItemNote, name) == value)
    if after is not None:
        delivery_id, position = after
        wanted = wanted.where(
            (ItemNote.delivery_id < delivery_id)
            | ((ItemNote.delivery_id == delivery_id) & (ItemNote.position > position))
        )
    rows = await session.execute(
        wanted.order_by(ItemNote.delivery_id.desc(), ItemNote.position).limit(limit + 1)
    )
    return [(note, received_at) for note, received_at in rows]


async def quarantine_totals(
    session: AsyncSession, workspace_id: str, limit: int
) -> list[tuple[int, ItemNote, datetime]]:
    """How many items wait, by source, reason and missing touchpoint; the most frequent first.

    Each with the first such item of the newest delivery that has one, and when that was received.
    """
    by = (ItemNote.source_id, ItemNote.code, ItemNote.touchpoint_key)
    count = func.count().label("count")
    # PostgreSQL has no max() of a UUID.
    newest = cast(func.max(cast(ItemNote.delivery_id, String)), Identifier).label("delivery_id")
    totals = (
        _quarantined(select(*by, count, newest), workspace_id)
        .group_by(*by)
        .order_by(count.desc(), *by)
        .limit(limit)
        .subquery()
    )
    same = and_(
        ItemNote.delivery_id == totals.c.delivery_id,
        *(column == totals.c[column.key] for column in by),
    )
    firsts = (
        _quarantined(
            select(
                totals.c.count,
                totals.c.delivery_id,
                func.min(ItemNote.position).label("position"),
            ).join(totals, same),
            workspace_id,
        )
        .group_by(totals.c.count, totals.c.delivery_id, *by)
        .subquery()
    )
    rows = await session.execute(
        select(firsts.c.count, ItemNote, InboxEntry.received_at)
        .join(
            ItemNote,
            and_(
                ItemNote.delivery_id == firsts.c.delivery_id,
                ItemNote.position == firsts.c.position,
            ),
        )
        .join(InboxEntry, InboxEntry.delivery_id == ItemNote.delivery_id)
        .order_by(firsts.c.count.desc(), *by)
    )
    return [(number, note, received_at) for number, note, received_at in rows]


_IN_QUARANTINE = ItemNote.outcome == literal_column("'quarantined'")
"""Not a parameter: the index of what is in quarantine is only of use where a plan can see it."""


def _quarantined(wanted: S, workspace_id: str) -> S:
    return wanted.where(ItemNote.workspace_id == workspace_id, _IN_QUARANTINE)
