"""What the intake and the worker read and write. They act for every workspace."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.bulk import Append, InsertNew
from waymark.db.tuples import one_of
from waymark.events.models import Event
from waymark.ingest.models import Delivery, InboxEntry, ItemNote, Source
from waymark.ingest.processing.event_rows import COLUMNS

SOURCES = Source.__table__

IN_BATCH = 400
"""Values in one IN list; every database takes that many."""


# Made once: the intake runs these hundreds of times a second.
_REVISIONS = select(SOURCES.c.id, SOURCES.c.revision).where(
    SOURCES.c.id.in_(bindparam("ids", expanding=True))
)


async def append(
    session: AsyncSession, deliveries: list[dict[str, Any]], entries: list[dict[str, Any]]
) -> None:
    """Write deliveries to the log and their entries to the inbox."""
    await _append_deliveries(session, deliveries)
    await _append_entries(session, entries)


async def revisions(session: AsyncSession, source_ids: Collection[str]) -> dict[str, int]:
    """The current revisions of sources, by id."""
    connection = await session.connection()
    rows = await connection.execute(_REVISIONS, {"ids": list(source_ids)})
    return {row.id: row.revision for row in rows}


_append_deliveries = Append(Delivery)
_append_entries = Append(InboxEntry)
_insert_new_events = InsertNew(Event, COLUMNS)


def due_entries(now: datetime, limit: int) -> Select[InboxEntry]:
    """The inbox entries that are due, the longest waiting first."""
    return (
        select(InboxEntry)
        .where(InboxEntry.due_at <= now)
        .order_by(InboxEntry.due_at, InboxEntry.delivery_id)
        .limit(limit)
    )


async def is_any_due(session: AsyncSession, now: datetime) -> bool:
    """Whether there is anything to do: asked without writing, for it is asked all the time."""
    due = select(InboxEntry.delivery_id).where(InboxEntry.due_at <= now).limit(1)
    return await session.scalar(due) is not None


async def still_leased(
    session: AsyncSession, delivery_ids: Collection[str], lease_id: str
) -> list[InboxEntry]:
    """Of these entries those that the lease still covers, locked until the transaction ends."""
    rows = await session.scalars(
        select(InboxEntry)
        .where(InboxEntry.delivery_id.in_(delivery_ids), InboxEntry.lease_id == lease_id)
        .order_by(InboxEntry.delivery_id)
        .with_for_update()
    )
    return list(rows)


async def leased_by(
    session: AsyncSession, lease_ids: Collection[str], before: datetime
) -> list[InboxEntry]:
    """The entries of these leases that run out before then, locked until the transaction ends."""
    rows = await session.scalars(
        select(InboxEntry)
        .where(InboxEntry.due_at < before, InboxEntry.lease_id.in_(lease_ids))
        .order_by(InboxEntry.due_at, InboxEntry.delivery_id)
        .with_for_update()
    )
    return list(rows)


async def deliveries(session: AsyncSession, ids: Collection[str]) -> list[Delivery]:
    """Deliveries as they came, oldest first."""
    rows = await session.scalars(select(Delivery).where(Delivery.id.in_(ids)).order_by(Delivery.id))
    return list(rows)


async def sources(session: AsyncSession, ids: Collection[str]) -> dict[str, Source]:
    """Sources by id."""
    rows = await session.scalars(select(Source).where(Source.id.in_(ids)))
    return {source.id: source for source in rows}


async def add_events(session: AsyncSession, rows: Sequence[tuple[Any, ...]]) -> bool:
    """Insert events whose item is not known yet; answers whether that was all of them.

    Another worker may be inserting the same items: the database decides who was first.
    """
    # In one order everywhere, so that two workers with the same items cannot lock each other out.
    ordered = sorted(rows, key=itemgetter(0, 1))
    return await _insert_new_events(session, ordered) == len(rows)


async def events_by_item(
    session: AsyncSession, items: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], Event]:
    """The events of these items, each given as source and item key."""
    found: dict[tuple[str, str], Event] = {}
    pending = list(dict.fromkeys(items))
    while pending:
        batch, pending = pending[:IN_BATCH], pending[IN_BATCH:]
        rows = await session.scalars(
            select(Event).where(one_of(session, (Event.source_id, Event.item_key), batch))
        )
        found.update({(event.source_id, event.item_key): event for event in rows})
    return found


async def replace_notes(
    session: AsyncSession, delivery_ids: Collection[str], rows: list[dict[str, Any]]
) -> None:
    """Make these the notes of these deliveries, instead of any that were there."""
    await session.execute(delete(ItemNote).where(ItemNote.delivery_id.in_(delivery_ids)))
    if rows:
        await session.execute(insert(ItemNote), rows)


async def note_last_event(session: AsyncSession, source_id: str, received_at: datetime) -> None:
    """Remember when a source last sent an event that was accepted."""
    await session.execute(
        update(Source)
        .where(
            Source.id == source_id,
            (Source.last_event_at.is_(None)) | (Source.last_event_at < received_at),
        )
        .values(last_event_at=received_at)
    )
