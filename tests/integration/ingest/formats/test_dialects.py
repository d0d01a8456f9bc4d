"""What libraries and event routers meet at a source's address: sub-paths, answers, probes."""

import gzip
import json
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import Response

from tests.factories.events import Sender, a_source, process_all
from tests.factories.formats import payload
from tests.factories.people import Person

TRACK = {"type": "track", "userId": "customer-1", "event": "Order Completed"}
EVENT = {"specversion": "1.0", "id": "1", "source": "/shop", "type": "order.paid"}


async def post(sender: Sender, path: str, content: bytes, **headers: str) -> Response:
    """Send this to a path below the source's address."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return await sender.client.post(
        f"/ingest/{sender.key}{path}",
        content=content,
        headers={"Content-Type": "application/json", **given},
    )


def with_key(sender: Sender, content: dict[str, Any], name: str = "writeKey") -> bytes:
    """A body that has the secret in it."""
    return json.dumps({**content, name: sender.secret}).encode()


@pytest.mark.parametrize(
    "path", ["", "/", "/v1/track", "/v1/track/", "//v1//track", "/v1/track?retry=1", "/v1/t"]
)
async def test_a_call_finds_its_way_however_the_address_is_put_together(
    app: FastAPI, admin: Person, path: str
) -> None:
    sender = await a_source(app, admin, format="segment")
    answer = await post(sender, path, with_key(sender, TRACK))
    assert (answer.status_code, answer.json()) == (200, {"success": True})
    await process_all(app)
    [delivery] = await admin.items("deliveries")
    assert delivery["accepted"] == 1


async def test_every_path_of_a_library_is_there_and_no_other(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin, format="segment")
    for path in ("identify", "page", "screen", "group", "alias"):
        answer = await post(sender, f"/v1/{path}", with_key(sender, {"userId": "u"}))
        assert answer.status_code == 200, path
    for path in ("batch", "import"):
        answer = await post(sender, f"/v1/{path}", with_key(sender, {"batch": [TRACK]}))
        assert answer.status_code == 200, path
    assert (await post(sender, "/v2/track", with_key(sender, TRACK))).status_code == 404


async def test_a_library_with_a_wrong_key_or_a_broken_body_is_told_so(
    app: FastAPI, admin: Person
) -> None:
    sender = await a_source(app, admin, format="segment")
    assert (await post(sender, "/v1/track", json.dumps(TRACK).encode())).status_code == 401
    bearer = {"Authorization": f"Bearer {sender.secret}"}
    assert (await post(sender, "/v1/track", b"{", **bearer)).status_code == 400
    large = with_key(sender, {"batch": [], "context": {"text": "x" * 500 * 1024}})
    assert (await post(sender, "/v1/batch", large)).status_code == 413
    form = await post(sender, "/v1/track", b"a=b", **bearer, Content_Type="multipart/form-data")
    assert form.status_code == 415


async def test_rudderstack_may_send_four_megabytes_and_no_more(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin, format="rudderstack")
    call = {**TRACK, "properties": {"text": "x" * 30_000}}
    body = with_key(sender, {"batch": [call] * 130})
    padded = body + b" " * (4 * 1024 * 1024 - len(body))
    assert (await post(sender, "/v1/batch", padded)).status_code == 200
    assert (await post(sender, "/v1/batch", padded + b" ")).status_code == 413
    bomb = gzip.compress(b" " * 100_000_000)
    assert (await post(sender, "/v1/batch", bomb, Content_Encoding="gzip")).status_code == 401
    bearer = {"Authorization": f"Bearer {sender.secret}"}
    assert (await post(sender, "/v1/batch", bomb, **bearer)).status_code == 413


async def test_posthog_asks_for_more_than_it_sends(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin, format="posthog")
    flags = await post(sender, "/flags/?v=2", with_key(sender, {"distinct_id": "u"}, "token"))
    assert (flags.status_code, flags.json()["featureFlags"]) == (200, {})
    settings = await sender.client.get(f"/ingest/{sender.key}/array/{sender.secret}/config")
    assert (settings.status_code, settings.json()) == (200, {})
    assert await admin.items("deliveries") == []
    event = with_key(sender, {"event": "signed up", "distinct_id": "u"}, "api_key")
    for path in ("/i/v0/e/", "/capture/", "/e/?ip=0&compression=gzip-js"):
        answer = await post(sender, path, gzip.compress(event), Content_Type="text/plain")
        assert (answer.status_code, answer.json()) == (200, {"status": 1})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert len(await admin.items("deliveries")) == 3


async def test_the_key_in_a_body_is_shown_to_nobody(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin, format="posthog")
    event = {"distinct_id": "u", "properties": {"token": sender.secret}}
    await post(sender, "/e", with_key(sender, event, "api_key"))
    await process_all(app)
    [delivery] = await admin.items("deliveries")
    detail = await admin.client.get(f"/api/v1/deliveries/{delivery['id']}")
    quarantine = await admin.client.get(admin.url("quarantine"))
    assert quarantine.json()["items"][0]["code"] == "no_event"
    assert sender.secret not in detail.text + quarantine.text


async def test_an_event_without_an_id_is_an_error_and_in_a_batch_only_that_one(
    app: FastAPI, admin: Person
) -> None:
    sender = await a_source(app, admin, format="cloudevents")
    bearer = {"Authorization": f"Bearer {sender.secret}"}
    alone = {name: EVENT[name] for name in EVENT if name != "id"}
    event = {**bearer, "Content_Type": "application/cloudevents+json"}
    refused = await post(sender, "", json.dumps(alone).encode(), **event)
    assert (refused.status_code, "“id”" in refused.json()["detail"]) == (400, True)
    headers = {f"ce_{name}": value for name, value in alone.items()}
    assert (await post(sender, "", b"{}", **bearer, **headers)).status_code == 400
    batch = {**bearer, "Content_Type": "application/cloudevents-batch+json"}
    both = json.dumps([alone, json.loads(payload("cloudevents/structured.json"))]).encode()
    answer = await post(sender, "", both, **batch)
    assert (answer.status_code, answer.json()["items"]) == (202, 2)
    avro = {**bearer, "Content_Type": "application/cloudevents+avro"}
    assert (await post(sender, "", b"{}", **avro)).status_code == 415
    await process_all(app)
    [delivery] = await admin.items("deliveries")
    assert (delivery["accepted"], delivery["quarantined"]) == (1, 1)


async def test_an_event_in_headers_is_understood_from_what_was_stored(
    app: FastAPI, admin: Person
) -> None:
    sender = await a_source(app, admin, format="cloudevents")
    answer = await sender.client.post(
        f"/ingest/{sender.key}",
        params={"access_token": sender.secret},
        content=payload("cloudevents/data.json"),
        headers={
            "Content-Type": "application/json",
            **{f"ce-{name}": value for name, value in EVENT.items()},
        },
    )
    assert answer.status_code == 202
    await process_all(app)
    [delivery] = await admin.items("deliveries")
    assert delivery["accepted"] == 1
    assert [place["name"] for place in await admin.items("touchpoints")] == ["order.paid"]
    detail = await admin.client.get(f"/api/v1/deliveries/{delivery['id']}")
    assert sender.secret not in detail.text


@pytest.mark.parametrize("kind", ["segment", "rudderstack", "posthog"])
async def test_a_browser_is_told_that_it_may_send(app: FastAPI, admin: Person, kind: str) -> None:
    sender = await a_source(app, admin, format=kind)
    answer = await sender.client.options(
        f"/ingest/{sender.key}/v1/batch",
        headers={"Origin": "https://shop.example", "Access-Control-Request-Method": "POST"},
    )
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (200, "*")
