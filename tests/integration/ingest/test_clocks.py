"""Clocks that are hours wrong, and events that arrive in any order."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from tests.factories.customers import the_customer
from tests.factories.events import Sender, a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person

HOURS = (-7, 5)
A_MOMENT = 30
"""Seconds that a test may take between looking at the clock and being received."""


async def timeline(admin: Person, own_id: str) -> list[dict[str, Any]]:
    """What happened to a customer, in order."""
    customer = await the_customer(admin, own_id)
    answer = await admin.client.get(f"/api/v1/customers/{customer['id']}/events")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def seconds_off(event: dict[str, Any], moment: datetime) -> float:
    """How far the time of an event is from a moment."""
    return abs((datetime.fromisoformat(event["occurred_at"]) - moment).total_seconds())


async def post_call(sender: Sender, happened: datetime, clock: timedelta) -> None:
    """Send what happened then as a library does whose clock is that much ahead."""
    now = datetime.now(UTC)
    call = {
        "type": "track",
        "userId": "anna",
        "event": "Order Completed",
        "messageId": "m-1",
        "timestamp": (happened + clock).isoformat(),
    }
    answer = await sender.client.post(
        f"/ingest/{sender.key}/v1/batch",
        json={"batch": [call], "sentAt": (now + clock).isoformat(), "writeKey": sender.secret},
    )
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("kind", ["segment", "rudderstack"])
async def test_the_error_of_a_clock_is_taken_off_where_the_sender_says_when_it_sent(
    app: FastAPI, admin: Person, kind: str, hours: int
) -> None:
    sender = await a_source(app, admin, format=kind)
    happened = datetime.now(UTC) - timedelta(minutes=10)
    await post_call(sender, happened, timedelta(hours=hours))
    await process_all(app)
    [event] = await timeline(admin, "anna")
    assert seconds_off(event, happened) < A_MOMENT
    assert not event["clamped"]


@pytest.mark.parametrize("hours", HOURS)
async def test_posthog_says_when_it_sent_too(app: FastAPI, admin: Person, hours: int) -> None:
    sender = await a_source(app, admin, format="posthog")
    now, clock = datetime.now(UTC), timedelta(hours=hours)
    event = {
        "event": "Order Completed",
        "distinct_id": "anna",
        "timestamp": (now - timedelta(minutes=10) + clock).isoformat(),
    }
    content = {"api_key": sender.secret, "batch": [event], "sent_at": (now + clock).isoformat()}
    answer = await sender.client.post(f"/ingest/{sender.key}/batch/", json=content)
    assert answer.status_code == 200, answer.text
    await process_all(app)
    [found] = await timeline(admin, "anna")
    assert seconds_off(found, now - timedelta(minutes=10)) < A_MOMENT


async def test_elsewhere_a_clock_is_believed_for_a_day_and_what_came_with_it_is_kept(
    app: FastAPI, admin: Person
) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    now = datetime.now(UTC).replace(microsecond=0)
    for hours in (-5, 5, 23, 25):
        moment = now + timedelta(hours=hours)
        batch = {
            "sent_at": moment.isoformat(),
            "events": [
                an_event(id=f"{hours}", customer=f"c{hours}", occurred_at=moment.isoformat())
            ],
        }
        assert (await sender.post(batch)).status_code == 202
    await process_all(app)
    for hours in (-5, 5, 23):
        [event] = await timeline(admin, f"c{hours}")
        assert seconds_off(event, now + timedelta(hours=hours)) < 1
        assert not event["clamped"]
    [far] = await timeline(admin, "c25")
    assert far["clamped"]
    delivery = (await admin.client.get(f"/api/v1/deliveries/{far['delivery_id']}")).json()
    assert far["occurred_at"] == delivery["received_at"]
    assert delivery["results"][0]["code"] == "clock_ahead"
    stated = (now + timedelta(hours=25)).isoformat()
    assert stated in delivery["body"]
    assert datetime.fromisoformat(delivery["sent_at"]) == datetime.fromisoformat(stated)
    source = (await admin.client.get(f"/api/v1/sources/{sender.id}")).json()
    assert source["health"]["skew_s"] == pytest.approx(-14 * 3600, abs=A_MOMENT)


async def test_order_is_by_when_it_happened_however_it_arrives(app: FastAPI, admin: Person) -> None:
    for key in ("ad", "visit", "checkout"):
        await a_touchpoint(admin, key)
    sender = await a_source(app, admin)
    keys = ("ad", "visit", "checkout")
    for number, order in enumerate(itertools.permutations(range(3))):
        for place in order:
            event = an_event(
                id=f"{number}-{place}",
                customer=f"customer-{number}",
                touchpoint=keys[place],
                occurred_at=f"2026-10-0{place + 1}T09:00:00Z",
            )
            assert (await sender.post(event)).status_code == 202
            await process_all(app)
        found = await timeline(admin, f"customer-{number}")
        assert [event["occurred_at"][:10] for event in found] == [
            "2026-10-01",
            "2026-10-02",
            "2026-10-03",
        ]


async def test_what_happened_at_the_same_time_has_one_order(app: FastAPI, admin: Person) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    for number in (3, 1, 2):
        await sender.post([an_event(id=f"{number}-{place}") for place in range(3)])
        await process_all(app)
    found = await timeline(admin, "customer-1")
    assert [event["id"] for event in found] == sorted(event["id"] for event in found)
    assert len(found) == 9
