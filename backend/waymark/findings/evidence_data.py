"""What customers did on a map, as rules see it: counts by step and placement over one window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class StepEvidence:
    """What happened at a step. `last` means that the journey is not drawn beyond it."""

    customers: int
    continued: int
    earlier_customers: int
    earlier_continued: int
    satisfaction: float | None
    answers: int
    last: bool


@dataclass(frozen=True)
class PlacementEvidence:
    """Events at a touchpoint where it is placed, and whether it ever had one."""

    events: int
    ever: bool


@dataclass(frozen=True)
class Evidence:
    """A map's evidence from the first day to the last one, UTC, both included."""

    first_day: date
    last_day: date
    customers: int
    steps: Mapping[str, StepEvidence] = field(default_factory=dict)
    placements: Mapping[str, PlacementEvidence] = field(default_factory=dict)
    source_ids: frozenset[str] = frozenset()
    """The sources that sent what was counted."""
    conversion: float | None = None
    """The share of customers who reached the goal, 0 to 1; None where nobody can know."""
