"""Reading and changing what is otherwise never changed: for erasure and retention alone."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import String, cast, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.portions import portions
from waymark.db.tuples import unindexed
from waymark.events import runs
from waymark.events.models import Event
from waymark.ingest.models import Delivery, InboxEntry, ItemNote, Source


async def next_deliveries(
    session: AsyncSession, workspace_id: str, after: str | None, before: str, limit: int
) -> list[Delivery]:
    """The next deliveries of a workspace that still have a body, received before `before`."""
    wanted = select(Delivery).where(
        Delivery.workspace_id == workspace_id,
        Delivery.id < before,
        Delivery.body_removed_at.is_(None),
    )
    if after is not None:
        wanted = wanted.where(Delivery.id > after)
    return list(await session.scalars(wanted.order_by(Delivery.id).limit(limit)))


async def count_deliveries(session: AsyncSession, workspace_id: str, before: str) -> int:
    """How many deliveries a workspace has received before `before`, with or without a body."""
    sources = select(Source.id).where(Source.workspace_id == workspace_id)
    found = await session.scalar(
        select(func.count())
        .select_from(InboxEntry)
        .where(InboxEntry.source_id.in_(sources), InboxEntry.delivery_id < before)
    )
    return found or 0


async def locked_entry(session: AsyncSession, delivery_id: str) -> InboxEntry:
    """The inbox entry of a delivery, as it is now, locked against the worker."""
    found = await session.scalars(
        select(InboxEntry)
        .where(InboxEntry.delivery_id == delivery_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.one()


async def delivery_now(session: AsyncSession, delivery_id: str) -> Delivery:
    """A delivery as it is now."""
    found = await session.scalars(
        select(Delivery).where(Delivery.id == delivery_id).execution_options(populate_existing=True)
    )
    return found.one()


async def notes_at(
    session: AsyncSession, delivery_id: str, positions: Iterable[int]
) -> dict[int, ItemNote]:
    """The notes on items of a delivery, by position."""
    rows = await session.scalars(
        select(ItemNote).where(
            ItemNote.delivery_id == delivery_id, ItemNote.position.in_(list(positions))
        )
    )
    return {row.position: row for row in rows}


async def some_events(
    session: AsyncSession, workspace_id: str, keys: Iterable[str], before: str, limit: int
) -> list[str]:
    """Ids of events under any of these keys whose delivery was received before `before`."""
    found: list[str] = []
    for some in portions(keys):
        theirs = await runs.of_customers(session, [workspace_id], Event.customer.in_(some))
        found += await session.scalars(
            select(Event.id).where(*theirs, Event.delivery_id < before).limit(limit)
        )
        if len(found) >= limit:
            break
    return found[:limit]


async def delete_events(session: AsyncSession, ids: Collection[str]) -> None:
    """Delete events."""
    for some in portions(ids):
        await session.execute(
            delete(Event).where(Event.id.in_(some)).execution_options(synchronize_session=False)
        )


async def events_window(
    session: AsyncSession, workspace_id: str, after: str | None, size: int
) -> str | None:
    """The id of the last of the next `size` events of a workspace; None when there are none."""
    wanted = select(Event.id).where(unindexed(session, Event.workspace_id) == workspace_id)
    if after is not None:
        wanted = wanted.where(Event.id > after)
    ids = list(await session.scalars(wanted.order_by(Event.id).limit(size)))
    return ids[-1] if ids else None


async def events_with_text(
    session: AsyncSession, workspace_id: str, after: str | None, upto: str, texts: Collection[str]
) -> list[Event]:
    """The events from after one id up to another whose properties have any of these texts."""
    properties = cast(Event.properties, String)
    wanted = select(Event).where(
        unindexed(session, Event.workspace_id) == workspace_id, Event.id <= upto
    )
    if after is not None:
        wanted = wanted.where(Event.id > after)
    said = or_(*(properties.icontains(text, autoescape=True) for text in texts))
    return list(await session.scalars(wanted.where(said)))


async def old_deliveries(
    session: AsyncSession, after: str | None, before: str, limit: int
) -> list[str]:
    """The next finished deliveries with a body that were received before `before`."""
    wanted = (
        select(Delivery.id)
        .join(InboxEntry, InboxEntry.delivery_id == Delivery.id)
        .where(
            Delivery.id < before,
            Delivery.body_removed_at.is_(None),
            InboxEntry.due_at.is_(None),
        )
    )
    if after is not None:
        wanted = wanted.where(Delivery.id > after)
    return list(await session.scalars(wanted.order_by(Delivery.id).limit(limit)))


async def finished_among(session: AsyncSession, ids: Collection[str]) -> list[str]:
    """Those of these deliveries that nothing is to be done with, locked against a replay."""
    rows = await session.scalars(
        select(InboxEntry.delivery_id)
        .where(InboxEntry.delivery_id.in_(ids), InboxEntry.due_at.is_(None))
        .order_by(InboxEntry.delivery_id)
        .with_for_update()
    )
    return list(rows)


async def remove_bodies(session: AsyncSession, ids: Collection[str], now: datetime) -> None:
    """Remove the bodies and headers of deliveries, and what notes quote of them."""
    unsynchronised = {"synchronize_session": False}
    await session.execute(
        update(Delivery)
        .where(Delivery.id.in_(ids))
        .values(body=b"", headers=[], body_removed_at=now)
        .execution_options(**unsynchronised)
    )
    await session.execute(
        update(ItemNote)
        .where(ItemNote.delivery_id.in_(ids), ItemNote.excerpt != "")
        .values(excerpt="")
        .execution_options(**unsynchronised)
    )
