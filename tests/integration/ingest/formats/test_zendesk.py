"""Zendesk sends to an untouched source: events arrive at touchpoints made on first use."""

from datetime import UTC, datetime

from fastapi import FastAPI

from tests.factories.arrivals import arrivals, touchpoints
from tests.factories.events import a_source
from tests.factories.formats import payload
from tests.factories.people import Person
from tests.factories.signing import SIGNERS

SECRET = "sIgNiNgSeCrEt"
BODY = payload("zendesk/ticket-solved.json")


async def test_what_is_signed_arrives_once(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="zendesk", secret=SECRET)
    headers = SIGNERS["zendesk"](BODY, SECRET, datetime.now(UTC), "")
    forged = SIGNERS["zendesk"](BODY, "another", datetime.now(UTC), "")
    assert (await source.post_bytes(BODY, forged)).status_code == 401
    for outcome in ("ticket-solved", "duplicate"):
        answer = await source.post_bytes(BODY, headers)
        assert answer.is_success, answer.text
        assert await arrivals(app, admin, source) == [outcome]
    assert [entry["name"] for entry in await touchpoints(admin)] == ["Ticket solved"]
