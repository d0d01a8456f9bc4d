"""Sending events, as a CRM does it."""

import base64
import gzip
import time
from typing import Any

import orjson
import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from standardwebhooks import Webhook

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
    """A source whose workspace has the touchpoint `checkout`."""
    await a_touchpoint(admin, "checkout")
    return await a_source(app, admin)


async def the_delivery(admin: Person, delivery_id: str) -> dict[str, Any]:
    """A delivery as an editor sees it."""
    answer = await admin.client.get(f"/api/v1/deliveries/{delivery_id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def counts(delivery: dict[str, Any]) -> tuple[int, int, int]:
    """Accepted, duplicates, quarantined."""
    return delivery["accepted"], delivery["duplicates"], delivery["quarantined"]


async def test_an_event_is_stored_before_the_answer_and_processed_after_it(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    answer = await sender.post(an_event(id="e-1"))
    assert answer.status_code == 202
    assert answer.json()["items"] == 1
    delivery_id = answer.json()["delivery_id"]
    waiting = await the_delivery(admin, delivery_id)
    assert waiting["state"] == "received"
    assert waiting["results"][0]["outcome"] == "waiting"
    assert await process_all(app) == 1
    done = await the_delivery(admin, delivery_id)
    assert (done["state"], counts(done)) == ("done", (1, 0, 0))
    assert done["results"][0]["outcome"] == "accepted"
    assert done["results"][0]["event_id"]


@pytest.mark.parametrize(
    ("body", "items"),
    [
        (an_event(), 1),
        ([an_event(id="a"), an_event(id="b")], 2),
        ({"events": [an_event(id="a"), an_event(id="b"), an_event(id="c")]}, 3),
        ({"events": []}, 0),
        ([], 0),
    ],
)
async def test_single_events_and_batches_are_taken(
    app: FastAPI, admin: Person, sender: Sender, body: Any, items: int
) -> None:
    answer = await sender.post(body)
    assert (answer.status_code, answer.json()["items"]) == (202, items)
    await process_all(app)
    done = await the_delivery(admin, answer.json()["delivery_id"])
    assert (done["state"], counts(done)) == ("done", (items, 0, 0))


async def test_one_bad_item_does_not_harm_its_neighbours(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    batch = [
        an_event(id="a"),
        {"nonsense": True},
        42,
        an_event(id="b", touchpoint="unheard-of"),
        an_event(id="c"),
        an_event(id="d", properties={"note": "x" * 40_000}),
    ]
    answer = await sender.post({"events": batch})
    await process_all(app)
    done = await the_delivery(admin, answer.json()["delivery_id"])
    assert counts(done) == (2, 0, 4)
    assert [item["code"] for item in done["results"]] == [
        "",
        "no_customer",
        "not_an_object",
        "unknown_touchpoint",
        "",
        "item_too_large",
    ]
    assert "unheard-of" in done["results"][3]["detail"]


async def test_the_same_event_counts_once(app: FastAPI, admin: Person, sender: Sender) -> None:
    first = await sender.post(an_event(id="e-1"))
    again = await sender.post([an_event(id="e-1"), an_event(id="e-1"), an_event()])
    without_id = await sender.post([an_event(), an_event(customer="another")])
    await process_all(app)
    assert counts(await the_delivery(admin, first.json()["delivery_id"])) == (1, 0, 0)
    assert counts(await the_delivery(admin, again.json()["delivery_id"])) == (1, 2, 0)
    last = await the_delivery(admin, without_id.json()["delivery_id"])
    assert counts(last) == (1, 1, 0)
    assert last["results"][0]["outcome"] == "duplicate"


async def test_another_body_under_the_same_id_is_a_conflict_and_the_first_stays(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    await sender.post(an_event(id="e-1", customer="first"))
    answer = await sender.post(an_event(id="e-1", customer="second"))
    await process_all(app)
    done = await the_delivery(admin, answer.json()["delivery_id"])
    assert counts(done) == (0, 1, 0)
    assert done["results"][0]["outcome"] == "conflict"
    assert done["results"][0]["code"] == "same_id_other_content"


async def test_the_sender_may_wait_for_what_became_of_its_events(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    import asyncio

    waiting = asyncio.create_task(
        sender.post([an_event(id="a"), an_event(touchpoint="?")], Prefer="wait=5")
    )
    while not await process_all(app):  # noqa: ASYNC110 - the delivery is on its way
        await asyncio.sleep(0.01)
    answer = await waiting
    assert answer.status_code == 200
    assert answer.headers["preference-applied"] == "wait=5"
    found = answer.json()
    assert (found["accepted"], found["quarantined"]) == (1, 1)
    assert [item["outcome"] for item in found["results"]] == ["accepted", "quarantined"]


async def test_who_waits_in_vain_is_told_that_it_is_stored(sender: Sender) -> None:
    started = time.monotonic()
    answer = await sender.post(an_event(), Prefer="respond-async, wait=1")
    assert answer.status_code == 202
    assert 0.9 < time.monotonic() - started < 3


async def test_a_standard_webhooks_signature_is_as_good_as_the_secret(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    body = orjson.dumps(an_event())
    answer = await sender.post_bytes(body, signed(sender.secret, body))
    assert answer.status_code == 202
    await process_all(app)
    done = await the_delivery(admin, answer.json()["delivery_id"])
    assert counts(done) == (1, 0, 0)
    assert done["sent_at"] is not None


def signed(secret: str, body: bytes, age: float = 0) -> dict[str, str]:
    """The headers that Standard Webhooks senders add."""
    import datetime

    moment = datetime.datetime.now(datetime.UTC) - datetime.timedelta(seconds=age)
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": Webhook(secret).sign("msg_1", moment, body.decode()),
    }


async def test_what_is_not_from_the_source_is_refused(sender: Sender) -> None:
    body = orjson.dumps(an_event())
    good = signed(sender.secret, body)
    other = "whsec_" + base64.b64encode(b"another secret of another source").decode()
    refused: list[dict[str, str]] = [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer"},
        {"Authorization": f"Basic {sender.secret}"},
        {"Authorization": "Bearer \u00e4\u00f6\u00fc".encode("latin-1").decode("latin-1")},
        signed(other, body),
        signed(sender.secret, body + b" "),
        signed(sender.secret, body, age=301),
        signed(sender.secret, body, age=-302),
        {**good, "webhook-timestamp": "yesterday"},
        {**good, "webhook-timestamp": "nan"},
        {**good, "webhook-timestamp": "9" * 400},
        {**good, "webhook-signature": "v1"},
        {**good, "webhook-signature": "v1,%%%"},
        {**good, "webhook-signature": ""},
        {**good, "webhook-signature": "v1,\u00ff"},
        {"webhook-signature": good["webhook-signature"]},
        {**signed(other, body), "Authorization": "Bearer"},
    ]
    for headers in refused:
        raw = {name: value.encode("latin-1") for name, value in headers.items()}
        answer = await sender.post_bytes(body, raw)
        assert answer.status_code == 401, headers
        assert answer.json()["code"] == "not_authentic"
    signed_not_utf8 = await sender.post_bytes(b"\xff\xfe", good)
    assert signed_not_utf8.status_code == 401
    several = {**good, "webhook-signature": f"v1,AAAA {good['webhook-signature']}"}
    assert (await sender.post_bytes(body, several)).status_code == 202


def bearer(sender: Sender) -> dict[str, str]:
    """The secret as a bearer token."""
    return {"Authorization": f"Bearer {sender.secret}"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"not json",
        b'{"a": NaN}',
        b'{"a": "\\ud800"}',
        b'{"a": "\xff"}',
        b"[" * 300 + b"]" * 300,
        b"[" * 100_000,
        b'{"a": 1e999}',
    ],
)
async def test_what_is_not_json_is_refused(sender: Sender, body: bytes) -> None:
    answer = await sender.post_bytes(body, bearer(sender))
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


async def test_gzip_is_taken_and_unpacked_for_people(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    body = orjson.dumps([an_event(customer=str(number)) for number in range(300)])
    headers = bearer(sender) | {"Content-Encoding": "gzip"}
    answer = await sender.post_bytes(gzip.compress(body), headers)
    assert (answer.status_code, answer.json()["items"]) == (202, 300)
    await process_all(app)
    done = await the_delivery(admin, answer.json()["delivery_id"])
    assert counts(done) == (300, 0, 0)
    assert done["body"] == body.decode()


async def test_bombs_and_broken_gzip_are_refused(sender: Sender) -> None:
    headers = bearer(sender) | {"Content-Encoding": "gzip"}
    bomb = gzip.compress(b"[" + b" " * 50_000_000 + b"]")
    assert (await sender.post_bytes(bomb, headers)).status_code == 413
    whole = gzip.compress(orjson.dumps(an_event()))
    for broken in (b"", b"nope", whole[:-4], whole + b"x", whole + whole):
        assert (await sender.post_bytes(broken, headers)).status_code == 400
    headers = bearer(sender) | {"Content-Encoding": "br"}
    assert (await sender.post_bytes(whole, headers)).status_code == 415


async def test_too_much_at_once_is_refused(sender: Sender) -> None:
    large = b'"' + b"x" * (1024 * 1024 - 2) + b'"'
    assert (await sender.post_bytes(large, bearer(sender))).status_code == 202
    answer = await sender.post_bytes(large + b" ", bearer(sender))
    assert answer.status_code == 413
    many = await sender.post([1] * 2501)
    assert many.status_code == 413
    assert (await sender.post([1] * 2500)).status_code == 202


async def test_other_types_are_refused(sender: Sender) -> None:
    for content_type in ("text/plain", "application/x-www-form-urlencoded", ""):
        headers = bearer(sender) | {"Content-Type": content_type}
        assert (await sender.post_bytes(b"{}", headers)).status_code == 415
    headers = bearer(sender) | {"Content-Type": "application/json; charset=utf-8"}
    assert (await sender.post_bytes(b"{}", headers)).status_code == 202


async def test_probes_are_answered_and_other_addresses_are_not(
    sender: Sender, anonymous: AsyncClient
) -> None:
    for method in ("GET", "HEAD", "OPTIONS"):
        probe = await anonymous.request(method, f"/ingest/{sender.key}")
        assert probe.status_code == 200
        assert "POST" in probe.headers["allow"]
        missing = await anonymous.request(method, "/ingest/unknown")
        assert missing.status_code == 404
    unknown = await anonymous.post("/ingest/unknown", json={})
    assert unknown.status_code == 404
    assert unknown.json()["code"] == "unknown_source"
    below = await sender.client.post(f"/ingest/{sender.key}/elsewhere", json={})
    assert below.status_code == 404


async def test_credentials_are_not_kept(app: FastAPI, admin: Person, sender: Sender) -> None:
    answer = await sender.post(an_event(), Cookie="session=1", **{"X-Trace": "t-1"})
    done = await the_delivery(admin, answer.json()["delivery_id"])
    headers = {item["name"]: item["value"] for item in done["headers"]}
    assert headers["authorization"] == headers["cookie"] == "•••"
    assert headers["x-trace"] == "t-1"
    assert sender.secret not in str(done)


async def test_a_time_far_ahead_is_replaced_and_flagged(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    answer = await sender.post(an_event(occurred_at="2099-01-01T00:00:00Z"))
    await process_all(app)
    done = await the_delivery(admin, answer.json()["delivery_id"])
    assert counts(done) == (1, 0, 0)
    assert done["results"][0]["code"] == "clock_ahead"
