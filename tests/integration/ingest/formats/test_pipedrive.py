"""Pipedrive sends to an untouched source: events arrive at touchpoints made on first use."""

from fastapi import FastAPI

from tests.factories.arrivals import arrivals, touchpoints
from tests.factories.events import a_source
from tests.factories.formats import payload
from tests.factories.people import Person
from tests.factories.signing import basic


async def test_a_deal_is_followed_from_its_person_to_its_win(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="pipedrive")
    for name, outcome in (
        ("person-added", "contact-created"),
        ("activity-done", "sales-call"),
        ("deal-stage-changed", "deal-stage-3"),
        ("deal-renamed", "identified"),
        ("deal-won", "deal-won"),
    ):
        body = payload(f"pipedrive/{name}.json")
        answer = await source.post_bytes(body, basic(f"waymark:{source.secret}"))
        assert answer.is_success, answer.text
        assert await arrivals(app, admin, source) == [outcome]
    assert {entry["name"] for entry in await touchpoints(admin)} == {
        "Contact created",
        "Sales call",
        "Deal stage 3",
        "Deal won",
    }


async def test_another_password_is_refused(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="pipedrive")
    answer = await source.post_bytes(payload("pipedrive/deal-won.json"), basic("waymark:guess"))
    assert answer.status_code == 401
