"""The demo's customers behave as described, whenever the demo is started."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from statistics import fmean, median

import pytest
from waymark.demo.events import DemoEvent, batches
from waymark.demo.fernwood import fernwood
from waymark.demo.population import DAYS, RESENT, UNKNOWN, population
from waymark.events.scores import SCALES, net_promoter_score
from waymark.ingest.formats.native import NATIVE
from waymark.ingest.mapping.reading import Reader

STARTS = [
    datetime(2026, 11, 21, 15, 30, tzinfo=UTC),
    datetime(2026, 12, 1, 3, 0, tzinfo=UTC),
    datetime(2027, 3, 17, 22, 11, tzinfo=UTC),
]
MONTH = timedelta(days=30)
DRAWN_SHARES = [0.66, 0.70, 0.63, 0.45, 0.83, 0.57, 0.98, 0.39]
DRAWN_DISAGREEMENTS = {"Compares sofas", "Delivery day"}
VISIBLE_GAP = 0.45  # from here on, the map joins drawn and measured by a red line

whenever = pytest.mark.parametrize("now", STARTS, ids=lambda now: now.date().isoformat())

Visits = dict[str, dict[int, list[DemoEvent]]]


@cache
def played(now: datetime) -> list[DemoEvent]:
    return population(now)


def once(events: Iterable[DemoEvent]) -> list[DemoEvent]:
    return list({event.id: event for event in events}.values())


def visits(now: datetime, *, months_ago: int = 0) -> Visits:
    """Each customer's events by the number of the step, in one month."""
    key_of = {touchpoint.ref: touchpoint.key for touchpoint in fernwood().touchpoints}
    place = {
        key_of[placed.ref]: number
        for number, step in enumerate(fernwood().steps)
        for placed in step.touchpoints
    }
    until = now - months_ago * MONTH
    found: Visits = defaultdict(lambda: defaultdict(list))
    for event in once(played(now)):
        if until - MONTH < event.occurred_at <= until and event.touchpoint in place:
            found[event.customer][place[event.touchpoint]].append(event)
    return found


def share_continued(found: Visits, step: int) -> float:
    """Of the customers seen at `step`, those seen at a later one, at or after their first time."""
    here = [steps for steps in found.values() if step in steps]

    def went_on(steps: dict[int, list[DemoEvent]]) -> bool:
        first = min(event.occurred_at for event in steps[step])
        return any(
            event.occurred_at >= first
            for later, events in steps.items()
            for event in events
            if later > step
        )

    return sum(map(went_on, here)) / len(here)


def satisfaction(found: Visits, step: int) -> float:
    return fmean(
        SCALES[event.score[0]].normalise(event.score[1])
        for steps in found.values()
        for event in steps.get(step, ())
        if event.score
    )


def test_the_same_seed_plays_the_same_population_and_another_seed_another() -> None:
    now = STARTS[0]
    assert population(now, seed=1, customers=60) == population(now, seed=1, customers=60)
    assert population(now, seed=1, customers=60) != population(now, seed=2, customers=60)


@whenever
def test_everything_happened_within_the_window(now: datetime) -> None:
    times = [event.occurred_at for event in played(now)]
    assert min(times) >= now - timedelta(days=DAYS)
    assert max(times) <= now
    assert now - max(times) < timedelta(hours=6), "the map should look alive"


@whenever
def test_there_are_some_thousand_events_and_only_the_resent_ones_repeat(
    now: datetime,
) -> None:
    events = played(now)
    assert 6_000 <= len(events) <= 9_000
    by_id = defaultdict(list)
    for event in events:
        by_id[event.id].append(event)
    repeated = [same for same in by_id.values() if len(same) > 1]
    assert len(repeated) == pytest.approx(RESENT, abs=2)
    assert all(same[0] == same[1] and len(same) == 2 for same in repeated)


@whenever
def test_the_shares_that_go_on_are_near_the_drawn_ones(now: datetime) -> None:
    found = visits(now)
    shares = [share_continued(found, step) for step in range(8)]
    assert shares == pytest.approx(DRAWN_SHARES, abs=0.06)  # 94 customers at the last one


@whenever
def test_fewer_and_fewer_come_far(now: datetime) -> None:
    counts = Counter(step for steps in visits(now).values() for step in steps)
    for step in range(6):
        assert counts[step + 1] < counts[step]
    assert counts[8] < counts[7] < 1.2 * counts[6]


@whenever
def test_satisfaction_follows_maras_curve_but_for_two_steps(now: datetime) -> None:
    found = visits(now)
    gaps = {
        step.title: step.emotions["mara"].score - satisfaction(found, number)
        for number, step in enumerate(fernwood().steps)
    }
    assert {title for title, gap in gaps.items() if abs(gap) > VISIBLE_GAP} == DRAWN_DISAGREEMENTS
    assert all(gaps[title] > 0 for title in DRAWN_DISAGREEMENTS)


