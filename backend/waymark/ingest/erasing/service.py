"""Erasing a customer from what was kept of what was sent: the one change to a stored fact."""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.events.models import Event
from waymark.ingest.erasing import queries
from waymark.ingest.erasing.persons import Person, Relation
from waymark.ingest.erasing.searching import Hit, Looked, look_into
from waymark.ingest.mapping.identity import Identity, identify
from waymark.ingest.models import InboxEntry, ItemNote
from waymark.ingest.processing.noting import COUNTED
from waymark.ingest.processing.outcomes import ERASED, Outcome
from waymark.ingest.processing.queries import events_by_item, sources
from waymark.ingest.sources.understanding import mapping_of, pack_left
from waymark.jobs import leases
from waymark.kit.clock import utcnow

EVENTS_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Erased:
    """How much was erased."""

    items: int = 0
    events: int = 0

    def __add__(self, other: "Erased") -> "Erased":
        return Erased(self.items + other.items, self.events + other.events)


async def erase_from(session: AsyncSession, person: Person, delivery_id: str) -> Erased:
    """Take a customer out of a delivery: their items go, mentions of them are hidden.

    The other items stay at their places. A worker that has the delivery in hand loses it: what it
    read is no longer so.
    """
    entry = await queries.locked_entry(session, delivery_id)
    delivery = await queries.delivery_now(session, delivery_id)
    (looked,) = await look_into(session, person, [delivery])
    if not looked.found:
        return Erased()
    if entry.state == leases.LEASED:
        leases.enqueue(entry, utcnow())
    if looked.illegible:
        await queries.remove_bodies(session, [delivery.id], utcnow())
        return Erased(items=entry.items)
    theirs = [hit for hit in looked.hits if hit.relation is Relation.THEIRS]
    await _rewrite(session, person, looked, theirs)
    await _renote(session, person, entry, looked.hits)
    events = [hit.event.id for hit in theirs if hit.event is not None]
    await queries.delete_events(session, events)
    await session.flush()
    return Erased(len(theirs), len(events))


async def _rewrite(
    session: AsyncSession, person: Person, looked: Looked, theirs: Sequence[Hit]
) -> None:
    delivery, items = looked.delivery, list(looked.items)
    source = (await sources(session, [delivery.source_id]))[delivery.source_id]
    mapping = mapping_of(source)
    for hit in looked.hits:
        if hit.relation is Relation.MENTIONS:
            items[hit.position] = person.masked(hit.content)
            if hit.event is not None:
                identity = identify(items[hit.position], mapping.id, mapping.sent_at)
                await _keep_known(session, hit.event, identity)
                hit.event.properties = person.masked(hit.event.properties)
    delivery.body = pack_left(items, looked.erased | {hit.position for hit in theirs})
    delivery.content_type, delivery.content_encoding = "application/json", ""
    delivery.headers = []
    delivery.erased_at = utcnow()


async def _keep_known(session: AsyncSession, event: Event, identity: Identity) -> None:
    """An item may be known by its content, which is another one from now on."""
    same = await events_by_item(session, [(event.source_id, identity.key)])
    if same.get((event.source_id, identity.key), event).id == event.id:
        event.item_key, event.item_digest = identity.key, identity.digest


async def _renote(
    session: AsyncSession, person: Person, entry: InboxEntry, hits: Sequence[Hit]
) -> None:
    """What is said of the items, and counted, once theirs are gone."""
    notes = await queries.notes_at(session, entry.delivery_id, [hit.position for hit in hits])
    for hit in hits:
        note = notes.get(hit.position)
        if hit.relation is Relation.MENTIONS:
            if note is not None:
                note.excerpt = person.masked(note.excerpt)
                note.detail = person.masked(note.detail)
            continue
        if entry.state == leases.DONE:
            _recount(entry, Outcome(note.outcome) if note else Outcome.ACCEPTED)
        if note is None and entry.state == leases.DONE:
            note = ItemNote(
                delivery_id=entry.delivery_id,
                position=hit.position,
                workspace_id=entry.workspace_id,
                source_id=entry.source_id,
            )
            session.add(note)
        if note is not None:
            note.outcome, note.code, note.detail = ERASED.outcome, ERASED.code, ERASED.detail
            note.excerpt, note.event_id = "", None


def _recount(entry: InboxEntry, was: Outcome) -> None:
    name = COUNTED[was]
    setattr(entry, name, getattr(entry, name) - 1)
    entry.erased += 1


async def erase_events(
    session: AsyncSession, person: Person, keys: Sequence[str], before: str
) -> int:
    """Delete some of the events that are left under these keys; answers how many.

    Their deliveries have no body any more, or understand the customer otherwise by now.
    """
    ids = await queries.some_events(session, person.workspace_id, keys, before, EVENTS_AT_ONCE)
    await queries.delete_events(session, ids)
    return len(ids)


async def hide_in_events(session: AsyncSession, person: Person, after: str | None) -> str | None:
    """Hide mentions of a customer in the next events of others; where to go on, None at the end."""
    upto = await queries.events_window(session, person.workspace_id, after, EVENTS_AT_ONCE)
    if upto is None:
        return None
    texts = [orjson.dumps(text).decode()[1:-1] for text in person.texts]
    for event in await queries.events_with_text(session, person.workspace_id, after, upto, texts):
        hidden = person.masked(event.properties)
        if hidden != event.properties:
            event.properties = hidden
    await session.flush()
    return upto


async def erase_in(session: AsyncSession, person: Person, found: Sequence[Looked]) -> Erased:
    """Take a customer out of those deliveries in which something was found."""
    total = Erased()
    for looked in found:
        if looked.found:
            total += await erase_from(session, person, looked.delivery.id)
    return total
