"""From deliveries to events: what the worker makes of the log, as often as it likes.

The same delivery processed twice gives the same events: an item is known by its source and key,
the first one stays, and everything about a delivery is written in one transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.engine import Database
from waymark.ingest import inbox_queries
from waymark.ingest.envelope import inflate, open_envelope
from waymark.ingest.judging import Catalogue, Fit, judge, named_touchpoint
from waymark.ingest.mapping import Rule
from waymark.ingest.models import Delivery, InboxEntry, Source
from waymark.ingest.native import Identity, Unfit, canonical, identify
from waymark.ingest.outcomes import Known, Outcome, Verdict, settle
from waymark.jobs import leases
from waymark.kit.clock import to_ms
from waymark.kit.ids import new_id
from waymark.kit.vault import Vault
from waymark.touchpoints import service as touchpoints

EXCERPT = 500


@dataclass(frozen=True, slots=True)
class Item:
    """An item at its place in a delivery, by what it is known, and what it was found to be."""

    delivery: Delivery
    position: int
    content: Any
    identity: Identity
    judged: Fit | Unfit

    @property
    def key(self) -> tuple[str, str]:
        """What is unique about an event: its source, and the item's key there."""
        return self.delivery.source_id, self.identity.key


async def project(database: Database, vault: Vault, batch: Sequence[InboxEntry]) -> None:
    """Turn leased deliveries into events and notes, and finish them, in one transaction.

    Entries whose lease has been taken over meanwhile are left alone.
    """
    items = await _read(database, [entry.delivery_id for entry in batch])
    async with database.writing() as session:
        ours = {entry.delivery_id: entry for entry in await still_ours(session, batch)}
        items = [item for item in items if item.delivery.id in ours]
        verdicts = await _settle(session, vault, items)
        await _note(session, ours, items, verdicts)
        for entry in ours.values():
            leases.finish(entry)


async def still_ours(session: AsyncSession, batch: Sequence[InboxEntry]) -> list[InboxEntry]:
    """The entries of a leased batch that no other worker has taken over, locked."""
    lease_id = batch[0].lease_id
    ids = [entry.delivery_id for entry in batch]
    return await inbox_queries.still_leased(session, ids, lease_id) if lease_id else []


async def _read(database: Database, delivery_ids: Sequence[str]) -> list[Item]:
    async with database.reading() as session:
        deliveries = await inbox_queries.deliveries(session, delivery_ids)
        sources = await inbox_queries.sources(session, {item.source_id for item in deliveries})
        contents = {delivery.id: _contents(delivery) for delivery in deliveries}
        catalogues = await _catalogues(session, deliveries, contents, sources)
    return [
        item
        for delivery in deliveries
        for item in _judged(
            delivery,
            contents[delivery.id],
            rules_of(sources[delivery.source_id]),
            catalogues[delivery.workspace_id],
        )
    ]


def _contents(delivery: Delivery) -> list[Any]:
    return open_envelope(inflate(delivery.body, delivery.content_encoding)).items


async def _catalogues(
    session: AsyncSession,
    deliveries: Sequence[Delivery],
    contents: Mapping[str, Sequence[Any]],
    sources: Mapping[str, Source],
) -> dict[str, Catalogue]:
    """By workspace, those of the touchpoints that items name or rules lead to."""
    keys: dict[str, set[str]] = {}
    for delivery in deliveries:
        named = keys.setdefault(delivery.workspace_id, set())
        named.update(key for key in map(named_touchpoint, contents[delivery.id]) if key)
    ruled: dict[str, set[str]] = {workspace_id: set() for workspace_id in keys}
    for source in sources.values():
        ruled[source.workspace_id].update(rule.touchpoint_id for rule in rules_of(source))
    return {
        workspace_id: Catalogue(
            await touchpoints.ids_by_key(session, workspace_id, keys[workspace_id]),
            await touchpoints.ids_among(session, workspace_id, ruled[workspace_id]),
        )
        for workspace_id in keys
    }


def _judged(
    delivery: Delivery, contents: Sequence[Any], rules: Sequence[Rule], catalogue: Catalogue
) -> list[Item]:
    return [
        Item(
            delivery,
            position,
            content,
            identity := identify(content),
            judge(content, identity, delivery.received_at, rules, catalogue),
        )
        for position, content in enumerate(contents)
    ]


def rules_of(source: Source) -> list[Rule]:
    """The mapping rules of a source."""
    return [Rule(**rule) for rule in source.rules]


async def _settle(
    session: AsyncSession, vault: Vault, items: Sequence[Item]
) -> Mapping[tuple[str, int], Verdict]:
    """Insert the events that are new; what became of each item, by delivery and position."""
    rows = [_event(vault, item, item.judged) for item in items if isinstance(item.judged, Fit)]
    inserted = await inbox_queries.add_events(session, rows)
    new = {(row["delivery_id"], row["position"]) for row in rows if row["id"] in inserted}
    old = [item for item in items if (item.delivery.id, item.position) not in new]
    events = await inbox_queries.events_by_item(session, [item.key for item in old])
    known = {
        key: Known(event.id, event.delivery_id, event.position, event.item_digest)
        for key, event in events.items()
    }
    return {
        (item.delivery.id, item.position): settle(
            item.delivery.id, item.position, item.identity.digest, item.judged, known.get(item.key)
        )
        for item in items
    }


async def _note(
    session: AsyncSession,
    entries: Mapping[str, InboxEntry],
    items: Sequence[Item],
    verdicts: Mapping[tuple[str, int], Verdict],
) -> None:
    """Write down what is worth saying about the items, and the counts of each delivery."""
    for entry in entries.values():
        entry.accepted = entry.duplicates = entry.quarantined = 0
    notes: list[dict[str, Any]] = []
    for item in items:
        verdict, entry = verdicts[item.delivery.id, item.position], entries[item.delivery.id]
        _count(entry, verdict.outcome)
        if not verdict.plain:
            notes.append(_note_row(item, verdict))
    await inbox_queries.replace_notes(session, list(entries), notes)
    for entry in entries.values():
        if entry.accepted:
            await inbox_queries.note_last_event(session, entry.source_id, entry.received_at)


def _count(entry: InboxEntry, outcome: Outcome) -> None:
    if outcome is Outcome.ACCEPTED:
        entry.accepted += 1
    elif outcome is Outcome.QUARANTINED:
        entry.quarantined += 1
    else:
        entry.duplicates += 1


def _note_row(item: Item, verdict: Verdict) -> dict[str, Any]:
    quarantined = verdict.outcome is Outcome.QUARANTINED
    return {
        "delivery_id": item.delivery.id,
        "position": item.position,
        "workspace_id": item.delivery.workspace_id,
        "source_id": item.delivery.source_id,
        "outcome": verdict.outcome.value,
        "code": verdict.code,
        "detail": verdict.detail,
        "excerpt": canonical(item.content).decode()[:EXCERPT] if quarantined else "",
        "event_id": verdict.event_id,
    }


def _event(vault: Vault, item: Item, fit: Fit) -> dict[str, Any]:
    reading, workspace_id = fit.reading, item.delivery.workspace_id
    score, value = reading.score, reading.value
    return {
        "id": new_id(),
        "workspace_id": workspace_id,
        "source_id": item.delivery.source_id,
        "item_key": item.identity.key,
        "item_digest": item.identity.digest,
        "delivery_id": item.delivery.id,
        "position": item.position,
        "touchpoint_id": fit.touchpoint_id,
        "customer": vault.pseudonym(workspace_id, reading.customer),
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
