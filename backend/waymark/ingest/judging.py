"""From an item of a delivery to an event, or to a reason why not. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from waymark.ingest.mapping import Rule, first_match
from waymark.ingest.native import MAX_ITEM_BYTES, Identity, Reading, Unfit, read


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The touchpoints of a workspace that items name by key, and those that rules lead to."""

    by_key: Mapping[str, str]
    ids: Collection[str]


@dataclass(frozen=True, slots=True)
class Fit:
    """What an item says, and the touchpoint it belongs to."""

    reading: Reading
    touchpoint_id: str


def judge(
    item: Any,
    identity: Identity,
    received_at: datetime,
    rules: Sequence[Rule],
    catalogue: Catalogue,
) -> Fit | Unfit:
    """Whether an item can be an event, and which."""
    if identity.size > MAX_ITEM_BYTES:
        return Unfit("item_too_large", f"One event may have {MAX_ITEM_BYTES // 1024} kB.")
    try:
        return Fit(read(item, received_at), _touchpoint(item, rules, catalogue))
    except Unfit as reason:
        return reason


def named_touchpoint(item: Any) -> str | None:
    """The key of the touchpoint that an item names, if it names one."""
    named = item.get("touchpoint") if isinstance(item, dict) else None
    return named if isinstance(named, str) and named else None


def _touchpoint(item: Any, rules: Sequence[Rule], catalogue: Catalogue) -> str:
    named = named_touchpoint(item)
    if named is not None and named in catalogue.by_key:
        return catalogue.by_key[named]
    ruled = first_match(rules, item)
    if ruled is not None:
        if ruled in catalogue.ids:
            return ruled
        raise Unfit("unknown_touchpoint", "The rule that matches leads to a deleted touchpoint.")
    if named is None:
        raise Unfit("no_touchpoint", "It names no touchpoint, and no rule matches it.")
    raise Unfit(
        "unknown_touchpoint",
        f"There is no touchpoint with the key “{named[:80]}”, and no rule matches.",
    )