@whenever
def test_the_month_before_has_data_and_differs_a_little(now: datetime) -> None:
    current, previous = visits(now), visits(now, months_ago=1)
    assert 1.0 < len(current) / len(previous) < 1.15
    basket_to_order = 5
    assert share_continued(current, basket_to_order) < share_continued(previous, basket_to_order)


@whenever
def test_buying_takes_about_six_days(now: datetime) -> None:
    pays = 6
    days = [
        (
            min(event.occurred_at for event in steps[pays])
            - min(event.occurred_at for events in steps.values() for event in events)
        )
        / timedelta(days=1)
        for steps in visits(now).values()
        if pays in steps
    ]
    assert 5 <= median(days) <= 7.5


@whenever
def test_customers_recommend_the_shop_after_delivery(now: datetime) -> None:
    answers = [
        event.score[1]
        for event in once(played(now))
        if event.score and event.score[0] == "nps" and event.occurred_at > now - MONTH
    ]
    promoters = sum(answer >= 9 for answer in answers)
    detractors = sum(answer <= 6 for answer in answers)
    assert len(answers) > 30
    score = net_promoter_score(promoters, detractors, len(answers))
    assert score is not None
    assert 30 <= score <= 52


@whenever
def test_money_is_made_where_customers_pay(now: datetime) -> None:
    paid = [event.amount for event in once(played(now)) if event.touchpoint == "checkout"]
    assert all(paid)
    assert 800 < fmean(amount for amount in paid if amount) < 1_100
    selling = {event.touchpoint for event in played(now) if event.amount is not None}
    assert selling == {"checkout", "newsletter", "app-reorder"}


@whenever
def test_people_skip_return_and_take_another_order(now: datetime) -> None:
    people = visits(now).values()
    skipped = [steps for steps in people if 0 in steps and 1 not in steps and 2 in steps]
    swapped = [
        steps
        for steps in people
        if {1, 2} <= steps.keys()
        and max(event.occurred_at for event in steps[2])
        < min(event.occurred_at for event in steps[1])
    ]
    returned = [
        steps
        for steps in people
        for events in steps.values()
        if max(event.occurred_at for event in events) - min(event.occurred_at for event in events)
        > timedelta(days=3)
    ]
    assert len(skipped) > 10
    assert len(swapped) > 3
    assert len(returned) > 10


@whenever
def test_weekends_and_evenings_are_busier(now: datetime) -> None:
    seen = [event.occurred_at for event in once(played(now)) if event.touchpoint == "social-ad"]
    by_day = Counter(at.weekday() for at in seen)
    by_hour = Counter(at.hour for at in seen)
    assert by_day[6] > 1.2 * by_day[2]
    assert by_hour[20] > 3 * by_hour[4]


@whenever
def test_staffed_touchpoints_are_met_while_they_are_staffed(now: datetime) -> None:
    staffed = {
        "showroom": (10, 18),
        "call-centre": (8, 18),
        "courier": (7, 18),
        "chat": (9, 21),
    }
    for event in played(now):
        if event.touchpoint in staffed:
            opens, closes = staffed[event.touchpoint]
            assert opens <= event.occurred_at.hour < closes
            assert event.occurred_at.weekday() < 6


@whenever
def test_every_touchpoint_is_known_but_for_the_strays(now: datetime) -> None:
    known = {touchpoint.key for touchpoint in fernwood().touchpoints}
    seen = Counter(event.touchpoint for event in played(now))
    assert seen.keys() - known == set(UNKNOWN)
    assert known <= seen.keys()
    assert 20 <= sum(seen[key] for key in UNKNOWN) <= 50


def test_batches_carry_every_event_once_in_the_native_shape() -> None:
    events = population(STARTS[0], customers=120)
    bodies = list(batches(events))
    assert all(1 <= len(body["events"]) <= 100 for body in bodies)
    assert [sent["id"] for body in bodies for sent in body["events"]] == [
        event.id for event in events
    ]


def test_an_event_says_what_is_known_and_leaves_out_the_rest() -> None:
    at = datetime(2026, 11, 3, 17, 5, tzinfo=UTC)
    bare = DemoEvent("e-1", "fw-00001", "search", at)
    assert bare.body() == {
        "id": "e-1",
        "customer": "fw-00001",
        "touchpoint": "search",
        "occurred_at": "2026-11-03T17:05:00Z",
    }
    full = DemoEvent("e-2", "fw-00001", "checkout", at, ("ces7", 2), 868.0, "web_shop")
    assert full.body() == {
        **bare.body(),
        "id": "e-2",
        "touchpoint": "checkout",
        "score": {"value": 2, "scale": "ces7"},
        "value": {"amount": 868.0, "currency": "EUR"},
        "channel": "web_shop",
    }


@whenever
def test_the_ingest_understands_every_event(now: datetime) -> None:
    for event in played(now):
        NATIVE.check(event.body())
        reading = Reader(NATIVE.mapping).read(event.body(), None, now)
        assert [each.value for each in reading.ids] == [event.customer]
        assert reading.occurred_at == event.occurred_at
        assert not reading.clamped
        assert (reading.score is None) == (event.score is None)
        assert (reading.value is None) == (event.amount is None)
