"""A mapping is tried out on what has come, before anything is changed."""

from typing import Any

import pytest
from fastapi import FastAPI

from tests.factories.events import Sender, a_mapping, a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person


@pytest.fixture
async def sender(app: FastAPI, admin: Person) -> Sender:
    """A source that has sent things of several kinds."""
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    await sender.post({"customer": "c", "occurred_at": "2026-11-02T09:30:00Z", "stage": "won"})
    await sender.post(
        [
            an_event(
                score={"value": 5, "scale": "csat5"}, value={"amount": 9.5, "currency": "EUR"}
            ),
            {"type": "identify", "customer": "c", "anonymous_id": "b", "token": "hush"},
        ]
    )
    await process_all(app)
    return sender


async def previewed(admin: Person, sender: Sender, mapping: Any = None) -> list[dict[str, Any]]:
    """What the last items would become."""
    answer = await admin.client.post(
        f"/api/v1/sources/{sender.id}/preview", json={"mapping": mapping}
    )
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_the_last_items_are_shown_as_the_source_understands_them(
    admin: Person, sender: Sender
) -> None:
    event, identify, won = await previewed(admin, sender)
    assert event["outcome"] == "accepted"
    assert (event["score"], event["amount"], event["currency"]) == (2, 9.5, "EUR")
    assert event["occurred_at"] == "2026-11-02T09:30:00.000Z"
    assert (identify["outcome"], identify["customer"]) == ("identified", ["", "anonymous"])
    assert "hush" not in identify["item"]
    assert (won["outcome"], won["code"]) == ("quarantined", "no_touchpoint")


async def test_a_proposed_mapping_changes_nothing_but_the_answer(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    rule = {
        "when": [{"field": "/stage", "test": "equals", "value": "won"}],
        "then": {"do": "touchpoint_by_key", "key": "won", "name": "Deal won", "channel": "phone"},
    }
    proposed = {**a_mapping(), "rules": [rule]}
    won = (await previewed(admin, sender, proposed))[2]
    assert (won["outcome"], won["touchpoint_id"]) == ("accepted", None)
    assert won["touchpoint_name"] == "Deal won"
    touchpoints = (await admin.client.get(admin.url("touchpoints"))).json()["items"]
    assert [item["key"] for item in touchpoints] == ["checkout"]
    made = await a_touchpoint(admin, "won")
    assert (await previewed(admin, sender, proposed))[2]["touchpoint_id"] == made


async def test_a_rule_makes_the_touchpoint_it_names_on_first_use(
    app: FastAPI, admin: Person
) -> None:
    rule = {
        "when": [{"field": "/name", "test": "exists"}],
        "then": {"do": "touchpoint_from", "field": "/name", "channel": "website"},
    }
    sender = await a_source(app, admin, mapping={**a_mapping(), "rules": [rule]})
    plain = {"customer": "c", "occurred_at": "2026-11-02T09:30:00Z"}
    await sender.post([{**plain, "name": name} for name in ("Page seen", "Page seen", "Заказ")])
    await process_all(app)
    made = (await admin.client.get(admin.url("touchpoints"))).json()["items"]
    assert {item["name"] for item in made} == {"Page seen", "Заказ"}
    assert all(item["channel_id"] for item in made)
    assert len({item["key"] for item in made}) == 2


async def test_certain_deliveries_are_shown_and_which_rule_decided(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    sent = await sender.post([{**an_event(touchpoint=None), "stage": "won"}, {"stage": "won"}])
    await sender.post(an_event())
    await process_all(app)
    rule = {
        "when": [{"field": "/stage", "test": "equals", "value": "won"}],
        "then": {"do": "touchpoint_by_key", "key": "won", "name": "Deal won", "channel": ""},
    }
    mapping = {
        **a_mapping(),
        "rules": [*a_mapping(("/x", 1, await a_touchpoint(admin, "x")))["rules"], rule],
    }
    delivery_id = sent.json()["delivery_id"]
    answer = await admin.client.post(
        f"/api/v1/sources/{sender.id}/preview",
        json={"mapping": mapping, "delivery_ids": [delivery_id]},
    )
    items = answer.json()["items"]
    assert [(item["delivery_id"], item["rule"], item["outcome"]) for item in items] == [
        (delivery_id, 1, "accepted"),
        (delivery_id, 1, "quarantined"),
    ]
    source = await admin.client.get(f"/api/v1/sources/{sender.id}")
    await admin.client.patch(
        f"/api/v1/sources/{sender.id}",
        json={"mapping": mapping},
        headers={"If-Match": source.headers["etag"]},
    )
    shown = await admin.client.get(f"/api/v1/deliveries/{delivery_id}")
    assert [item["rule"] for item in shown.json()["results"]] == [1, 1]
