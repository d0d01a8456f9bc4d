"""Whole selections of deliveries are processed again, with progress, and it is known by whom."""

from typing import Any

import pytest
from fastapi import FastAPI
from waymark.ingest.deliveries import replays
from waymark.ingest.processing import projection
from waymark.jobs import leases

from tests.factories.events import Sender, a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person


@pytest.fixture
async def shop(app: FastAPI, admin: Person) -> Sender:
    """A source of a workspace without touchpoints, whose three events are in quarantine."""
    sender = await a_source(app, admin)
    for number in range(3):
        await sender.post(an_event(id=f"shop-{number}"))
    await process_all(app)
    return sender


async def replay(admin: Person, **selection: Any) -> dict[str, Any]:
    """Start a replay; answers how it stands."""
    answer = await admin.client.post(admin.url("replays"), json=selection)
    assert answer.status_code == 202, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def quarantined(admin: Person) -> set[str]:
    """The sources that have something in quarantine."""
    listed = await admin.client.get(admin.url("quarantine"))
    return {item["source_id"] for item in listed.json()["items"]}


async def test_what_is_in_quarantine_is_replayed_source_by_source(
    app: FastAPI, admin: Person, stranger: Person, shop: Sender
) -> None:
    desk = await a_source(app, admin, name="Help desk")
    await desk.post(an_event(id="desk"))
    await process_all(app)
    await a_touchpoint(admin, "checkout")
    assert (await stranger.client.post(admin.url("replays"), json={})).status_code == 404
    some = await replay(admin, source_id=desk.id)
    assert (some["deliveries"], some["waiting"], some["remaining"]) == (1, 1, False)
    assert some["selection"] == {
        "kind": "quarantined",
        "source_id": desk.id,
        "delivery_ids": None,
        "code": None,
        "touchpoint_key": None,
        "search": None,
        "since": None,
        "until": None,
    }
    path = f"/api/v1/replays/{some['id']}"
    assert (await stranger.client.get(path)).status_code == 404
    await process_all(app)
    assert (await admin.client.get(path)).json()["waiting"] == 0
    assert await quarantined(admin) == {shop.id}
    assert (await replay(admin))["deliveries"] == 3
    await process_all(app)
    assert await quarantined(admin) == set()
    listed = (await admin.client.get(admin.url("replays"))).json()["items"]
    assert [item["deliveries"] for item in listed] == [3, 1]
    assert listed[0]["actor_name"]


async def test_a_selection_is_met_in_all_its_parts(
    app: FastAPI, admin: Person, shop: Sender
) -> None:
    bad = (await shop.post({"id": "odd"})).json()["delivery_id"]
    await process_all(app)
    page = (await admin.client.get(admin.url("deliveries"))).json()["items"]
    times = [item["received_at"] for item in reversed(page)]
    for selection, count in (
        ({"code": "no_customer"}, 1),
        ({"code": "no_customer", "delivery_ids": [bad]}, 1),
        ({"code": "unknown_touchpoint", "delivery_ids": [bad]}, 0),
        ({"delivery_ids": []}, 0),
        ({"since": times[3]}, 1),
        ({"until": times[3]}, 3),
        ({"kind": "dead"}, 0),
        ({"kind": "all"}, 4),
    ):
        assert (await replay(admin, **selection))["deliveries"] == count, selection
        await process_all(app)


async def test_more_than_fit_at_once_are_left_for_another(
    app: FastAPI, admin: Person, shop: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replays, "AT_ONCE", 2)
    first = await replay(admin)
    assert (first["deliveries"], first["remaining"]) == (2, True)
    second = await replay(admin)
    assert (second["deliveries"], second["remaining"]) == (1, False)


async def test_deliveries_are_found_by_what_became_of_them(
    app: FastAPI, admin: Person, shop: Sender
) -> None:
    await a_touchpoint(admin, "checkout")
    good = (await shop.post(an_event(id="order/17"))).json()["delivery_id"]
    await process_all(app)
    waiting = (await shop.post(an_event(id="new"))).json()["delivery_id"]

    async def found(**params: str) -> list[str]:
        listed = await admin.client.get(admin.url("deliveries"), params=params)
        assert listed.status_code == 200, listed.text
        return [item["id"] for item in listed.json()["items"]]

    assert len(await found()) == 5
    assert await found(kind="waiting") == [waiting]
    assert len(await found(kind="quarantined")) == 3
    assert await found(kind="dead") == []
    assert await found(search="order/17") == [good]
    assert await found(search=good.upper()) == [good]
    assert await found(search="nothing like it") == []
    assert len(await found(source_id=shop.id)) == 5
    refused = await admin.client.get(admin.url("deliveries"), params={"kind": "odd"})
    assert refused.status_code == 422


async def test_a_single_delivery_processed_again_is_on_record_too(
    app: FastAPI, admin: Person, shop: Sender
) -> None:
    [*_, oldest] = await admin.items("deliveries")
    path = f"/api/v1/deliveries/{oldest['id']}"
    again = await admin.client.post(f"{path}/replay")
    assert (again.status_code, again.json()["state"]) == (202, "received")
    [record] = await admin.items("replays")
    assert (record["deliveries"], record["waiting"], record["remaining"]) == (1, 1, False)
    assert record["selection"]["delivery_ids"] == [oldest["id"]]
    assert record["actor_name"] == "Elena Kovač"
    await process_all(app)
    [record] = await admin.items("replays")
    assert record["waiting"] == 0


async def test_what_was_given_up_is_found_read_and_brought_back(
    app: FastAPI, admin: Person, shop: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect of ours makes some deliveries fail ten times; then it is mended."""
    await a_touchpoint(admin, "checkout")
    lost = [(await shop.post(an_event(id=f"lost-{n}"))).json()["delivery_id"] for n in range(3)]
    with monkeypatch.context() as patch:
        patch.setattr(leases, "MAX_ATTEMPTS", 1)
        patch.setattr(projection, "judge", _broken)
        await process_all(app)
    listed = await admin.client.get(admin.url("deliveries"), params={"kind": "dead"})
    assert [item["id"] for item in listed.json()["items"]] == lost[::-1]
    detail = (await admin.client.get(f"/api/v1/deliveries/{lost[1]}")).json()
    assert (detail["state"], detail["error"]) == ("dead", "ZeroDivisionError: a defect")
    assert "lost-1" in detail["body"]
    assert (await replay(admin, kind="dead", delivery_ids=[lost[1]]))["deliveries"] == 1
    assert (await replay(admin, kind="dead", since=detail["received_at"]))["deliveries"] == 1
    assert (await replay(admin, kind="dead"))["deliveries"] == 1
    await process_all(app)
    assert (await replay(admin, kind="dead"))["deliveries"] == 0
    for delivery_id in lost:
        done = (await admin.client.get(f"/api/v1/deliveries/{delivery_id}")).json()
        assert (done["state"], done["accepted"]) == ("done", 1)
    assert len(await admin.items("replays")) == 4


def _broken(*_: Any) -> Any:
    raise ZeroDivisionError("a defect")
