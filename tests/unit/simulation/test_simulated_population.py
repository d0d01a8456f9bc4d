"""Simulated customers walk as they are told: in order, dropping off, the same by seed."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from waymark.demo.events import DemoEvent
from waymark.simulation.plan import BadPlan, Stop, from_map, from_touchpoints, with_shares, within
from waymark.simulation.population import Walk, beginnings, play

UNTIL = datetime(2026, 11, 21, 12, 0, 0, 123, tzinfo=UTC)

shares = some.integers(0, 20).map(lambda twentieths: twentieths / 20)
plans = some.lists(
    some.builds(
        Stop,
        touchpoints=some.just(("a",)),
        goes_on=shares,
        wait_h=some.floats(0, 100),
        feeling=some.none() | some.floats(-2, 2),
        pays=some.booleans(),
    ),
    min_size=1,
    max_size=6,
).map(
    lambda stops: [
        Stop((f"t{place}", f"u{place}"), stop.goes_on, stop.wait_h, stop.feeling, stop.pays)
        for place, stop in enumerate(stops)
    ]
)
seeds = some.integers(0, 2**31)


def played(stops: list[Stop], seed: int, customers: int = 60, days: int = 20) -> list[DemoEvent]:
    return list(play(stops, customers=customers, days=days, until=UNTIL, seed=seed))


def place_of(event: DemoEvent) -> int:
    return int(event.touchpoint[1:])


@given(plans, seeds)
@settings(max_examples=40)
def test_the_same_seed_plays_the_same_events(stops: list[Stop], seed: int) -> None:
    assert played(stops, seed) == played(stops, seed)


def test_another_seed_plays_others() -> None:
    stops = from_touchpoints(["a", "b"])
    assert played(stops, 1) != played(stops, 2)


@given(plans, seeds)
@settings(max_examples=40)
def test_events_come_by_time_within_the_days_and_each_once(stops: list[Stop], seed: int) -> None:
    events = played(stops, seed)
    times = [event.occurred_at for event in events]
    assert times == sorted(times)
    start = UNTIL.replace(microsecond=0) - timedelta(days=20)
    assert all(start <= at <= UNTIL for at in times)
    assert len({event.id for event in events}) == len(events)


@given(plans, seeds)
@settings(max_examples=40)
def test_every_customer_takes_one_step_after_the_other(stops: list[Stop], seed: int) -> None:
    walks: defaultdict[str, list[DemoEvent]] = defaultdict(list)
    for event in played(stops, seed):
        walks[event.customer].append(event)
    for walk in walks.values():
        assert [place_of(event) for event in walk] == list(range(len(walk)))
        assert all(one.occurred_at < other.occurred_at for one, other in pairwise(walk))


@given(plans, seeds)
@settings(max_examples=40)
def test_customers_drop_off_as_configured(stops: list[Stop], seed: int) -> None:
    walk = Walk(stops, seed, "run")
    lengths = [sum(1 for _ in walk.journey(number, UNTIL)) for number in range(300)]
    reached = [sum(length > place for length in lengths) for place in range(len(stops))]
    assert reached[0] == 300
    for here, (before, after) in zip(stops, pairwise(reached), strict=False):
        assert abs(after - here.goes_on * before) <= 20 * here.goes_on * (1 - here.goes_on) + 0.01


@given(seeds, some.integers(1, 500), some.integers(1, 60))
@settings(max_examples=40)
def test_as_many_begin_as_there_are_customers(seed: int, customers: int, days: int) -> None:
    found = list(beginnings(customers, days, UNTIL, seed))
    assert len(found) == customers
    assert found == sorted(found)


def test_answers_and_amounts_are_where_the_plan_says() -> None:
    stops = [Stop(("t0",), 1, 0.1, feeling=1.0), Stop(("t1",), 1, 0.1, pays=True)]
    events = played(stops, 7, customers=400)
    asked = [event for event in events if place_of(event) == 0]
    paid = [event for event in events if place_of(event) == 1]
    answered = [event.score for event in asked if event.score]
    assert len(answered) == pytest.approx(0.3 * len(asked), abs=6)
    assert sum(value for _, value in answered) / len(answered) == pytest.approx(4, abs=0.15)
    assert all(event.amount is None for event in asked)
    assert all(event.amount and event.amount > 0 and event.score is None for event in paid)


def test_more_begin_in_the_evening_than_at_night() -> None:
    hours = Counter(at.hour for at in beginnings(5000, 14, UNTIL, 7))
    assert hours[20] > 5 * hours[3]


MAP = {
    "stages": [{"id": "s2", "order": "b"}, {"id": "s1", "order": "a"}],
    "steps": [
        {"id": "pays", "stage_id": "s2", "order": "a"},
        {"id": "looks", "stage_id": "s1", "order": "b"},
        {"id": "hears", "stage_id": "s1", "order": "a"},
        {"id": "alone", "stage_id": "s1", "order": "c"},
    ],
    "placements": [
        {"step_id": "pays", "touchpoint_id": "3", "order": "a"},
        {"step_id": "looks", "touchpoint_id": "2", "order": "b"},
        {"step_id": "looks", "touchpoint_id": "1", "order": "a"},
        {"step_id": "hears", "touchpoint_id": "0", "order": "a"},
    ],
    "emotions": [{"step_id": "looks", "score": 1}, {"step_id": "looks", "score": -0.5}],
    "goal_step_id": None,
}


def test_a_map_is_walked_in_its_order() -> None:
    stops = from_map(MAP, {"0": "ad", "1": "website", "2": "app", "3": "checkout"})
    assert [stop.touchpoints for stop in stops] == [("ad",), ("website", "app"), ("checkout",)]
    assert [stop.feeling for stop in stops] == [None, 0.25, None]
    assert [stop.pays for stop in stops] == [False, False, True]
    goal = from_map(MAP | {"goal_step_id": "looks"}, {"1": "website", "3": "checkout"})
    assert [stop.pays for stop in goal] == [True, False]
    with pytest.raises(BadPlan):
        from_map(MAP, {})


def test_shares_are_one_for_all_or_one_after_each() -> None:
    stops = from_touchpoints(["a", "b", "c"])
    assert [stop.goes_on for stop in with_shares(stops, [0.5])][:2] == [0.5, 0.5]
    assert [stop.goes_on for stop in with_shares(stops, [0.5, 0.1])][:2] == [0.5, 0.1]
    for wrong in ([0.5, 0.5, 0.5], [1.5], [float("nan")], []):
        with pytest.raises(BadPlan):
            with_shares(stops, wrong)


def test_most_journeys_fit_into_the_days() -> None:
    stops = within(with_shares(from_touchpoints(["t0", "t1", "t2", "t3"]), [1]), 2)
    arrived = Counter(place_of(event) for event in played(stops, 7, customers=200, days=2))
    assert arrived[3] > 0.6 * arrived[0]
