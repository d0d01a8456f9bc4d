"""Looking through the deliveries that are kept for what is one customer's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.events.models import Event
from waymark.ingest.erasing import queries
from waymark.ingest.erasing.persons import Person, Relation
from waymark.ingest.mapping.identity import Identity, identify
from waymark.ingest.mapping.reading import Reader
from waymark.ingest.models import Delivery, Source
from waymark.ingest.processing import queries as inbox_queries
from waymark.ingest.sources.understanding import format_of, mapping_of, unpack
from waymark.kit.errors import Malformed, TooLarge

DELIVERIES_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that is the customer's or speaks of them."""

    position: int
    content: Any
    identity: Identity
    relation: Relation
    event: Event | None
    """The event that it has made itself."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a delivery."""

    delivery: Delivery
    items: Sequence[Any]
    erased: frozenset[int]
    hits: Sequence[Hit]
    illegible: bool = False
    """It cannot be unpacked any more, and its text speaks of them."""

    @property
    def found(self) -> bool:
        """Whether there is anything."""
        return bool(self.hits) or self.illegible


async def look_further(
    session: AsyncSession, person: Person, after: str | None, before: str
) -> tuple[list[Looked], str | None]:
    """What is found in the next deliveries that were received before the id `before`.

    Also the id of the last delivery that was looked into; None when there are no more.
    """
    deliveries = await queries.next_deliveries(
        session, person.workspace_id, after, before, DELIVERIES_AT_ONCE
    )
    if not deliveries:
        return [], None
    return await look_into(session, person, deliveries), deliveries[-1].id


async def look_into(
    session: AsyncSession, person: Person, deliveries: Sequence[Delivery]
) -> list[Looked]:
    """What is found in these deliveries."""
    sources = await inbox_queries.sources(session, {item.source_id for item in deliveries})
    return [
        await _look(session, person, sources[delivery.source_id], delivery)
        for delivery in deliveries
    ]


async def _look(
    session: AsyncSession, person: Person, source: Source, delivery: Delivery
) -> Looked:
    try:
        unpacked = unpack(source, delivery)
    except (Malformed, TooLarge):
        illegible = person.is_mentioned(delivery.body.decode(errors="replace"))
        return Looked(delivery, [], frozenset(), [], illegible)
    mapping = mapping_of(source)
    mappings = {id(entry): entry for entry in (mapping, format_of(source).mapping)}.values()
    readers = [Reader(each) for each in mappings]
    identities = [identify(item, mapping.id, mapping.sent_at) for item in unpacked.items]
    keys = [(source.id, identity.key) for identity in identities]
    events = await inbox_queries.events_by_item(session, keys)
    hits = []
    for position, (item, identity) in enumerate(zip(unpacked.items, identities, strict=True)):
        if position in unpacked.erased:
            continue
        event = events.get((source.id, identity.key))
        relation = person.relation(item, readers, event.customer if event else None)
        if relation is not Relation.NONE:
            own = event if event and _made(event, delivery, position) else None
            hits.append(Hit(position, item, identity, relation, own))
    return Looked(delivery, unpacked.items, unpacked.erased, hits)


def _made(event: Event, delivery: Delivery, position: int) -> bool:
    return (event.delivery_id, event.position) == (delivery.id, position)
