"""Measures count people: one who came unknown and bought under a name is one who went on."""

import itertools
from typing import Any

import pytest
from fastapi import FastAPI

from tests.factories.events import a_source, an_event, process_all
from tests.factories.maps import a_journey
from tests.factories.people import Person

VISIT = an_event(
    id="visit", touchpoint="ad", customer="browser-1", occurred_at="2026-10-01T09:00:00Z"
)
IDENTIFY = {
    "id": "identify",
    "type": "identify",
    "customer": "anna",
    "anonymous_id": "browser-1",
    "occurred_at": "2026-10-02T09:00:00Z",
}
PURCHASE = an_event(id="purchase", customer="anna", occurred_at="2026-10-03T09:00:00Z")

#: As a browser's library sends it: nothing but an anonymous id, until somebody signs in.
MAPPING = {
    "id": ["/id"],
    "customer": [
        {"field": "/customer", "kind": "", "anonymous": False},
        {"field": "/anonymous_id", "kind": "anonymous", "anonymous": True},
    ],
    "occurred_at": ["/occurred_at"],
    "touchpoint": ["/touchpoint"],
    "rules": [
        {
            "when": [{"field": "/type", "test": "equals", "value": "identify"}],
            "then": {"do": "identify"},
        }
    ],
}


async def measured(admin: Person, map_id: str) -> dict[str, Any]:
    """The measures of October 2026."""
    answer = await admin.client.get(
        f"/api/v1/maps/{map_id}/measures", params={"from": "2026-10-01", "to": "2026-10-30"}
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("order", list(itertools.permutations((0, 1, 2))))
async def test_a_visit_then_a_name_then_a_purchase_are_one_customer_in_any_order_of_arrival(
    app: FastAPI, admin: Person, order: tuple[int, ...]
) -> None:
    journey = await a_journey(
        admin, {"Awareness": {"Sees": ["ad"]}, "Purchase": {"Pays": ["checkout"]}}
    )
    sender = await a_source(app, admin, format="json", mapping=MAPPING)
    visit = {key: value for key, value in VISIT.items() if key != "customer"}
    sent = [{**visit, "anonymous_id": "browser-1"}, IDENTIFY, PURCHASE]
    for place in order:
        assert (await sender.post(sent[place])).status_code == 202
        await process_all(app)
    found = await measured(admin, journey.id)
    summary, (sees, pays) = found["summary"], found["steps"]
    assert (summary["customers"], summary["events"], summary["converted"]) == (1, 2, 1)
    assert (sees["customers"], sees["continued"], sees["next_after"]) == (1, 1, 1)
    assert sum(point["customers"] for point in pays["series"]) == 1
    assert summary["median_days_to_goal"] == 2


async def test_a_shared_browser_belongs_to_who_was_seen_with_it_first(
    app: FastAPI, admin: Person
) -> None:
    journey = await a_journey(
        admin, {"Awareness": {"Sees": ["ad"]}, "Purchase": {"Pays": ["checkout"]}}
    )
    sender = await a_source(app, admin, format="json", mapping=MAPPING)
    shared = {"touchpoint": "ad", "anonymous_id": "kiosk"}
    await sender.post(
        [
            # Ben's sign-in is told first, but Anna's was before it.
            {**IDENTIFY, "id": "b", "customer": "ben", "anonymous_id": "kiosk"},
            {
                **IDENTIFY,
                "id": "a",
                "anonymous_id": "kiosk",
                "occurred_at": "2026-10-01T10:00:00Z",
            },
            {"id": "1", "occurred_at": "2026-10-01T09:00:00Z", **shared},
            {"id": "2", "occurred_at": "2026-10-05T09:00:00Z", **shared},
            {**PURCHASE, "id": "3", "customer": "ben"},
            {**PURCHASE, "id": "4", "customer": "anna"},
        ]
    )
    await process_all(app)
    found = await measured(admin, journey.id)
    sees, pays = found["steps"]
    assert (sees["customers"], sees["events"], sees["continued"]) == (1, 2, 1)
    assert pays["customers"] == 2
