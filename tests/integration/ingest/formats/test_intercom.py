"""Intercom sends to an untouched source: events arrive at touchpoints made on first use."""

import time
from datetime import UTC, datetime
from statistics import median

from fastapi import FastAPI

from tests.factories.arrivals import arrivals, touchpoints
from tests.factories.events import a_source
from tests.factories.formats import payload
from tests.factories.people import Person
from tests.factories.signing import SIGNERS

SECRET = "client-secret"
GIVES_UP_AFTER_S = 0.5
BODY = payload("intercom/conversation-rated.json")


async def test_what_is_signed_arrives_once(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="intercom", secret=SECRET)
    headers = SIGNERS["intercom"](BODY, SECRET, datetime.now(UTC), "")
    forged = SIGNERS["intercom"](BODY, "another", datetime.now(UTC), "")
    assert (await source.post_bytes(BODY, forged)).status_code == 401
    for outcome in ("conversation-rated", "duplicate"):
        answer = await source.post_bytes(BODY, headers)
        assert answer.is_success, answer.text
        assert await arrivals(app, admin, source) == [outcome]
    assert [entry["name"] for entry in await touchpoints(admin)] == ["Conversation rated"]


async def test_the_answer_comes_long_before_intercom_gives_up(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="intercom", secret=SECRET)
    headers, took = SIGNERS["intercom"](BODY, SECRET, datetime.now(UTC), ""), []
    for _ in range(5):
        started = time.monotonic()
        assert (await source.post_bytes(BODY, headers)).status_code == 200
        took.append(time.monotonic() - started)
    assert median(took) < GIVES_UP_AFTER_S
