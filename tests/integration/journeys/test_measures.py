"""What a map shows of what really happened."""

from typing import Any

import pytest
from fastapi import FastAPI

from tests.factories.events import Sender, a_source, an_event, process_all
from tests.factories.maps import Journey, a_journey
from tests.factories.people import Person

PLAN = {
    "Awareness": {"Sees an ad": ["ad"], "Reads": ["blog", "ad"]},
    "Purchase": {"Compares": ["prices"], "Pays": ["checkout"]},
}


async def measures(
    admin: Person, journey: Journey, first: str = "2026-10-01", last: str = "2026-10-30"
) -> dict[str, Any]:
    """The measures of a map."""
    answer = await admin.client.get(
        f"/api/v1/maps/{journey.id}/measures", params={"from": first, "to": last}
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def at(customer: str, touchpoint: str, day: int, **fields: Any) -> dict[str, Any]:
    """An event at noon of a day in October 2026."""
    moment = f"2026-10-{day:02}T12:00:00Z"
    return an_event(customer=customer, touchpoint=touchpoint, occurred_at=moment, **fields)


async def send(app: FastAPI, sender: Sender, *events: dict[str, Any]) -> None:
    """Send events and have them processed."""
    assert (await sender.post(list(events))).status_code == 202
    await process_all(app)


async def test_a_map_shows_who_came_who_went_on_and_how_they_felt(
    app: FastAPI, admin: Person
) -> None:
    journey = await a_journey(admin, PLAN)
    sender = await a_source(app, admin)
    euros = {"amount": 99.9, "currency": "EUR"}
    await send(
        app,
        sender,
        at("anna", "ad", 1),
        at("anna", "ad", 2),
        at("anna", "checkout", 5, value=euros, score={"value": 5, "scale": "csat5"}),
        at("ben", "ad", 3),
        at("ben", "checkout", 13, value=euros, score={"value": 2, "scale": "csat5"}),
        at("cleo", "blog", 4, score={"value": 9, "scale": "nps"}),
        at("dora", "checkout", 2, value={"amount": 5, "currency": "USD"}),
        at("dora", "ad", 6, score={"value": 3, "scale": "nps"}),
    )
    found = await measures(admin, journey)
    steps = {item["step_id"]: item for item in found["steps"]}
    sees, reads = steps[journey.steps["Sees an ad"]], steps[journey.steps["Reads"]]
    assert (sees["events"], sees["customers"]) == (4, 3)
    assert (reads["events"], reads["customers"]) == (5, 4)
    # An event at a touchpoint that is placed on two steps happened at both.
    assert (sees["next_customers"], sees["next_after"]) == (3, 3)
    # Dora paid before she saw the ad: she is at the next step, but not after this one.
    assert (reads["next_customers"], reads["next_after"]) == (3, 2)
    assert (reads["continued"], reads["share_continued"]) == (2, 0.5)
    # Nobody ever compared prices: that step is not measured, and the flow passes over it.
    assert reads["next_step_id"] == journey.steps["Pays"]
    pays = steps[journey.steps["Pays"]]
    assert (pays["next_step_id"], pays["share_continued"]) == (None, 0)
    assert (pays["satisfaction"], pays["answers"]) == (0.5, 2)
    assert pays["value"] == pytest.approx(199.8)
    awareness = found["stages"][0]
    assert (awareness["events"], awareness["customers"]) == (5, 4)
    assert (awareness["continued"], awareness["next_after"]) == (2, 2)
    blog = next(
        item
        for item in found["touchpoints"]
        if item["touchpoint_id"] == journey.touchpoints["blog"]
    )
    assert (blog["customers"], blog["continued"]) == (1, 0)
    assert blog["satisfaction"] == pytest.approx(1.6)
    summary = found["summary"]
    assert (summary["customers"], summary["events"]) == (4, 8)
    assert summary["goal_step_id"] == journey.steps["Pays"]
    assert (summary["converted"], summary["conversion"]) == (3, 0.75)
    # Anna took 4 days, Ben 10; Dora had paid 4 days before the ad.
    assert summary["median_days_to_goal"] == 4
    assert (summary["nps"], summary["nps_answers"]) == (0, 2)
    assert summary["revenue"] == [
        {"currency": "EUR", "amount": 199.8},
        {"currency": "USD", "amount": 5},
    ]
    assert found["last_event_at"] == "2026-10-13T12:00:00.000Z"


@pytest.mark.parametrize(("days", "median"), [([3], 3), ([9, 1, 2], 2), ([8, 1, 2, 3], 2.5)])
async def test_half_of_the_customers_were_faster_than_the_median(
    app: FastAPI, admin: Person, days: list[int], median: float
) -> None:
    journey = await a_journey(admin, PLAN)
    sender = await a_source(app, admin)
    for number, count in enumerate(days):
        who = f"customer-{number}"
        await send(app, sender, at(who, "ad", 1), at(who, "checkout", 1 + count))
    assert (await measures(admin, journey))["summary"]["median_days_to_goal"] == median


async def test_a_map_that_says_its_goal_counts_conversion_there(
    app: FastAPI, admin: Person
) -> None:
    journey = await a_journey(admin, PLAN, goal="Compares")
    sender = await a_source(app, admin)
    await send(app, sender, at("anna", "ad", 1), at("anna", "checkout", 2))
    summary = (await measures(admin, journey))["summary"]
    assert summary["goal_step_id"] == journey.steps["Compares"]
    assert (summary["converted"], summary["conversion"]) == (0, 0)


async def test_periods_are_whole_days_and_compared_with_the_ones_before(
    app: FastAPI, admin: Person
) -> None:
    journey = await a_journey(admin, PLAN)
    sender = await a_source(app, admin)
    moments = [
        "2026-09-30T23:59:59.999Z",
        "2026-10-01T00:00:00Z",
        "2026-10-31T00:59:59+01:00",
        "2026-10-31T01:00:00+01:00",
    ]
    events = [
        an_event(customer=str(number), touchpoint="ad", occurred_at=moment)
        for number, moment in enumerate(moments)
    ]
    await send(app, sender, *events)
    found = await measures(admin, journey)
    assert (found["from"], found["to"]) == ("2026-10-01", "2026-10-30")
    assert found["summary"]["events"] == 2
    assert found["previous"]["events"] == 1
    step = found["steps"][0]
    assert (step["customers"], step["previous"]["customers"]) == (2, 1)
    assert found["bucket_days"] == 2
    assert len(step["series"]) == 15
    assert [point["customers"] for point in step["series"]] == [1, *[0] * 13, 1]
    assert step["series"][-1]["date"] == "2026-10-29"


async def test_a_map_without_events_measures_nothing(admin: Person) -> None:
    journey = await a_journey(admin, PLAN)
    found = await measures(admin, journey)
    assert found["last_event_at"] is None
    assert found["summary"]["conversion"] is None
    assert found["summary"]["goal_step_id"] is None
    assert [step["share_continued"] for step in found["steps"]] == [None] * 4
    assert {step["next_step_id"] for step in found["steps"]} == {None}


async def test_a_map_of_another_workspace_is_not_measured(admin: Person, stranger: Person) -> None:
    journey = await a_journey(admin, PLAN)
    answer = await stranger.client.get(f"/api/v1/maps/{journey.id}/measures")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("params", "pointer"),
    [
        ({"from": "2026-10-02", "to": "2026-10-01"}, "?from"),
        ({"from": "2010-01-01", "to": "2026-10-01"}, "?from"),
        ({"from": "yesterday"}, "?from"),
        ({"to": "2026-02-30"}, "?to"),
        ({"to": "1700000000"}, "?to"),
        ({"since": "2026-10-01"}, "?since"),
    ],
)
async def test_dates_that_do_not_work_are_told(
    admin: Person, params: dict[str, str], pointer: str
) -> None:
    journey = await a_journey(admin, PLAN)
    answer = await admin.client.get(f"/api/v1/maps/{journey.id}/measures", params=params)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
async def test_the_ends_of_the_calendar_do_no_harm(app: FastAPI, admin: Person, day: str) -> None:
    journey = await a_journey(admin, PLAN)
    await send(app, await a_source(app, admin), at("anna", "ad", 1))
    found = await measures(admin, journey, day, day)
    assert found["summary"]["events"] == 0
    answer = await admin.client.get(
        f"/api/v1/maps/{journey.id}/measures", params={"to": "0001-01-05"}
    )
    assert answer.status_code == 200


async def test_every_new_event_is_seen_at_once(app: FastAPI, admin: Person) -> None:
    journey = await a_journey(admin, PLAN)
    sender = await a_source(app, admin)
    for count in range(3):
        assert (await measures(admin, journey))["summary"]["events"] == count
        await send(app, sender, at(f"customer-{count}", "ad", 1))
