"""What was not understood is kept, explained, and processed again once the reason is mended."""

from typing import Any

import pytest
from fastapi import FastAPI

from tests.factories.events import (
    Sender,
    a_source,
    a_touchpoint,
    an_event,
    process_all,
)
from tests.factories.people import Person


@pytest.fixture
async def sender(app: FastAPI, admin: Person) -> Sender:
    """A source of a workspace without touchpoints."""
    return await a_source(app, admin)


async def quarantine(admin: Person, **params: str) -> dict[str, Any]:
    """The list of what was not understood."""
    path = f"/api/v1/workspaces/{admin.workspace_id}/quarantine"
    answer = await admin.client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_delivery_is_replayed_after_the_touchpoint_was_made(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    sent = await sender.post([an_event(id="a"), an_event(id="b"), {"customer": "x"}])
    await process_all(app)
    listed = (await quarantine(admin))["items"]
    assert [item["code"] for item in listed] == [
        "unknown_touchpoint",
        "unknown_touchpoint",
        "no_time",
    ]
    assert '"id":"a"' in listed[0]["excerpt"]
    await a_touchpoint(admin, "checkout")
    path = f"/api/v1/deliveries/{sent.json()['delivery_id']}"
    assert (await admin.client.post(f"{path}/replay")).status_code == 202
    early = await admin.client.post(f"{path}/replay")
    assert (early.status_code, early.json()["code"]) == (409, "still_waiting")
    await process_all(app)
    done = (await admin.client.get(path)).json()
    assert (done["accepted"], done["duplicates"], done["quarantined"]) == (2, 0, 1)
    assert [item["code"] for item in (await quarantine(admin))["items"]] == ["no_time"]


async def test_a_replay_of_what_went_well_changes_nothing(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await a_touchpoint(admin, "checkout")
    sent = await sender.post([an_event(id="a"), an_event(id="a"), an_event(id="b")])
    await process_all(app)
    path = f"/api/v1/deliveries/{sent.json()['delivery_id']}"
    before = (await admin.client.get(path)).json()
    for _ in range(2):
        await admin.client.post(f"{path}/replay")
        await process_all(app)
    assert (await admin.client.get(path)).json() == before
    assert [item["outcome"] for item in before["results"]] == [
        "accepted",
        "duplicate",
        "accepted",
    ]


async def test_an_accepted_event_outlives_its_touchpoint(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    touchpoint_id = await a_touchpoint(admin, "checkout")
    sent = await sender.post(an_event(id="a"))
    await process_all(app)
    await admin.client.delete(f"/api/v1/touchpoints/{touchpoint_id}", headers={"If-Match": '"1"'})
    path = f"/api/v1/deliveries/{sent.json()['delivery_id']}"
    await admin.client.post(f"{path}/replay")
    await process_all(app)
    done = (await admin.client.get(path)).json()
    assert (done["accepted"], done["quarantined"]) == (1, 0)


async def test_the_lists_are_read_page_by_page(app: FastAPI, admin: Person, sender: Sender) -> None:
    sent = [
        (await sender.post([{"n": number}, {"n": -number}])).json()["delivery_id"]
        for number in range(1, 4)
    ]
    await process_all(app)
    places: list[tuple[str, int]] = []
    params = {"limit": "4"}
    while True:
        page = await quarantine(admin, **params)
        places += [(item["delivery_id"], item["position"]) for item in page["items"]]
        if page["next"] is None:
            break
        params["cursor"] = page["next"]
    assert places == [(each, place) for each in reversed(sent) for place in (0, 1)]
    path = admin.url("deliveries")
    first = (await admin.client.get(path, params={"limit": 2})).json()
    rest = (await admin.client.get(path, params={"limit": 2, "cursor": first["next"]})).json()
    listed = [item["id"] for item in [*first["items"], *rest["items"]]]
    assert (listed, rest["next"]) == (list(reversed(sent)), None)


async def test_how_much_waits_is_counted_by_reason_and_by_what_would_mend_it(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await sender.post([an_event(touchpoint=key) for key in ("news", "news", "Not a key")])
    await sender.post({"customer": "x"})
    await process_all(app)
    totals = (await admin.client.get(admin.url("quarantine-totals"))).json()["items"]
    assert [
        (each["source_id"], each["code"], each["touchpoint_key"], each["items"]) for each in totals
    ] == [
        (sender.id, "unknown_touchpoint", "news", 2),
        (sender.id, "no_time", "", 1),
        (sender.id, "unknown_touchpoint", "", 1),
    ]
    listed = (await quarantine(admin))["items"]
    assert [item["touchpoint_key"] for item in listed] == ["", "news", "news", ""]
    assert [each["latest"] for each in totals] == [listed[1], listed[0], listed[3]]
    lacking = await quarantine(admin, code="unknown_touchpoint", touchpoint_key="news")
    assert lacking["items"] == listed[1:3]
    hostile = await admin.client.get(admin.url("quarantine"), params={"code": "\0"})
    assert hostile.status_code == 422


async def test_what_waits_for_one_touchpoint_is_replayed_and_nothing_else(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await sender.post(an_event(touchpoint="news"))
    await sender.post(an_event(touchpoint="checkout"))
    await process_all(app)
    await a_touchpoint(admin, "news")
    replay = await admin.client.post(admin.url("replays"), json={"touchpoint_key": "news"})
    assert replay.json()["deliveries"] == 1
    await process_all(app)
    assert [item["touchpoint_key"] for item in (await quarantine(admin))["items"]] == ["checkout"]


async def test_what_a_search_finds_is_replayed(app: FastAPI, admin: Person, sender: Sender) -> None:
    await a_touchpoint(admin, "checkout")
    for number in range(2):
        await sender.post([an_event(id=f"e-{number}"), {"customer": "x"}])
    await process_all(app)
    for search, count in (("e-1", 1), ("e-9", 0)):
        body = {"kind": "quarantined", "search": search}
        replay = await admin.client.post(admin.url("replays"), json=body)
        assert (replay.json()["deliveries"], replay.json()["selection"]["search"]) == (
            count,
            search,
        )
