"""Who is erased is gone: from every table, for good, and nobody else with them."""

import asyncio
import gzip
from datetime import timedelta
from typing import Any

import orjson
import pytest
from fastapi import FastAPI
from sqlalchemy import update
from waymark.ingest.processing import projection
from waymark.ingest.processing import queries as inbox_queries
from waymark.jobs import leases
from waymark.kit.clock import utcnow
from waymark.privacy import erasing
from waymark.privacy.models import Erasure

from tests.factories.customers import (
    all_that_is_kept,
    do_chores,
    erase,
    key_of,
    search,
    the_customer,
)
from tests.factories.events import Sender, a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person

ANNA = "anna@shop.example"


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


async def delivery(admin: Person, delivery_id: str) -> dict[str, Any]:
    """A delivery as it is now."""
    answer = await admin.client.get(f"/api/v1/deliveries/{delivery_id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_nothing_is_left_of_who_is_erased_wherever_it_was(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await send(
        app,
        sender,
        an_event(id="1", customer=ANNA, anonymous_id="annas-phone", properties={"a": "anna-1"}),
        {"type": "identify", "customer": ANNA, "traits": {"town": "annatown"}},
    )
    # Twice, contradicting, not understood, of an unknown shape; and compressed.
    await send(app, sender, an_event(id="1", customer=ANNA, properties={"a": "anna-2"}))
    await send(app, sender, an_event(customer=ANNA, touchpoint="nowhere", note="anna-3"))
    await send(app, sender, {"who": ANNA, "note": "anna-4"})
    body = gzip.compress(orjson.dumps([an_event(id="2", customer="annas-old-name")]))
    answer = await sender.post_bytes(
        body, {"Authorization": f"Bearer {sender.secret}", "Content-Encoding": "gzip"}
    )
    assert answer.status_code == 202
    await send(
        app,
        sender,
        an_event(id="3", customer="ben", properties={"note": f"brought {ANNA.upper()} along"}),
        {"type": "identify", "customer": "ben", "traits": {"friend": ANNA}},
    )
    assert ANNA in await all_that_is_kept(app)
    keys = [key_of(app, admin, ANNA), key_of(app, admin, "annas-phone", "anonymous")]
    done = await erase(
        app, admin, customer_id=keys[1], own_ids=[ANNA, "annas-old-name"], reason="request"
    )
    assert done["state"] == "done"
    assert (done["items"], done["events"]) == (6, 2)
    assert done["looked_through"] == done["deliveries"] == 6
    kept = (await all_that_is_kept(app)).lower()
    assert [text for text in (*keys, ANNA, "anna") if text in kept] == []
    assert await search(admin, ANNA) == []
    assert (await admin.client.get(f"/api/v1/customers/{keys[0]}")).status_code == 404
    ben = await the_customer(admin, "ben")
    assert (ben["events"], ben["traits"]) == (1, {})


