"""What a mapping would make of the last things a source sent. Nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.ingest.deliveries import listing
from waymark.ingest.deliveries.selection import Selection
from waymark.ingest.mapping.identity import identify
from waymark.ingest.mapping.model import Mapping, from_json
from waymark.ingest.models import Delivery, Source
from waymark.ingest.processing import queries as inbox_queries
from waymark.ingest.processing.judging import (
    Catalogue,
    Fit,
    Judged,
    Understanding,
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


async def preview(
    session: AsyncSession, caller: Caller, source_id: str, proposed: dict[str, Any] | None
) -> list[Previewed]:
    """The last items that a source sent, newest first, as a mapping would understand them.

    Without a proposed one it is the source's own. Raises SourceNotFound, Forbidden.
    """
    source = await service.get_source(session, caller, source_id)
    caller.require(Role.EDITOR, source.workspace_id)
    mapping = from_json(proposed) if proposed is not None else mapping_of(source)
    entries = await listing.page(
        session, source.workspace_id, Selection(source_id=source.id), None, DELIVERIES
    )
    deliveries = await inbox_queries.deliveries(
        session, [entry.delivery_id for entry in entries[:DELIVERIES]]
    )
    found = [
        (delivery, position, item)
        for delivery in reversed(deliveries)
        for position, item in _items(source, delivery)
    ][:ITEMS]
    catalogue = await _catalogue(session, source, mapping, [item for _, _, item in found])
    by = Understanding(format_of(source), mapping, catalogue)
    judged = [
        judge(item, identify(item, mapping.id), delivery.received_at, by)
        for delivery, _, item in found
    ]
    known = await _known(session, source.workspace_id, judged)
    return [
        Previewed(delivery, position, item, _placed(meaning, known))
        for (delivery, position, item), meaning in zip(found, judged, strict=True)
    ]


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
        return replace(meaning, touchpoint=known.get(meaning.touchpoint.key, meaning.touchpoint))
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
    session: AsyncSession, source: Source, mapping: Mapping, items: Sequence[Any]
) -> Catalogue:
    keys = {named_touchpoint(item, mapping) for item in items} - {None}
    ruled = {rule.then.touchpoint_id for rule in mapping.rules if rule.then.touchpoint_id}
    return Catalogue(
        await touchpoints.ids_by_key(session, source.workspace_id, [key for key in keys if key]),
        await touchpoints.ids_among(session, source.workspace_id, ruled),
    )
