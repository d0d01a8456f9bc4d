"""Which deliveries somebody means: for lists, and for replays."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """Deliveries by what became of them."""

    ALL = "all"
    WAITING = "waiting"
    """Not processed yet, or to be tried again."""
    QUARANTINED = "quarantined"
    """With items that were not understood."""
    DEAD = "dead"
    """Given up after the last attempt failed."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Deliveries that meet all of this."""

    kind: Kind = Kind.ALL
    source_id: str | None = None
    delivery_ids: Collection[str] | None = None
    code: str | None = None
    """With items that were quarantined for this reason."""
    touchpoint_key: str | None = None
    """With items that wait for the touchpoint with this key."""
    since: datetime | None = None
    until: datetime | None = None
    """Received from `since` on and before `until`."""
