"""From what the store counted to the measures of a map. Pure."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from waymark.events.scores import net_promoter_score
from waymark.journeys.period import DAY_MS, Period
from waymark.journeys.shape import JourneyShape
from waymark.journeys.store import Flow, Flows, Traffic

NOBODY = Flow(0)


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything the store said about one period."""

    traffic: Sequence[Traffic]
    flows: Flows


@dataclass(frozen=True, slots=True)
class Reach:
    """What happened at one place of the map."""

    events: int
    customers: int
    continued: int
    share_continued: float | None
    next_customers: int
    next_after: int
    satisfaction: float | None
    answers: int
    value: float


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in one currency."""

    currency: str
    amount: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What happened on the map as a whole."""

    customers: int
    events: int
    goal_step_id: str | None
    converted: int
    conversion: float | None
    median_days_to_goal: float | None
    nps: float | None
    nps_answers: int
    revenue: list[Amount]


@dataclass(frozen=True, slots=True)
class Point:
    """A step in one bucket of the period, which starts on `date`."""

    date: date
    customers: int
    events: int
    satisfaction: float | None


def measured_steps(shape: JourneyShape, alive: Collection[str]) -> list[bool]:
    """Which steps are measured: a touchpoint on them has had an event, at any time."""
    measured = [False] * len(shape.steps)
    for placement in shape.placements:
        if placement.touchpoint_id in alive:
            measured[placement.step] = True
    return measured


def following_steps(measured: Sequence[bool]) -> list[int | None]:
    """For each step the next measured one after it."""
    following: list[int | None] = []
    upcoming: int | None = None
    for place in reversed(range(len(measured))):
        following.append(upcoming)
        if measured[place]:
            upcoming = place
    return following[::-1]


def goal_of(shape: JourneyShape, measured: Sequence[bool]) -> int | None:
    """The step at which conversion is counted: the map's own goal, else the last measured step."""
    for place, step in enumerate(shape.steps):
        if step.id == shape.goal_step_id:
            return place
    return max((place for place, found in enumerate(measured) if found), default=None)


class Measures:
    """The measures of one map over one period."""

    def __init__(self, shape: JourneyShape, counted: Counted) -> None:
        self._shape = shape
        self._counted = counted
        self._traffic = _by_touchpoint(counted.traffic)
        self._revenue = _revenue(counted.traffic)

    def step(self, place: int) -> Reach:
        """A step: the events of all its touchpoints."""
        return self._reach(self._touchpoints_of_step(place), self._counted.flows.steps.get(place))

    def stage(self, place: int) -> Reach:
        """A stage: a touchpoint that is on several of its steps counts once."""
        touchpoints = {
            item.touchpoint_id
            for item in self._shape.placements
            if self._shape.steps[item.step].stage == place
        }
        return self._reach(touchpoints, self._counted.flows.stages.get(place))

    def placement(self, place: int) -> Reach:
        """A touchpoint where it is placed."""
        touchpoints = {self._shape.placements[place].touchpoint_id}
        return self._reach(touchpoints, self._counted.flows.placements.get(place))

    def series(self, place: int, period: Period) -> list[Point]:
        """A step bucket by bucket."""
        visitors = self._counted.flows.visitors
        touchpoints = self._touchpoints_of_step(place)
        points = []
        for bucket, day in enumerate(period.buckets):
            rows = [row for row in self._rows(touchpoints) if row.bucket == bucket]
            points.append(
                Point(
                    day,
                    visitors.get((place, bucket), 0),
                    sum(row.events for row in rows),
                    _satisfaction(rows),
                )
            )
        return points

    def summary(self, goal: int | None) -> Summary:
        """The map as a whole."""
        rows, flows = self._counted.traffic, self._counted.flows
        answers = sum(row.nps_answers for row in rows)
        median = flows.median_ms_to_goal
        return Summary(
            customers=flows.customers,
            events=sum(row.events for row in rows),
            goal_step_id=None if goal is None else self._shape.steps[goal].id,
            converted=flows.converted,
            conversion=_share(flows.converted, flows.customers) if goal is not None else None,
            median_days_to_goal=None if median is None else round(median / DAY_MS, 2),
            nps=net_promoter_score(
                sum(row.promoters for row in rows), sum(row.detractors for row in rows), answers
            ),
            nps_answers=answers,
            revenue=self._revenue,
        )

    def _touchpoints_of_step(self, place: int) -> set[str]:
        return {item.touchpoint_id for item in self._shape.placements if item.step == place}

    def _rows(self, touchpoint_ids: Collection[str]) -> list[Traffic]:
        return [row for found in touchpoint_ids for row in self._traffic.get(found, ())]

    def _reach(self, touchpoint_ids: Collection[str], flow: Flow | None) -> Reach:
        rows, flow = self._rows(touchpoint_ids), flow or NOBODY
        return Reach(
            events=sum(row.events for row in rows),
            customers=flow.customers,
            continued=flow.continued,
            share_continued=_share(flow.continued, flow.customers),
            next_customers=flow.next_customers,
            next_after=flow.next_after,
            satisfaction=_satisfaction(rows),
            answers=sum(row.answers for row in rows),
            value=self._value(rows),
        )

    def _value(self, rows: Sequence[Traffic]) -> float:
        """In the currency that most events have: a sum across currencies would mean nothing."""
        main = self._revenue[0].currency if self._revenue else None
        return round(sum(row.amount for row in rows if main and row.currency == main), 4)


def _by_touchpoint(rows: Sequence[Traffic]) -> Mapping[str, list[Traffic]]:
    found: dict[str, list[Traffic]] = {}
    for row in rows:
        found.setdefault(row.touchpoint_id, []).append(row)
    return found


def _revenue(rows: Sequence[Traffic]) -> list[Amount]:
    """The sums by currency, the one that most events have first."""
    amounts: dict[str, float] = {}
    events: Counter[str] = Counter()
    for row in rows:
        if row.currency is not None:
            amounts[row.currency] = amounts.get(row.currency, 0.0) + row.amount
            events[row.currency] += row.events
    ranked = sorted(amounts, key=lambda currency: (-events[currency], currency))
    return [Amount(currency, round(amounts[currency], 4)) for currency in ranked]


def _satisfaction(rows: Sequence[Traffic]) -> float | None:
    answers = sum(row.answers for row in rows)
    return round(sum(row.score_sum for row in rows) / answers, 4) if answers else None


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
