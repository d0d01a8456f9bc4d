"""Finding a customer, what is known of them, and what happened to them."""

from typing import Any

import pytest
from fastapi import FastAPI

from tests.factories.customers import key_of, search, the_customer
from tests.factories.events import Sender, a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person

SEGMENT = {"format": "segment", "name": "Website"}


@pytest.fixture
async def sender(app: FastAPI, admin: Person) -> Sender:
    """A source of a workspace with one touchpoint."""
    await a_touchpoint(admin, "checkout")
    return await a_source(app, admin)


def on(day: int, **fields: Any) -> dict[str, Any]:
    """An event at noon of a day in November 2026."""
    return an_event(occurred_at=f"2026-11-{day:02}T12:00:00Z", **fields)


async def send(app: FastAPI, sender: Sender, *items: dict[str, Any]) -> None:
    """Send items and have them processed."""
    answer = await sender.post(list(items))
    assert answer.status_code == 202, answer.text
    await process_all(app)


async def test_customers_are_listed_by_when_they_were_last_seen(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await send(
        app,
        sender,
        on(1, customer="anna"),
        on(9, customer="anna"),
        on(8, customer="ben"),
        on(2, customer="browser-7", anonymous_id="x"),
        on(10, customer="cleo", anonymous_id="cleos-phone"),
    )
    listed = await admin.items("customers")
    names = {key_of(app, admin, name): name for name in ("anna", "ben", "cleo", "browser-7")}
    assert [names[row["id"]] for row in listed] == ["cleo", "anna", "ben", "browser-7"]
    anna = listed[1]
    assert anna["events"] == 2
    assert anna["first_seen_at"] == "2026-11-01T12:00:00.000Z"
    assert anna["last_seen_at"] == "2026-11-09T12:00:00.000Z"


async def test_the_list_is_read_page_by_page_and_nobody_comes_twice(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    items = [on(1 + n % 3, customer=f"c{n % 7}", id=f"{n}") for n in range(40)]
    aliases = [{"type": "identify", "customer": "c0", "anonymous_id": f"c0-{n}"} for n in range(3)]
    await send(app, sender, *items, *aliases)
    seen: list[str] = []
    params = {"limit": "3"}
    while True:
        page = (await admin.client.get(admin.url("customers"), params=params)).json()
        seen += [row["id"] for row in page["items"]]
        if page["next"] is None:
            break
        params["cursor"] = page["next"]
    assert len(seen) == 7
    assert set(seen) == {key_of(app, admin, f"c{n}") for n in range(7)}


async def test_a_customer_is_found_by_any_id_that_a_sender_knows_them_by(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    website = await a_source(app, admin, **SEGMENT)
    identify = {
        "type": "identify",
        "userId": "u-1",
        "anonymousId": "browser-1",
        "traits": {"email": "Anna@Shop.example", "plan": "premium"},
        "timestamp": "2026-11-02T10:00:00Z",
    }
    answer = await website.client.post(
        f"/ingest/{website.key}/v1/identify",
        json=identify,
        auth=(website.secret, ""),
    )
    assert answer.status_code == 200, answer.text
    await process_all(app)
    found = [await the_customer(admin, text) for text in ("u-1", " anna@shop.EXAMPLE ")]
    assert found[0] == found[1]
    assert found[0]["events"] == 0
    assert found[0]["traits"]["plan"] == "premium"
    assert sorted((key["kind"], key["anonymous"]) for key in found[0]["keys"]) == [
        ("", False),
        ("", True),
        ("email", False),
    ]
    assert await search(admin, "nobody@shop.example") == []
    start = found[0]["id"][:8]
    assert [row["id"] for row in await search(admin, start)] == [found[0]["id"]]


async def test_every_key_of_a_customer_leads_to_them(
    app: FastAPI, admin: Person, sender: Sender, stranger: Person
) -> None:
    await send(
        app,
        sender,
        on(3, customer="anna", anonymous_id="phone", score={"value": 4, "scale": "csat5"}),
        on(1, customer="anna", value={"amount": 12.5, "currency": "EUR"}),
        {"type": "identify", "customer": "anna", "anonymous_id": "laptop"},
    )
    keys = [key_of(app, admin, "anna"), key_of(app, admin, "laptop", "anonymous")]
    answers = [(await admin.client.get(f"/api/v1/customers/{key}")).json() for key in keys]
    assert answers[0] == answers[1]
    assert answers[0]["id"] == keys[0]
    timeline = (await admin.client.get(f"/api/v1/customers/{keys[1]}/events")).json()
    assert [row["occurred_at"][:10] for row in timeline["items"]] == ["2026-11-01", "2026-11-03"]
    first, second = timeline["items"]
    assert (first["amount"], first["currency"], first["source_id"]) == (12.5, "EUR", sender.id)
    assert (second["score"], second["score_raw"], second["score_scale"]) == (1, 4, "csat5")
    for path in ("", "/events", "/export"):
        url = f"/api/v1/customers/{keys[0]}{path}"
        assert (await stranger.client.get(url)).status_code == 404
        unknown = f"/api/v1/customers/{'0' * 32}{path}"
        assert (await admin.client.get(unknown)).status_code == 404


async def test_a_timeline_is_read_page_by_page(app: FastAPI, admin: Person, sender: Sender) -> None:
    await send(app, sender, *(on(1 + n % 5, customer="anna", id=f"{n}") for n in range(12)))
    url = f"/api/v1/customers/{key_of(app, admin, 'anna')}/events"
    first = (await admin.client.get(url, params={"limit": 7})).json()
    rest = (await admin.client.get(url, params={"limit": 7, "cursor": first["next"]})).json()
    rows = [*first["items"], *rest["items"]]
    assert len({row["id"] for row in rows}) == 12
    assert [row["occurred_at"] for row in rows] == sorted(row["occurred_at"] for row in rows)
    assert rest["next"] is None


async def test_traits_are_the_latest_of_what_was_said_and_bounded(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    def told(day: int, traits: dict[str, Any], **ids: str) -> dict[str, Any]:
        moment = f"2026-11-{day:02}T12:00:00Z"
        return {"type": "identify", "occurred_at": moment, "traits": traits, **ids}

    await send(
        app,
        sender,
        told(5, {"plan": "premium", "seats": 4, "left": None}, customer="anna"),
        told(3, {"plan": "free", "tags": ["a", "b"], "left": "soon"}, customer="anna"),
        told(6, {"seats": 5}, customer="anna", anonymous_id="phone"),
        told(
            7,
            {"x" * 101: 1, "long": "x" * 5000, "deep": {"a": 1}, "many": [0] * 51, "": 1, "ok": 1},
            customer="anna",
        ),
        told(8, {f"t{number}": number for number in range(1000)}, customer="ben"),
    )
    assert (await the_customer(admin, "anna"))["traits"] == {
        "plan": "premium",
        "seats": 5,
        "tags": ["a", "b"],
        "ok": 1,
    }
    assert len((await the_customer(admin, "ben"))["traits"]) == 200


async def test_what_an_item_contradicts_teaches_nothing(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await send(app, sender, on(1, id="same", customer="anna", anonymous_id="phone"))
    await send(app, sender, on(1, id="same", customer="anna", anonymous_id="bens-phone"))
    keys = (await the_customer(admin, "anna"))["keys"]
    assert sum(key["count"] for key in keys) == 2
