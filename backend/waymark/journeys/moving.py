"""How customers moved through a map, from when each was first and last seen where. Pure.

Somebody went on from here to there if their last time there is not before their first time here.
So of everything a customer did only the first and the last time at each touchpoint matter.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from waymark.journeys.measures import following_steps
from waymark.journeys.shape import JourneyShape
from waymark.journeys.store import Flow

Visit = tuple[str, int, int, int]
"""Customer, touchpoint, and when the one was first and last seen at the other (milliseconds)."""

BEFORE_ALL = -(10**18)


class _Count:
    """A flow being counted."""

    __slots__ = ("continued", "customers", "next_after", "next_customers")

    def __init__(self) -> None:
        self.customers = self.continued = self.next_customers = self.next_after = 0

    def add(self, first: int, beyond: int, following: int | None) -> None:
        """Count a customer: first seen here, last seen anywhere beyond, last seen right after."""
        self.customers += 1
        self.continued += beyond >= first
        if following is not None:
            self.next_customers += 1
            self.next_after += following >= first

    def flow(self) -> Flow:
        """What was counted."""
        return Flow(self.customers, self.continued, self.next_customers, self.next_after)


class Moving:
    """Counts flows by step, stage and placement (their indexes in the shape).

    Visits tell touchpoints by their place in `touchpoint_ids`.
    """

    def __init__(
        self, shape: JourneyShape, measured: Sequence[bool], touchpoint_ids: Sequence[str]
    ) -> None:
        self._stage_of = [step.stage for step in shape.steps]
        self._after_step = following_steps(measured)
        self._after_stage = dict(zip(self._stage_of, self._after_step, strict=True))
        self._placed = [
            [
                (place, item.step)
                for place, item in enumerate(shape.placements)
                if item.touchpoint_id == touchpoint_id
            ]
            for touchpoint_id in touchpoint_ids
        ]
        self._steps: dict[int, _Count] = {}
        self._stages: dict[int, _Count] = {}
        self._placements: dict[int, _Count] = {}
        self.customers = 0

    def add(self, visits: Iterable[Visit]) -> "Moving":
        """Count visits, which come sorted by customer."""
        for _, own in groupby(visits, itemgetter(0)):
            self.customers += 1
            self._add_customer(list(own))
        return self

    def _add_customer(self, visits: Sequence[Visit]) -> None:
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for _, touchpoint, earliest, latest in visits:
            for _, step in self._placed[touchpoint]:
                first[step] = min(earliest, first.get(step, earliest))
                last[step] = max(latest, last.get(step, latest))
        beyond = self._add_places(first, last)
        for _, touchpoint, earliest, _ in visits:
            for place, step in self._placed[touchpoint]:
                after = last.get(_index(self._after_step[step]))
                _at(self._placements, place).add(earliest, beyond[step], after)

    def _add_places(self, first: dict[int, int], last: dict[int, int]) -> dict[int, int]:
        """Count a customer at their steps and stages; by step, when they were last seen beyond."""
        beyond: dict[int, int] = {}
        stages: dict[int, tuple[int, int]] = {}
        furthest = BEFORE_ALL
        for step in sorted(first, reverse=True):
            beyond[step] = furthest
            after = last.get(_index(self._after_step[step]))
            _at(self._steps, step).add(first[step], furthest, after)
            stage = self._stage_of[step]
            earliest, past = stages.get(stage, (first[step], furthest))
            stages[stage] = (min(earliest, first[step]), past)
            furthest = max(furthest, last[step])
        for stage, (earliest, past) in stages.items():
            after = last.get(_index(self._after_stage[stage]))
            _at(self._stages, stage).add(earliest, past, after)
        return beyond

    def steps(self) -> dict[int, Flow]:
        """Flows by step."""
        return _flows(self._steps)

    def stages(self) -> dict[int, Flow]:
        """Flows by stage."""
        return _flows(self._stages)

    def placements(self) -> dict[int, Flow]:
        """Flows by placement."""
        return _flows(self._placements)


def _index(step: int | None) -> int:
    return -1 if step is None else step


def _at(counts: dict[int, _Count], place: int) -> _Count:
    found = counts.get(place)
    if found is None:
        found = counts[place] = _Count()
    return found


def _flows(counts: dict[int, _Count]) -> dict[int, Flow]:
    return {place: count.flow() for place, count in counts.items()}
