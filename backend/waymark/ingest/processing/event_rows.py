"""From items that are events to the rows that they are kept as. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from waymark.ingest.processing.items import Item
from waymark.ingest.processing.judging import Fit
from waymark.kit.clock import to_ms
from waymark.kit.ids import new_id
from waymark.kit.vault import Vault
from waymark.touchpoints.wanted import Wanted

COLUMNS = (
    "source_id",
    "item_key",
    "item_digest",
    "id",
    "workspace_id",
    "delivery_id",
    "position",
    "touchpoint_id",
    "customer",
    "run",
    "occurred_ms",
    "clamped",
    "score",
    "score_raw",
    "score_scale",
    "amount_e4",
    "currency",
    "channel",
    "properties",
)
"""What the values of a row are, in their order."""


def event_rows(
    vault: Vault,
    fits: Sequence[tuple[Item, Fit]],
    places: Mapping[tuple[str, str], str],
    runs: Mapping[str, int],
) -> list[tuple[Any, ...]]:
    """The events of items that fit: `places` has touchpoints by workspace and key."""
    rows: list[tuple[Any, ...]] = []
    for item, fit in fits:
        (delivery_id, workspace_id, source_id, _), position, _, identity, _ = item
        reading, touchpoint = fit
        ids, occurred_at, clamped, score, value, channel, properties, _ = reading
        if isinstance(touchpoint, Wanted):
            touchpoint = places[workspace_id, touchpoint.key]
        rows.append(
            (
                source_id,
                identity.key,
                identity.digest,
                new_id(),
                workspace_id,
                delivery_id,
                position,
                touchpoint,
                vault.pseudonym(workspace_id, ids[0].name),
                runs[workspace_id],
                to_ms(occurred_at),
                clamped,
                score.normalised if score else None,
                score.raw if score else None,
                score.scale if score else None,
                value.amount_e4 if value else None,
                value.currency if value else None,
                channel,
                properties,
            )
        )
    return rows
