"""Finding deliveries by what became of them."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, exists, func, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.events.models import Event
from waymark.ingest.deliveries.selection import Kind, Selection
from waymark.ingest.models import Delivery, InboxEntry, ItemNote, Replay, Source
from waymark.jobs.leases import DEAD, RECEIVED
from waymark.kit.clock import utcnow
from waymark.kit.ids import first_id_at, is_id

MAX_FOUND = 100

# Word for word what their indexes say: with a value in its place none would be used.
_IS_DEAD = InboxEntry.state == literal_column(f"'{DEAD}'")
_HAS_QUARANTINED = InboxEntry.quarantined > literal_column("0")

_REPEATABLE = (
    InboxEntry.due_at.is_(None),
    exists().where(Delivery.id == InboxEntry.delivery_id, Delivery.body_removed_at.is_(None)),
)
"""Processed, and still there to be processed again."""


async def page(
    session: AsyncSession,
    workspace_id: str,
    wanted: Selection,
    after: list[Any] | None,
    limit: int,
) -> list[InboxEntry]:
    """Deliveries of a workspace, newest first; one more than `limit`."""
    query = select(InboxEntry).where(*_meets(workspace_id, wanted))
    if after is not None:
        query = query.where(InboxEntry.delivery_id < after[0])
    rows = await session.scalars(query.order_by(InboxEntry.delivery_id.desc()).limit(limit + 1))
    return list(rows)


async def deliveries_with(session: AsyncSession, workspace_id: str, sought: str) -> list[str]:
    """The delivery with this id, or those whose items have this id of their sender's."""
    if is_id(sought):
        return [sought.lower()]
    sources = select(Source.id).where(Source.workspace_id == workspace_id)
    rows = await session.scalars(
        select(Event.delivery_id)
        .where(Event.source_id.in_(sources), Event.item_key == f"id:{sought}")
        .limit(MAX_FOUND)
    )
    return list(rows)


async def narrowed(
    session: AsyncSession, workspace_id: str, wanted: Selection, search: str | None
) -> Selection:
    """A selection, of what is also found by a search."""
    if not search:
        return wanted
    found = await deliveries_with(session, workspace_id, search.strip())
    if wanted.delivery_ids is not None:
        found = [each for each in found if each in wanted.delivery_ids]
    return replace(wanted, delivery_ids=found)


async def enqueue_again(
    session: AsyncSession, workspace_id: str, wanted: Selection, replay_id: str, limit: int
) -> int:
    """Make finished deliveries due again, oldest first, as part of a replay; answers how many."""
    oldest = (
        select(InboxEntry.delivery_id)
        .where(*_meets(workspace_id, wanted), *_REPEATABLE)
        .order_by(InboxEntry.delivery_id)
        .limit(limit)
    )
    connection = await session.connection()
    done = await connection.execute(
        update(InboxEntry)
        .where(InboxEntry.delivery_id.in_(oldest), InboxEntry.due_at.is_(None))
        .values(
            state=RECEIVED,
            due_at=utcnow(),
            lease_id=None,
            attempts=0,
            error="",
            replay_id=replay_id,
        )
    )
    return done.rowcount


async def is_any_left(session: AsyncSession, workspace_id: str, wanted: Selection) -> bool:
    """Whether finished deliveries still meet a selection."""
    query = select(InboxEntry.delivery_id).where(*_meets(workspace_id, wanted), *_REPEATABLE)
    return await session.scalar(query.limit(1)) is not None


async def replays_page(
    session: AsyncSession, workspace_id: str, after: list[Any] | None, limit: int
) -> list[Replay]:
    """The replays of a workspace, newest first; one more than `limit`."""
    query = select(Replay).where(Replay.workspace_id == workspace_id)
    if after is not None:
        query = query.where(Replay.id < after[0])
    return list(await session.scalars(query.order_by(Replay.id.desc()).limit(limit + 1)))


async def waiting_of(session: AsyncSession, replay_ids: list[str]) -> dict[str, int]:
    """How many deliveries of each replay are not processed yet."""
    rows = await session.execute(
        select(InboxEntry.replay_id, func.count())
        .where(InboxEntry.replay_id.in_(replay_ids), InboxEntry.due_at.is_not(None))
        .group_by(InboxEntry.replay_id)
    )
    return {str(replay_id): count for replay_id, count in rows}


def _meets(workspace_id: str, wanted: Selection) -> list[ColumnElement[bool]]:
    found = [InboxEntry.workspace_id == workspace_id]
    if wanted.source_id is not None:
        found.append(InboxEntry.source_id == wanted.source_id)
    if wanted.delivery_ids is not None:
        found.append(InboxEntry.delivery_id.in_(wanted.delivery_ids))
    if wanted.since is not None:
        found.append(InboxEntry.delivery_id >= first_id_at(wanted.since))
    if wanted.until is not None:
        found.append(InboxEntry.delivery_id < first_id_at(wanted.until))
    if wanted.kind is Kind.DEAD:
        found.append(_IS_DEAD)
    elif wanted.kind is Kind.WAITING:
        found.append(InboxEntry.due_at.is_not(None))
    elif wanted.kind is Kind.QUARANTINED:
        found.append(_HAS_QUARANTINED)
    if wanted.code is not None or wanted.touchpoint_key is not None:
        found.append(_HAS_QUARANTINED)
        note = exists().where(
            ItemNote.delivery_id == InboxEntry.delivery_id, ItemNote.outcome == "quarantined"
        )
        if wanted.code is not None:
            note = note.where(ItemNote.code == wanted.code)
        if wanted.touchpoint_key is not None:
            note = note.where(ItemNote.touchpoint_key == wanted.touchpoint_key)
        found.append(note)
    return found
