"""HubSpot sends to an untouched source: events arrive at touchpoints made on first use."""

import json
import time
from datetime import UTC, datetime, timedelta

from fastapi import FastAPI

from tests.factories.arrivals import address, arrivals, touchpoints
from tests.factories.events import a_source
from tests.factories.formats import payload
from tests.factories.people import Person
from tests.factories.signing import hubspot, hubspot_v1, hubspot_v2

SECRET = "2c3b4d5e-6f70-4182-93a4-b5c6d7e8f901"
BATCH = payload("hubspot/batch.json")
GIVES_UP_AFTER_S = 5


async def test_a_signed_batch_arrives_item_by_item(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="hubspot", secret=SECRET)
    url = await address(admin, source)
    answer = await source.post_bytes(BATCH, hubspot(BATCH, SECRET, datetime.now(UTC), url))
    assert answer.status_code == 200, answer.text
    assert await arrivals(app, admin, source) == [
        "contact-created",
        "identified",
        "form-submitted",
        "deal-opened",
        "identified",
        "appointment-scheduled",
        "deal-stage-1032957",
        "ignored",
        "ticket-opened",
        "ticket-solved",
        "conversation-started",
        "nps-survey",
        "ignored",
    ]
    assert "Deal stage 1032957" in {entry["name"] for entry in await touchpoints(admin)}


async def test_every_version_of_the_signature_is_over_our_public_address(
    app: FastAPI, admin: Person
) -> None:
    source = await a_source(app, admin, format="hubspot", secret=SECRET)
    url, body, now = (
        await address(admin, source),
        payload("hubspot/deal-won.json"),
        datetime.now(UTC),
    )
    for sign in (hubspot, hubspot_v1, hubspot_v2):
        assert (await source.post_bytes(body, sign(body, SECRET, now, url))).status_code == 200
    for sign in (hubspot, hubspot_v2):
        elsewhere = sign(body, SECRET, now, url + "x")
        assert (await source.post_bytes(body, elsewhere)).status_code == 401
    old = hubspot(body, SECRET, now - timedelta(minutes=6), url)
    assert (await source.post_bytes(body, old)).status_code == 401


async def test_the_largest_batch_is_answered_long_before_hubspot_gives_up(
    app: FastAPI, admin: Person
) -> None:
    source = await a_source(app, admin, format="hubspot", secret=SECRET)
    url, [one] = await address(admin, source), json.loads(payload("hubspot/deal-won.json"))
    body = json.dumps([{**one, "eventId": number} for number in range(100)]).encode()
    started = time.monotonic()
    answer = await source.post_bytes(body, hubspot(body, SECRET, datetime.now(UTC), url))
    assert answer.status_code == 200
    assert time.monotonic() - started < GIVES_UP_AFTER_S
    assert await arrivals(app, admin, source) == ["deal-won"] * 100
