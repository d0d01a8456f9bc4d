"""Finding one delivery, what became of its items, and what waits in quarantine."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.ingest.models import Delivery, InboxEntry, ItemNote

S = TypeVar("S", bound=Select[*tuple[Any, ...]])


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
            ItemNote.delivery_id == delivery_id, ItemNote.workspace_id == workspace_id
        )
    )
    return list(rows)


async def quarantine_page(
    session: AsyncSession,
    workspace_id: str,
    source_id: str | None,
    after: list[Any] | None,
    limit: int,
) -> list[tuple[ItemNote, datetime]]:
    """Quarantined items and when they were received, newest first; one more than `limit`."""
    wanted = _quarantined(
        select(ItemNote, InboxEntry.received_at).join(
            InboxEntry, InboxEntry.delivery_id == ItemNote.delivery_id
        ),
        workspace_id,
        source_id,
    )
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
) -> list[tuple[str, str, str, int]]:
    """How many items wait, by source, reason and missing touchpoint; the most frequent first."""
    count = func.count().label("count")
    rows = await session.execute(
        _quarantined(
            select(ItemNote.source_id, ItemNote.code, ItemNote.touchpoint_key, count),
            workspace_id,
            None,
        )
        .group_by(ItemNote.source_id, ItemNote.code, ItemNote.touchpoint_key)
        .order_by(count.desc(), ItemNote.source_id, ItemNote.code, ItemNote.touchpoint_key)
        .limit(limit)
    )
    return [(source_id, code, key, number) for source_id, code, key, number in rows]


def _quarantined(wanted: S, workspace_id: str, source_id: str | None) -> S:
    wanted = wanted.where(ItemNote.workspace_id == workspace_id, ItemNote.outcome == "quarantined")
    return wanted if source_id is None else wanted.where(ItemNote.source_id == source_id)
