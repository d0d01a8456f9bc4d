"""What measuring asks of whatever keeps the events, with the definitions it must keep to.

Today that is SQL over the table of events (sql.py); a columnar engine answers the same questions.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from waymark.journeys.period import Period
from waymark.journeys.shape import JourneyShape


@dataclass(frozen=True, slots=True)
class Traffic:
    """The events at one touchpoint in one bucket of a period, with values in one currency or none.

    `score_sum` is over `answers` scored events, on −2 … +2. Promoters and detractors are those of
    the `nps_answers` events that were scored on that scale.
    """

    touchpoint_id: str
    bucket: int
    currency: str | None
    events: int
    answers: int
    score_sum: float
    nps_answers: int
    promoters: int
    detractors: int
    amount: float


@dataclass(frozen=True, slots=True)
class Flow:
    """How customers moved on from one place of the map (a step, stage or placement).

    A customer's "first event here" is the first one within the period.
    """

    customers: int
    continued: int = 0
    """Seen at any later step (for a stage: of a later stage) at or after their first event here."""
    next_customers: int = 0
    """Seen at the next measured step, at any time in the period."""
    next_after: int = 0
    """Seen at the next measured step at or after their first event here."""


@dataclass(frozen=True, slots=True)
class Flows:
    """How customers moved through a map.

    Flows are by the index of step, stage and placement in the map's shape; places without customers
    are left out. `visitors` counts customers by step and bucket. `customers` were seen anywhere on
    the map, `converted` of them at the goal step.

    The median is over customers seen both at the goal and at an earlier step: the time from their
    first event at an earlier step to the first one at the goal after it or, for who was at the goal
    only before that, to their last one there, which is negative.
    """

    steps: Mapping[int, Flow]
    stages: Mapping[int, Flow]
    placements: Mapping[int, Flow]
    visitors: Mapping[tuple[int, int], int]
    customers: int = 0
    converted: int = 0
    median_ms_to_goal: float | None = None


class JourneyStore(Protocol):
    """Answers questions about the events of one workspace."""

    async def last_events(self, touchpoint_ids: Collection[str]) -> dict[str, int]:
        """When each touchpoint had its last event (Unix milliseconds), if it had any."""
        ...

    async def traffic(self, touchpoint_ids: Collection[str], period: Period) -> Sequence[Traffic]:
        """Events, scores and values by touchpoint, bucket and currency."""
        ...

    async def flows(
        self, shape: JourneyShape, measured: Sequence[bool], goal: int | None, period: Period
    ) -> Flows:
        """How customers moved; `measured` says which steps ever had an event."""
        ...