async def test_what_is_left_of_a_delivery_stays_where_it_was(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    delivery_id = await send(
        app,
        sender,
        an_event(id="1", customer="ben"),
        an_event(id="2", customer="anna"),
        an_event(id="2", customer="anna"),
        an_event(customer="cleo", touchpoint="nowhere"),
        an_event(customer="anna", touchpoint="nowhere"),
        an_event(customer="dora"),
    )
    before = (await delivery(admin, delivery_id))["results"]
    await erase(app, admin, own_ids=["anna"])
    after = await delivery(admin, delivery_id)
    assert [item["outcome"] for item in after["results"]] == [
        "accepted",
        "erased",
        "erased",
        "quarantined",
        "erased",
        "accepted",
    ]
    others = (0, 3, 5)
    assert [after["results"][place] for place in others] == [before[place] for place in others]
    counts = ("items", "accepted", "duplicates", "quarantined", "erased")
    assert [after[name] for name in counts] == [6, 2, 0, 1, 3]
    assert after["erased_at"] is not None
    assert '"ben"' in after["body"]
    assert "anna" not in after["body"]


async def test_a_replay_does_not_bring_anybody_back(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    """Nor does it count again what has no id of its own and was changed to hide a mention."""
    await a_touchpoint(admin, "nowhere-yet")
    delivery_id = await send(
        app,
        sender,
        an_event(customer="anna@shop.example"),
        an_event(customer="ben", properties={"with": ANNA}),
        an_event(customer="cleo", touchpoint="later"),
    )
    await erase(app, admin, own_ids=[ANNA])
    await a_touchpoint(admin, "later")
    before = await admin.items("customers")
    for _ in range(2):
        answer = await admin.client.post(f"/api/v1/deliveries/{delivery_id}/replay")
        assert answer.status_code == 202
        await process_all(app)
    after = await delivery(admin, delivery_id)
    assert [item["outcome"] for item in after["results"]] == ["erased", "accepted", "accepted"]
    listed = {row["id"]: row["events"] for row in await admin.items("customers")}
    assert listed == {
        **{row["id"]: row["events"] for row in before},
        key_of(app, admin, "cleo"): 1,
    }
    assert ANNA not in await all_that_is_kept(app)


async def test_what_waits_to_be_processed_is_erased_before_it_is(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await sender.post([an_event(customer="anna"), an_event(customer="ben")])
    done = await erase(app, admin, own_ids=["anna"])
    assert (done["items"], done["events"]) == (1, 0)
    assert [row["id"] for row in await admin.items("customers")] == [key_of(app, admin, "ben")]


async def test_a_worker_that_has_read_a_delivery_already_does_not_bring_anybody_back(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await sender.post([an_event(customer="anna"), an_event(customer="ben")])
    database, vault = app.state.database, app.state.vault
    async with database.writing() as session:
        due = inbox_queries.due_entries(utcnow(), 10)
        in_hand = list(await leases.take(session, due, utcnow()))
    read = await projection._read(database, [in_hand[0].delivery_id])
    await admin.client.post(admin.url("erasures"), json={"own_ids": ["anna"], "reason": "request"})
    await do_chores(app)

    async def what_it_read(*given: Any) -> list[projection.Item]:
        return read

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(projection, "_read", what_it_read)
        await projection.project(database, vault, in_hand)
    assert await admin.items("customers") == []
    await process_all(app)
    assert [row["id"] for row in await admin.items("customers")] == [key_of(app, admin, "ben")]


async def test_who_comes_back_is_a_new_customer(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    identify = {"type": "identify", "customer": "anna", "anonymous_id": "phone"}
    await send(app, sender, an_event(customer="anna"), {**identify, "traits": {"plan": "free"}})
    await erase(app, admin, own_ids=["anna"])
    await send(app, sender, an_event(customer="anna", occurred_at="2026-11-20T00:00:00Z"))
    found = await the_customer(admin, "anna")
    assert (found["events"], found["traits"], found["keys"]) == (1, {}, [])


async def test_a_shared_browser_goes_to_the_next_who_used_it(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    def uses(customer: str, day: int) -> dict[str, Any]:
        moment = f"2026-11-{day:02}T12:00:00Z"
        return an_event(customer=customer, anonymous_id="kiosk", occurred_at=moment)

    await send(app, sender, uses("anna", 1), uses("ben", 2))
    await erase(app, admin, own_ids=["anna"])
    await send(app, sender, uses("ben", 3))
    kiosk = key_of(app, admin, "kiosk", "anonymous")
    found = (await admin.client.get(f"/api/v1/customers/{kiosk}")).json()
    assert (found["id"], found["events"]) == (key_of(app, admin, "ben"), 2)


async def test_it_goes_on_where_a_worker_ended(
    app: FastAPI, admin: Person, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing.searching, "DELIVERIES_AT_ONCE", 2)
    for number in range(6):
        await send(app, sender, an_event(id=f"{number}", customer="anna"))
    portions, portion = 0, erasing._portion

    async def dying(*given: Any) -> bool:
        nonlocal portions
        portions += 1
        if portions % 2 == 0:
            raise asyncio.CancelledError
        return await portion(*given)

    monkeypatch.setattr(erasing, "_portion", dying)
    answer = await admin.client.post(
        admin.url("erasures"), json={"own_ids": ["anna"], "reason": "request"}
    )
    path = f"/api/v1/erasures/{answer.json()['id']}"
    looked = []
    while (found := (await admin.client.get(path)).json())["state"] != "done":
        looked.append(found["looked_through"])
        try:
            await do_chores(app)
        except asyncio.CancelledError:
            await lease_runs_out(app)
    assert looked[:4] == [0, 2, 4, 6]
    assert (found["items"], found["events"], found["looked_through"]) == (6, 6, 6)
    assert await admin.items("customers") == []


async def lease_runs_out(app: FastAPI) -> None:
    """The lease of the worker that ended is over."""
    async with app.state.database.writing() as session:
        await session.execute(
            update(Erasure)
            .where(Erasure.due_at.is_not(None))
            .values(due_at=utcnow() - timedelta(seconds=1))
        )
