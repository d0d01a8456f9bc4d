"""What a mapping would make of the last things a source sent. Nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.ingest.deliveries import listing
from waymark.ingest.deliveries.selection import Selection
from waymark.ingest.mapping.identity import identify
from waymark.ingest.mapping.model import Mapping, from_json
from waymark.ingest.mapping.reading import Reader
from waymark.ingest.models import Delivery, Source
from waymark.ingest.processing import queries as inbox_queries
from waymark.ingest.processing.judging import (
    Catalogue,
    Fit,
    Judged,
    Understanding,
    deciding_rule,
    judge,
    named_touchpoint,
)
from waymark.ingest.sources import service
from waymark.ingest.sources.understanding import format_of, mapping_of, unpack
from waymark.kit.errors import Malformed, TooLarge
from waymark.touchpoints import service as touchpoints
from waymark.touchpoints.wanted import Wanted

DELIVERIES = 20
ITEMS = 50


@dataclass(frozen=True, slots=True)
class Previewed:
    """An item as it came, and what it would become."""

    delivery: Delivery
    position: int
    content: Any
    judged: Judged
    rule: int | None
    """The place of the rule that decided, from 0."""


async def preview(
    session: AsyncSession,
    caller: Caller,
    source_id: str,
    proposed: dict[str, Any] | None,
    delivery_ids: Sequence[str] | None = None,
) -> list[Previewed]:
    """The last items that a source sent, newest first, as a mapping would understand them.

    Or those of certain deliveries. Without a proposed mapping it is the source's own. Raises
    SourceNotFound, Forbidden.
    """
    source = await service.get_source(session, caller, source_id)
    caller.require(Role.EDITOR, source.workspace_id)
    mapping = from_json(proposed) if proposed is not None else mapping_of(source)
    entries = await listing.page(
        session,
        source.workspace_id,
        Selection(source_id=source.id, delivery_ids=delivery_ids),
        None,
        DELIVERIES,
    )
    deliveries = await inbox_queries.deliveries(
        session, [entry.delivery_id for entry in entries[:DELIVERIES]]
    )
    found = [
        (delivery, position, item)
        for delivery in reversed(deliveries)
        for position, item in _items(source, delivery)
    ][:ITEMS]
    judged = await judge_all(
        session, source, mapping, [(item, delivery.received_at) for delivery, _, item in found]
    )
    return [
        Previewed(delivery, position, item, meaning, rule)
        for (delivery, position, item), (meaning, rule) in zip(found, judged, strict=True)
    ]


async def judge_all(
    session: AsyncSession, source: Source, mapping: Mapping, items: Sequence[tuple[Any, datetime]]
) -> list[tuple[Judged, int | None]]:
    """What items that are received at these times would be, and by which rule."""
    reader = Reader(mapping)
    catalogue = await _catalogue(session, source, reader, [item for item, _ in items])
    by = Understanding(format_of(source), reader, catalogue)
    judged = [judge(item, identify(item, mapping.id), at, by) for item, at in items]
    known = await _known(session, source.workspace_id, judged)
    return [
        (_placed(meaning, known), deciding_rule(item, by))
        for meaning, (item, _) in zip(judged, items, strict=True)
    ]


async def deciding_rules(
    session: AsyncSession, source: Source, delivery: Delivery
) -> dict[int, int]:
    """By the position of an item, the place of the rule that fits it in the mapping as it is."""
    reader = Reader(mapping_of(source))
    items = _items(source, delivery)
    catalogue = await _catalogue(session, source, reader, [item for _, item in items])
    by = Understanding(format_of(source), reader, catalogue)
    places = {position: deciding_rule(item, by) for position, item in items}
    return {position: place for position, place in places.items() if place is not None}


async def _known(
    session: AsyncSession, workspace_id: str, judged: Sequence[Judged]
) -> dict[str, str]:
    """Ids of those touchpoints that would be made if they were not there already."""
    keys = {
        meaning.touchpoint.key
        for meaning in judged
        if isinstance(meaning, Fit) and isinstance(meaning.touchpoint, Wanted)
    }
    return await touchpoints.ids_by_key(session, workspace_id, keys)


def _placed(meaning: Judged, known: dict[str, str]) -> Judged:
    if isinstance(meaning, Fit) and isinstance(meaning.touchpoint, Wanted):
        return meaning._replace(touchpoint=known.get(meaning.touchpoint.key, meaning.touchpoint))
    return meaning


def _items(source: Source, delivery: Delivery) -> list[tuple[int, Any]]:
    """The items that are still there, each with its place."""
    try:
        unpacked = unpack(source, delivery)
    except (Malformed, TooLarge):
        return []
    return [
        (position, item)
        for position, item in enumerate(unpacked.items)
        if position not in unpacked.erased
    ]


async def _catalogue(
    session: AsyncSession, source: Source, reader: Reader, items: Sequence[Any]
) -> Catalogue:
    keys = {named_touchpoint(item, reader) for item in items} - {None}
    ruled = {rule.then.touchpoint_id for rule in reader.mapping.rules if rule.then.touchpoint_id}
    return Catalogue(
        await touchpoints.ids_by_key(session, source.workspace_id, [key for key in keys if key]),
        await touchpoints.ids_among(session, source.workspace_id, ruled),
    )
