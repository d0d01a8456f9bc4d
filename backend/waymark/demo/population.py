"""A believable population: customers who walk through the demo map, as native events. Pure."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from waymark.demo import behaviour
from waymark.demo.answers import answer
from waymark.demo.behaviour import Asked, Encounter, Price, StepBehaviour
from waymark.demo.chance import Chance
from waymark.demo.events import DemoEvent

DAYS = 75
CUSTOMERS = 2_250

#: Touchpoints that the workspace does not know; their events end in quarantine.
UNKNOWN = ("returns-portal", "pop-up-store")
UNKNOWN_EVENTS = 32

#: Events that are sent a second time, as senders do after a time-out, and how much later.
RESENT = 24
RESENT_LATER = 130

_HOUR = timedelta(hours=1)
_MONTH = timedelta(days=30)


def population(now: datetime, *, seed: int = 7, customers: int = CUSTOMERS) -> list[DemoEvent]:
    """The events of `customers` people in the 75 days before `now`, in the order of sending.

    The same `now`, `seed` and `customers` give the same events. How it goes:

    - People begin at hour h with weight WEEKDAYS[day]·HOURS[hour]·(1 + GROWTH·m), where m ≤ 0 is
      the number of months (30 days) before `now`.
    - At each step a person goes on with probability goes_on + drift·m, after a log-normal wait
      of median wait·(1 + PACE·m) hours; who goes on may skip the next step.
    - Each encounter is an event; some are answered with a score whose mean is wanted + drift·m.
    - What would lie after `now` has not happened yet and is left out.
    - A few people do two steps the other way round or look in once more; a few events name a
      touchpoint that the workspace does not know, and a few are sent twice, with the same id.

    Ids are numbered by time; a repeated one is the same event again, 130 places later.
    """
    now = now.astimezone(UTC).replace(microsecond=0)
    walk = _Walk(now, Chance(seed))
    happened = [event for number in range(customers) for event in walk.customer(number, customers)]
    happened += walk.strays(happened)
    happened.sort(key=lambda event: (event.occurred_at, event.customer, event.touchpoint))
    numbered = [
        replace(event, id=f"fernwood-{number:06d}") for number, event in enumerate(happened)
    ]
    return list(_with_some_resent(numbered))


def _with_some_resent(events: list[DemoEvent]) -> Iterator[DemoEvent]:
    resent = set(range(0, len(events) - RESENT_LATER, max(1, len(events) // RESENT)))
    for place, event in enumerate(events):
        yield event
        if place - RESENT_LATER in resent:
            yield events[place - RESENT_LATER]


class _Walk:
    """Customers on their way. Every random decision has a stream of its own."""

    def __init__(self, now: datetime, chance: Chance) -> None:
        self._now = now
        self._start = now - timedelta(days=DAYS)
        self._chance = chance
        self._cumulated_hours = list(
            accumulate(self._crowd(self._start + hour * _HOUR) for hour in range(DAYS * 24))
        )

    def customer(self, number: int, of: int) -> list[DemoEvent]:
        """The events of one customer, those of the past only."""
        name = f"fw-{number * 7919 % 100_003:05d}"
        visits = self._visits(self._beginning(number, of))
        self._swap_two(visits)
        self._look_in_again(visits)
        events = [event for step, at in visits for event in self._meet(name, step, at)]
        return [event for event in events if self._start <= event.occurred_at <= self._now]

    def strays(self, happened: list[DemoEvent]) -> list[DemoEvent]:
        """Events at touchpoints nobody has registered, by customers who were here anyway."""
        every = max(1, len(happened) // UNKNOWN_EVENTS)
        return [
            DemoEvent("", event.customer, UNKNOWN[place % len(UNKNOWN)], event.occurred_at)
            for place, event in enumerate(happened[::every])
        ]

    def _crowd(self, at: datetime) -> float:
        """How many people begin in the hour of `at`, as a weight."""
        rhythm = behaviour.WEEKDAYS[at.weekday()] * behaviour.HOURS[at.hour]
        return rhythm * (1 + behaviour.GROWTH * self._months(at))

    def _beginning(self, number: int, of: int) -> datetime:
        """When customer `number` of `of` begins: spread by the weights of the hours."""
        place = (number + self._chance.number("begin")) / of * self._cumulated_hours[-1]
        hour = bisect(self._cumulated_hours, place)
        return self._start + _HOUR * (hour + self._chance.number("minute"))

    def _visits(self, at: datetime) -> list[tuple[StepBehaviour, datetime]]:
        """The steps a customer takes, with the times at which they begin."""
        place = self._chance.pick("entry", behaviour.ENTRIES)
        visits: list[tuple[StepBehaviour, datetime]] = []
        while place < len(behaviour.STEPS):
            step = behaviour.STEPS[place]
            visits.append((step, at))
            share = step.goes_on + step.drift * self._months(at)
            if not self._chance.happens(f"goes on: {step.title}", share):
                break
            median = step.wait * (1 + behaviour.PACE * self._months(at))
            at += _HOUR * self._chance.hours(f"wait: {step.title}", median, step.spread)
            place += 1
            following = behaviour.STEPS[place]
            if self._chance.happens(f"skip: {following.title}", following.skipped):
                place += 1
        return visits

    def _swap_two(self, visits: list[tuple[StepBehaviour, datetime]]) -> None:
        """Lets some do their second and third step in the other order."""
        if len(visits) > 3 and self._chance.happens("swap", behaviour.SWAPPED):
            (first, early), (second, late) = visits[1:3]
            visits[1:3] = [(second, early), (first, late)]

    def _look_in_again(self, visits: list[tuple[StepBehaviour, datetime]]) -> None:
        """Lets some repeat their last step days later."""
        step, at = visits[-1]
        if len(visits) < 5 and self._chance.happens("return", behaviour.RETURNING):
            visits.append((step, at + _HOUR * self._chance.hours("return after", 90, 0.6)))

    def _meet(self, name: str, step: StepBehaviour, at: datetime) -> Iterator[DemoEvent]:
        options = [(encounter, encounter.share) for encounter in step.one_of]
        first = self._chance.pick(f"one of: {step.title}", options)
        at = _opened(at, first)
        yield self._event(name, first, at)
        for extra in step.extras:
            stream = f"{step.title}: {extra.touchpoint}"
            if self._chance.happens(stream, extra.share):
                later = self._chance.hours(f"{stream} after", extra.after, 0.5)
                at = _opened(at + _HOUR * later, extra)
                yield self._event(name, extra, at)

    def _event(self, name: str, met: Encounter, at: datetime) -> DemoEvent:
        return DemoEvent(
            id="",
            customer=name,
            touchpoint=met.touchpoint,
            occurred_at=at.replace(microsecond=0),
            score=self._score(met, met.asked, at) if met.asked else None,
            amount=self._amount(met.price) if met.price else None,
            channel=self._chance.pick("channel", met.channels) if met.channels else None,
        )

    def _score(self, met: Encounter, asked: Asked, at: datetime) -> tuple[str, int] | None:
        stream = f"{met.touchpoint} {asked.scale}"
        if not self._chance.happens(f"{stream} answered", asked.answered):
            return None
        wanted = asked.wanted + asked.drift * self._months(at)
        given = answer(asked.scale, wanted, asked.spread, self._chance.number(stream))
        return asked.scale, given

    def _amount(self, price: Price) -> float:
        """Euro."""
        if price == "small_things":
            return self._chance.pick("small things", behaviour.SMALL_THINGS)
        return float(
            self._chance.pick("sofa", behaviour.SOFAS)
            + self._chance.pick("fabric", behaviour.FABRICS)
            + self._chance.pick("delivery", behaviour.DELIVERIES)
        )

    def _months(self, at: datetime) -> float:
        """Months of 30 days before now, as a negative number."""
        return (at - self._now) / _MONTH


def _opened(at: datetime, met: Encounter) -> datetime:
    """`at`, or the same minute of the next hour in which `met` is staffed."""
    if met.open is None:
        return at
    opens, closes = met.open
    while at.weekday() == 6 or not opens <= at.hour < closes:
        at += _HOUR
    return at
