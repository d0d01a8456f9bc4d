"""Typeform sends to an untouched source: events arrive at touchpoints made on first use."""

from datetime import UTC, datetime

from fastapi import FastAPI

from tests.factories.arrivals import arrivals, touchpoints
from tests.factories.events import a_source
from tests.factories.formats import payload
from tests.factories.people import Person
from tests.factories.signing import SIGNERS

BODY = payload("typeform/form-response.json")


async def test_what_is_signed_arrives_once(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="typeform")
    headers = SIGNERS["typeform"](BODY, source.secret, datetime.now(UTC), "")
    forged = SIGNERS["typeform"](BODY, "another", datetime.now(UTC), "")
    assert (await source.post_bytes(BODY, forged)).status_code == 401
    for outcome in ("how-was-your-delivery", "duplicate"):
        answer = await source.post_bytes(BODY, headers)
        assert answer.is_success, answer.text
        assert await arrivals(app, admin, source) == [outcome]
    assert [entry["name"] for entry in await touchpoints(admin)] == ["How was your delivery?"]
