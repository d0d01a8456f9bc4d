"""From stored deliveries to events: everything here can be done again, and comes out the same."""

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.bonds import Fact
from waymark.customers.learning import learn
from waymark.db.engine import Database
from waymark.events.models import Event
from waymark.events.runs import next_run
from waymark.ingest.mapping.identity import identify
from waymark.ingest.mapping.reading import Reader
from waymark.ingest.models import InboxEntry
from waymark.ingest.processing import queries
from waymark.ingest.processing.event_rows import event_rows
from waymark.ingest.processing.items import Item, Origin, origin_of
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
from waymark.kit.vault import Vault
from waymark.touchpoints import service as touchpoints
from waymark.touchpoints.wanted import Wanted


@dataclass(frozen=True, slots=True)
class _Opened:
    """A delivery and its items."""

    origin: Origin
    contents: Sequence[Any]
    erased: Collection[int]


async def project(database: Database, vault: Vault, batch: Sequence[InboxEntry]) -> None:
    """Turn leased deliveries into events and notes, and finish them, in one transaction.

    Entries whose lease has been taken over meanwhile are left alone.
    """
    items = await _read(database, [entry.delivery_id for entry in batch])
    async with database.writing() as session:
        ours = {entry.delivery_id: entry for entry in await still_ours(session, batch)}
        items = [item for item in items if item.origin.delivery_id in ours]
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
        readers = {source.id: Reader(mapping_of(source)) for source in sources.values()}
        opened = []
        for delivery in deliveries:
            unpacked = unpack(sources[delivery.source_id], delivery)
            opened.append(_Opened(origin_of(delivery), unpacked.items, unpacked.erased))
        catalogues = await _catalogues(session, opened, readers)
    items: list[Item] = []
    for entry in opened:
        source = sources[entry.origin.source_id]
        catalogue = catalogues[source.workspace_id]
        items += _judged(entry, Understanding(format_of(source), readers[source.id], catalogue))
        await asyncio.sleep(0)  # whatever else this process does goes on in between
    return items


async def _catalogues(
    session: AsyncSession, opened: Sequence[_Opened], readers: Mapping[str, Reader]
) -> dict[str, Catalogue]:
    """By workspace, those of the touchpoints that items name or rules lead to."""
    keys: dict[str, set[str]] = {}
    ruled: dict[str, set[str]] = {}
    for entry in opened:
        workspace_id, reader = entry.origin.workspace_id, readers[entry.origin.source_id]
        named = keys.setdefault(workspace_id, set())
        if reader.mapping.touchpoint:
            found = {named_touchpoint(item, reader) for item in entry.contents}
            named.update(key for key in found if key)
        ruled.setdefault(workspace_id, set()).update(
            rule.then.touchpoint_id for rule in reader.mapping.rules if rule.then.touchpoint_id
        )
    return {
        workspace_id: Catalogue(
            await touchpoints.ids_by_key(session, workspace_id, keys[workspace_id]),
            await touchpoints.ids_among(session, workspace_id, ruled[workspace_id]),
        )
        for workspace_id in keys
    }


def _judged(opened: _Opened, by: Understanding) -> list[Item]:
    origin, erased, mapping = opened.origin, opened.erased, by.reader.mapping
    received_at = origin.received_at
    items = []
    for position, content in enumerate(opened.contents):
        identity = identify(content, mapping.id, mapping.sent_at)
        judged = Erased() if position in erased else judge(content, identity, received_at, by)
        items.append(Item(origin, position, content, identity, judged))
    return items


async def _settle(session: AsyncSession, vault: Vault, items: Sequence[Item]) -> list[Verdict]:
    """Insert the events that are new; what became of each item."""
    fits = [(item, item.judged) for item in items if isinstance(item.judged, Fit)]
    places = await _places(session, items)
    rows = event_rows(vault, fits, places, await _runs(session, [item for item, _ in fits]))
    all_new = await queries.add_events(session, rows)
    # An event that was not there before needs no look at what was.
    doubtful = [item for item in items if not (all_new and isinstance(item.judged, Fit))]
    events = await queries.events_by_item(session, [item.key for item in doubtful])
    return [
        settle(
            item.origin.delivery_id,
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
        for fact in facts_of(vault, item.origin.workspace_id, item.judged.reading)
    ]


async def _places(session: AsyncSession, items: Sequence[Item]) -> dict[tuple[str, str], str]:
    """Ids by workspace and key of the touchpoints that rules name; those not there are made."""
    wanted: dict[str, dict[str, Wanted]] = {}
    for item in items:
        if isinstance(item.judged, Fit) and isinstance(item.judged.touchpoint, Wanted):
            place = item.judged.touchpoint
            wanted.setdefault(item.origin.workspace_id, {}).setdefault(place.key, place)
    found = {}
    for workspace_id, places in wanted.items():
        ids = await touchpoints.ensure_touchpoints(session, workspace_id, list(places.values()))
        found.update({(workspace_id, key): touchpoint_id for key, touchpoint_id in ids.items()})
    return found


async def _runs(session: AsyncSession, items: Sequence[Item]) -> dict[str, int]:
    """By workspace, the run that its events are put into."""
    events = Counter(item.origin.workspace_id for item in items)
    return {
        workspace_id: await next_run(session, workspace_id, count)
        for workspace_id, count in events.items()
    }
