"""A population that walks along a plan, as events in the order of their time. Pure.

The same plan, times and seed give the same events. Memory is bounded by how many customers are on
their way at once, not by how many there are.
"""

import heapq
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate

from waymark.demo.answers import answer
from waymark.demo.behaviour import HOURS, WEEKDAYS
from waymark.demo.chance import Chance
from waymark.demo.events import DemoEvent
from waymark.simulation.plan import Stop

ANSWERED = 0.3
"""The share of customers who answer when they are asked how it was."""
SCALE = "csat5"
SPREAD = 0.9
WAIT_SPREAD = 0.7
PAID, PAID_SPREAD = 80.0, 0.6
"""What is paid: the median in whole currency units, and the deviation of its logarithm."""

_HOUR = timedelta(hours=1)


def play(
    stops: Sequence[Stop], *, customers: int, days: int, until: datetime, seed: int
) -> Iterator[DemoEvent]:
    """The events of `customers` people who begin in the `days` before `until`, by time.

    What would lie after `until` has not happened yet and is left out.
    """
    walk = Walk(stops, seed, f"sim-{seed}-{until:%Y%m%d%H%M%S}")
    waiting: list[tuple[datetime, int, DemoEvent]] = []
    number = 0
    for customer, begin in enumerate(beginnings(customers, days, until, seed)):
        while waiting and waiting[0][0] < begin:
            yield heapq.heappop(waiting)[2]
        for event in walk.journey(customer, begin):
            if event.occurred_at <= until:
                heapq.heappush(waiting, (event.occurred_at, number, event))
                number += 1
    while waiting:
        yield heapq.heappop(waiting)[2]


def beginnings(customers: int, days: int, until: datetime, seed: int) -> Iterator[datetime]:
    """When each customer begins, in order: more after dinner and on weekends, few at night."""
    chance = Chance(seed)
    start = until.replace(microsecond=0) - timedelta(days=days)
    hours = (start + hour * _HOUR for hour in range(days * 24))
    crowd = list(accumulate(WEEKDAYS[hour.weekday()] * HOURS[hour.hour] for hour in hours))
    for number in range(customers):
        place = (number + chance.number("begin")) / customers * crowd[-1]
        hour = bisect(crowd, place)
        before = crowd[hour - 1] if hour else 0.0
        seconds = 3600 * (hour + (place - before) / (crowd[hour] - before))
        yield start + timedelta(seconds=int(seconds))


class Walk:
    """Customers on their way. Every random decision has a stream of its own."""

    def __init__(self, stops: Sequence[Stop], seed: int, run: str) -> None:
        """`run` begins the ids of events: the same id is the same event to Waymark."""
        self._stops = stops
        self._chance = Chance(seed)
        self._run = run
        self._seed = seed

    def journey(self, customer: int, begin: datetime) -> Iterator[DemoEvent]:
        """The events of one customer: one stop after the other, each later than the last."""
        at = begin
        for place, stop in enumerate(self._stops):
            yield self._event(customer, place, stop, at)
            last = place == len(self._stops) - 1
            if last or not self._chance.happens(f"goes on: {place}", stop.goes_on):
                return
            hours = self._chance.hours(f"wait: {place}", stop.wait_h, WAIT_SPREAD)
            at += timedelta(seconds=max(1, int(3600 * hours)))

    def _event(self, customer: int, place: int, stop: Stop, at: datetime) -> DemoEvent:
        options = [(key, 1.0) for key in stop.touchpoints]
        return DemoEvent(
            id=f"{self._run}-{customer}-{place}",
            customer=f"sim-{self._seed}-{customer:06d}",
            touchpoint=self._chance.pick(f"one of: {place}", options),
            occurred_at=at,
            score=self._score(place, stop.feeling),
            amount=self._amount() if stop.pays else None,
        )

    def _score(self, place: int, feeling: float | None) -> tuple[str, int] | None:
        if feeling is None or not self._chance.happens(f"answers: {place}", ANSWERED):
            return None
        return SCALE, answer(SCALE, feeling, SPREAD, self._chance.number(f"answer: {place}"))

    def _amount(self) -> float:
        return round(self._chance.hours("amount", PAID, PAID_SPREAD), 2)
