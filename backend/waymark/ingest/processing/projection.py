"""From stored deliveries to events: everything here can be done again, and comes out the same."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.bonds import Fact
from waymark.customers.learning import learn
from waymark.db.engine import Database
from waymark.events.models import Event
from waymark.ingest.mapping.identity import identify
from waymark.ingest.mapping.model import Mapping as ItemMapping
from waymark.ingest.models import Delivery, InboxEntry, Source
from waymark.ingest.processing import queries
from waymark.ingest.processing.items import Item
from waymark.ingest.processing.judging import (
    Catalogue,
    Erased,
    Fit,
    Identified,
    Understanding,
    judge,
    named_touchpoint,
)
from waymark.ingest.processing.learning import facts_of
from waymark.ingest.processing.noting import write_notes
from waymark.ingest.processing.outcomes import Known, Outcome, Verdict, settle
from waymark.ingest.sources.understanding import format_of, mapping_of, unpack
from waymark.jobs import leases
from waymark.kit.clock import to_ms
from waymark.kit.ids import new_id
from waymark.kit.vault import Vault
from waymark.touchpoints import service as touchpoints
from waymark.touchpoints.wanted import Wanted


@dataclass(frozen=True, slots=True)
class _Opened:
    """A delivery, its items, and how they are to be understood."""

    delivery: Delivery
    source: Source
    mapping: ItemMapping
    contents: Sequence[Any]
    erased: Collection[int]


async def project(database: Database, vault: Vault, batch: Sequence[InboxEntry]) -> None:
    """Turn leased deliveries into events and notes, and finish them, in one transaction.

    Entries whose lease has been taken over meanwhile are left alone.
    """
    items = await _read(database, [entry.delivery_id for entry in batch])
    async with database.writing() as session:
        ours = {entry.delivery_id: entry for entry in await still_ours(session, batch)}
        items = [item for item in items if item.delivery.id in ours]
        verdicts = await _settle(session, vault, items)
        await learn(session, _facts(vault, items, verdicts))
        await write_notes(session, ours, items, verdicts)
        for entry in ours.values():
            leases.finish(entry)


async def still_ours(session: AsyncSession, batch: Sequence[InboxEntry]) -> list[InboxEntry]:
    """The entries of a leased batch that no other worker has taken over, locked."""
    lease_id = batch[0].lease_id
    ids = [entry.delivery_id for entry in batch]
    return await queries.still_leased(session, ids, lease_id) if lease_id else []


async def _read(database: Database, delivery_ids: Sequence[str]) -> list[Item]:
    async with database.reading() as session:
        deliveries = await queries.deliveries(session, delivery_ids)
        sources = await queries.sources(session, {item.source_id for item in deliveries})
        mappings = {source.id: mapping_of(source) for source in sources.values()}
        opened = [
            _Opened(
                delivery,
                source := sources[delivery.source_id],
                mappings[source.id],
                (unpacked := unpack(source, delivery)).items,
                unpacked.erased,
            )
            for delivery in deliveries
        ]
        catalogues = await _catalogues(session, opened)
    items: list[Item] = []
    for entry in opened:
        items += _judged(entry, catalogues)
        await asyncio.sleep(0)  # requests to the same process are answered in between
    return items


async def _catalogues(session: AsyncSession, opened: Sequence[_Opened]) -> dict[str, Catalogue]:
    """By workspace, those of the touchpoints that items name or rules lead to."""
    keys: dict[str, set[str]] = {}
    ruled: dict[str, set[str]] = {}
    for entry in opened:
        workspace_id, mapping = entry.source.workspace_id, entry.mapping
        named = keys.setdefault(workspace_id, set())
        if mapping.touchpoint:
            found = (named_touchpoint(item, mapping) for item in entry.contents)
            named.update(key for key in found if key)
        ruled.setdefault(workspace_id, set()).update(
            rule.then.touchpoint_id for rule in mapping.rules if rule.then.touchpoint_id
        )
    return {
        workspace_id: Catalogue(
            await touchpoints.ids_by_key(session, workspace_id, keys[workspace_id]),
            await touchpoints.ids_among(session, workspace_id, ruled[workspace_id]),
        )
        for workspace_id in keys
    }


def _judged(opened: _Opened, catalogues: Mapping[str, Catalogue]) -> list[Item]:
    delivery, mapping = opened.delivery, opened.mapping
    by = Understanding(format_of(opened.source), mapping, catalogues[opened.source.workspace_id])
    return [
        Item(
            delivery,
            position,
            content,
            identity := identify(content, mapping.id, mapping.sent_at),
            (
                Erased()
                if position in opened.erased
                else judge(content, identity, delivery.received_at, by)
            ),
        )
        for position, content in enumerate(opened.contents)
    ]


async def _settle(session: AsyncSession, vault: Vault, items: Sequence[Item]) -> list[Verdict]:
    """Insert the events that are new; what became of each item."""
    places = await _places(session, items)
    rows = []
    for item in items:
        if isinstance(item.judged, Fit):
            rows.append(_event(vault, item, item.judged, places))
    all_new = not rows or await queries.add_events(session, rows)
    # An event that was not there before needs no look at what was.
    doubtful = [item for item in items if not (all_new and isinstance(item.judged, Fit))]
    events = await queries.events_by_item(session, [item.key for item in doubtful])
    return [
        settle(
            item.delivery.id,
            item.position,
            item.identity.digest,
            item.judged,
            _known(events.get(item.key)),
        )
        for item in items
    ]


def _known(event: Event | None) -> Known | None:
    if event is None:
        return None
    return Known(event.id, event.delivery_id, event.position, event.item_digest)


def _facts(vault: Vault, items: Sequence[Item], verdicts: Sequence[Verdict]) -> list[Fact]:
    """What the items say of customers; of one that contradicts an earlier one, nothing."""
    return [
        fact
        for item, verdict in zip(items, verdicts, strict=True)
        if isinstance(item.judged, Fit | Identified) and verdict.outcome is not Outcome.CONFLICT
        for fact in facts_of(vault, item.delivery.workspace_id, item.judged.reading)
    ]


async def _places(session: AsyncSession, items: Sequence[Item]) -> dict[tuple[str, str], str]:
    """Ids by workspace and key of the touchpoints that rules name; those not there are made."""
    wanted: dict[str, dict[str, Wanted]] = {}
    for item in items:
        if isinstance(item.judged, Fit) and isinstance(item.judged.touchpoint, Wanted):
            place = item.judged.touchpoint
            wanted.setdefault(item.delivery.workspace_id, {}).setdefault(place.key, place)
    found = {}
    for workspace_id, places in wanted.items():
        ids = await touchpoints.ensure_touchpoints(session, workspace_id, list(places.values()))
        found.update({(workspace_id, key): touchpoint_id for key, touchpoint_id in ids.items()})
    return found


def _event(
    vault: Vault, item: Item, fit: Fit, places: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    reading, workspace_id = fit.reading, item.delivery.workspace_id
    score, value, touchpoint = reading.score, reading.value, fit.touchpoint
    return {
        "id": new_id(),
        "workspace_id": workspace_id,
        "source_id": item.delivery.source_id,
        "item_key": item.identity.key,
        "item_digest": item.identity.digest,
        "delivery_id": item.delivery.id,
        "position": item.position,
        "touchpoint_id": (
            places[workspace_id, touchpoint.key] if isinstance(touchpoint, Wanted) else touchpoint
        ),
        "customer": vault.pseudonym(workspace_id, reading.ids[0].name),
        "occurred_ms": to_ms(reading.occurred_at),
        "clamped": reading.clamped,
        "score": score.normalised if score else None,
        "score_raw": score.raw if score else None,
        "score_scale": score.scale if score else None,
        "amount_e4": value.amount_e4 if value else None,
        "currency": value.currency if value else None,
        "channel": reading.channel,
        "properties": reading.properties,
    }
