"""Deliveries: what came, what became of it, and trying again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.ingest.deliveries import listing, queries, replays
from waymark.ingest.deliveries.preview import deciding_rules
from waymark.ingest.deliveries.queries import Reason
from waymark.ingest.deliveries.selection import Kind, Selection
from waymark.ingest.mapping.identity import identify
from waymark.ingest.models import Delivery, InboxEntry, ItemNote, Source
from waymark.ingest.processing import queries as inbox_queries
from waymark.ingest.processing.outcomes import Outcome
from waymark.ingest.sources import service as sources
from waymark.ingest.sources.understanding import mapping_of, unpack
from waymark.jobs import leases
from waymark.kit.errors import Conflict, NotFound

MAX_TOTALS = 200


class DeliveryNotFound(NotFound):
    """There is no such delivery, or it is out of the caller's sight."""

    code = "delivery_not_found"


class StillWaiting(Conflict):
    """The delivery has not been processed for the first time yet."""

    code = "still_waiting"
    title = "This delivery is still being processed"


class BodyRemoved(Conflict):
    """The body of the delivery is no longer kept, so there is nothing to process."""

    code = "body_removed"
    title = "The body of this delivery is gone"


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What became of one item of a delivery."""

    position: int
    outcome: Outcome
    code: str
    detail: str
    event_id: str | None
    touchpoint_id: str | None


async def list_deliveries(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    wanted: Selection,
    search: str | None,
    paging: Paging,
) -> tuple[list[InboxEntry], str | None]:
    """A page of what the sources of a workspace sent, newest first.

    `search` is the id of a delivery, or the sender's own id of an event in it. Raises NotFound,
    Forbidden.
    """
    caller.require(Role.EDITOR, workspace_id)
    wanted = await listing.narrowed(session, workspace_id, wanted, search)
    rows = await listing.page(session, workspace_id, wanted, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.delivery_id])


async def get_delivery(
    session: AsyncSession, caller: Caller, delivery_id: str
) -> tuple[InboxEntry, Delivery, Source, list[ItemResult], dict[int, int]]:
    """A delivery as it came, its source, what became of its items, and the rules that fit them.

    Raises DeliveryNotFound, Forbidden.
    """
    entry = await _find(session, caller, delivery_id, lock=False)
    delivery = await queries.delivery_by_id(session, delivery_id, caller.workspace_ids)
    if delivery is None:
        raise DeliveryNotFound("There is no such delivery.")
    source = await sources.get_source(session, caller, entry.source_id)
    results = await results_of(session, entry, delivery, source)
    return entry, delivery, source, results, await deciding_rules(session, source, delivery)


async def results_of(
    session: AsyncSession, entry: InboxEntry, delivery: Delivery, source: Source
) -> list[ItemResult]:
    """What became of each item, in the order of the delivery."""
    if delivery.body_removed_at is not None:
        return await _results_without_body(session, entry)
    mapping = mapping_of(source)
    items = unpack(source, delivery).items
    keys = [(source.id, identify(item, mapping.id, mapping.sent_at).key) for item in items]
    events = await inbox_queries.events_by_item(session, keys)
    notes = {
        note.position: note
        for note in await queries.notes_of(session, delivery.id, delivery.workspace_id)
    }
    results = []
    for position, key in enumerate(keys):
        event, note = events.get(key), notes.get(position)
        results.append(
            ItemResult(
                position,
                _outcome(entry, note),
                note.code if note else "",
                note.detail if note else "",
                event.id if event else None,
                event.touchpoint_id if event else None,
            )
        )
    return results


async def _results_without_body(session: AsyncSession, entry: InboxEntry) -> list[ItemResult]:
    """What is still known of the items of a delivery whose body is gone."""
    notes = {
        note.position: note
        for note in await queries.notes_of(session, entry.delivery_id, entry.workspace_id)
    }
    return [
        ItemResult(
            position,
            _outcome(entry, note := notes.get(position)),
            note.code if note else "",
            note.detail if note else "",
            note.event_id if note else None,
            None,
        )
        for position in range(entry.items)
    ]


def _outcome(entry: InboxEntry, note: ItemNote | None) -> Outcome:
    """Of a processed delivery an item without a note was accepted, with nothing more to say."""
    if note is not None:
        return Outcome(note.outcome)
    return Outcome.ACCEPTED if entry.state == leases.DONE else Outcome.WAITING


async def replay_delivery(session: AsyncSession, caller: Caller, delivery_id: str) -> InboxEntry:
    """Have a delivery processed again, by the rules as they are now.

    Events that it made already stay as they are; like every replay it is on record. Raises
    DeliveryNotFound, Forbidden, StillWaiting, BodyRemoved.
    """
    entry = await _find(session, caller, delivery_id, lock=True)
    if entry.due_at is not None:
        raise StillWaiting("It has not been processed yet; there is nothing to repeat.")
    delivery = await queries.delivery_by_id(session, delivery_id, caller.workspace_ids)
    if delivery is not None and delivery.body_removed_at is not None:
        raise BodyRemoved("Its body is no longer kept, so there is nothing to process again.")
    only = {"kind": Kind.ALL.value, "delivery_ids": [entry.delivery_id]}
    wanted = Selection(delivery_ids=[entry.delivery_id])
    await replays.start_replay(session, caller, entry.workspace_id, wanted, None, only)
    await session.refresh(entry)
    return entry


async def list_quarantine(
    session: AsyncSession, caller: Caller, workspace_id: str, reason: Reason, paging: Paging
) -> tuple[list[tuple[ItemNote, datetime]], str | None]:
    """A page of the items that were not understood, newest first. Raises NotFound, Forbidden."""
    caller.require(Role.EDITOR, workspace_id)
    rows = await queries.quarantine_page(session, workspace_id, reason, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row[0].delivery_id, row[0].position])


async def total_quarantine(
    session: AsyncSession, caller: Caller, workspace_id: str
) -> list[tuple[int, ItemNote, datetime]]:
    """How many items wait by source, reason and missing touchpoint, each with its newest one.

    Raises NotFound, Forbidden.
    """
    caller.require(Role.EDITOR, workspace_id)
    return await queries.quarantine_totals(session, workspace_id, MAX_TOTALS)


async def _find(
    session: AsyncSession, caller: Caller, delivery_id: str, *, lock: bool
) -> InboxEntry:
    """An inbox entry that the caller may work with: raw bodies are for editors."""
    found = await queries.entry_by_id(session, delivery_id, caller.workspace_ids, lock=lock)
    if found is None:
        raise DeliveryNotFound("There is no such delivery.")
    caller.require(Role.EDITOR, found.workspace_id)
    return found
