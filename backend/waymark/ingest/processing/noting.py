"""What is worth saying about the items of deliveries, and how many became what."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.ingest.mapping.identity import canonical
from waymark.ingest.models import InboxEntry
from waymark.ingest.processing import queries
from waymark.ingest.processing.items import Item
from waymark.ingest.processing.outcomes import Outcome, Verdict

EXCERPT = 500

COUNTED = {
    Outcome.ACCEPTED: "accepted",
    Outcome.IDENTIFIED: "identified",
    Outcome.IGNORED: "ignored",
    Outcome.QUARANTINED: "quarantined",
    Outcome.DUPLICATE: "duplicates",
    Outcome.CONFLICT: "duplicates",
    Outcome.ERASED: "erased",
}
"""Under which name of an inbox entry an outcome is counted."""


async def write_notes(
    session: AsyncSession,
    entries: Mapping[str, InboxEntry],
    items: Sequence[Item],
    verdicts: Sequence[Verdict],
) -> None:
    """Write down what is worth saying about the items, and the counts of each delivery."""
    counts = {delivery_id: dict.fromkeys(COUNTED.values(), 0) for delivery_id in entries}
    notes: list[dict[str, Any]] = []
    for item, verdict in zip(items, verdicts, strict=True):
        counts[item.origin.delivery_id][COUNTED[verdict.outcome]] += 1
        if not verdict.plain:
            notes.append(_note_row(item, verdict))
    for delivery_id, entry in entries.items():
        for name, count in counts[delivery_id].items():
            setattr(entry, name, count)
    await queries.replace_notes(session, list(entries), notes)
    last = {entry.source_id: entry.received_at for entry in entries.values() if entry.accepted}
    for source_id in sorted(last):
        await queries.note_last_event(session, source_id, last[source_id])


def _note_row(item: Item, verdict: Verdict) -> dict[str, Any]:
    quarantined = verdict.outcome is Outcome.QUARANTINED
    return {
        "delivery_id": item.origin.delivery_id,
        "position": item.position,
        "workspace_id": item.origin.workspace_id,
        "source_id": item.origin.source_id,
        "outcome": verdict.outcome.value,
        "code": verdict.code,
        "detail": verdict.detail,
        "excerpt": _excerpt(item.content) if quarantined else "",
        "event_id": verdict.event_id,
        "touchpoint_key": verdict.touchpoint_key,
    }


def _excerpt(content: Any) -> str:
    return canonical(content).decode()[:EXCERPT].replace("\x00", "")
