"""Who may erase whom, how that is accounted for, and a copy of everything."""

from typing import Any

import pytest
from fastapi import FastAPI

from tests.factories.customers import erase, key_of, the_customer
from tests.factories.events import Sender, a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person


@pytest.fixture
async def sender(app: FastAPI, admin: Person) -> Sender:
    """A source of a workspace with one touchpoint."""
    await a_touchpoint(admin, "checkout")
    return await a_source(app, admin)


async def send(app: FastAPI, sender: Sender, *items: dict[str, Any]) -> str:
    """Send items and have them processed; answers the delivery's id."""
    answer = await sender.post(list(items))
    assert answer.status_code == 202, answer.text
    await process_all(app)
    return str(answer.json()["delivery_id"])


async def test_the_audit_log_says_who_did_it_and_how_much_and_not_to_whom(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await send(app, sender, an_event(customer="anna"))
    done = await erase(app, admin, own_ids=["anna"], reason="consent_withdrawn")
    (entry,) = await admin.items("audit")
    assert (entry["action"], entry["actor_name"]) == ("customer_erased", "Elena Kovač")
    assert entry["details"] == {
        "erasure_id": done["id"],
        "reason": "consent_withdrawn",
        "items": 1,
        "events": 1,
    }
    assert [row["id"] for row in await admin.items("erasures")] == [done["id"]]


@pytest.mark.parametrize(
    "body", [{}, {"customer_id": "0" * 32}, {"customer_id": "0" * 32, "own_ids": ["anna"]}]
)
async def test_it_must_be_clear_who_is_meant(
    app: FastAPI, admin: Person, body: dict[str, Any]
) -> None:
    answer = await admin.client.post(admin.url("erasures"), json={"reason": "request", **body})
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_customer")


async def test_a_customer_of_another_workspace_is_none_of_mine(
    app: FastAPI, admin: Person, stranger: Person, sender: Sender
) -> None:
    await send(app, sender, an_event(customer="anna"))
    key = key_of(app, admin, "anna")
    answer = await stranger.client.post(
        stranger.url("erasures"), json={"customer_id": key, "reason": "request"}
    )
    assert answer.status_code == 422
    done = await erase(app, stranger, own_ids=["anna"])
    assert (done["items"], done["events"]) == (0, 0)
    assert (await the_customer(admin, "anna"))["events"] == 1


async def test_everything_that_is_kept_can_be_exported(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await send(
        app,
        sender,
        an_event(id="1", customer="anna", anonymous_id="phone"),
        an_event(id="2", customer="ben"),
        an_event(id="3", customer="anna", touchpoint="nowhere"),
        {"type": "identify", "customer": "anna", "traits": {"plan": "free"}},
    )
    found = await the_customer(admin, "anna")
    answer = await admin.client.get(f"/api/v1/customers/{found['id']}/export")
    (entry,) = await admin.items("audit")
    assert (entry["action"], entry["details"]) == ("customer_exported", {})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    document = answer.json()
    assert document["customer"] == found
    assert [event["position"] for event in document["events"]] == [0]
    assert [item["item"].get("id") for item in document["items"]] == ["1", "3", None]
    assert [link["bond"] for link in document["links"]] == ["belongs"]
