"""A sender nobody has heard of: its JSON waits until a mapping says what it means."""

import hashlib
import hmac
from typing import Any

from fastapi import FastAPI

from tests.factories.arrivals import arrivals
from tests.factories.events import a_source
from tests.factories.formats import payload
from tests.factories.people import Person

VISIT = payload("json/event.json")
MAPPING: dict[str, Any] = {
    "customer": [{"field": "/person/mail", "kind": "email"}],
    "occurred_at": ["/when"],
    "score": {"field": "/mark", "scale": "csat5"},
    "rules": [
        {
            "when": [{"field": "/kind", "test": "equals", "value": "visit"}],
            "then": {"do": "touchpoint_from", "field": "/place", "channel": "showroom"},
        }
    ],
}


async def test_a_mapping_makes_events_of_any_json(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="json", mapping=MAPPING)
    bearer = {"Authorization": f"Bearer {source.secret}"}
    assert (await source.post_bytes(VISIT, {})).status_code == 401
    assert (await source.post_bytes(VISIT, bearer)).status_code == 202
    assert await arrivals(app, admin, source) == ["showroom-malmo"]


async def test_without_one_it_waits(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="json", settings={"proof": "address"})
    assert (await source.post_bytes(VISIT, {})).status_code == 202
    assert await arrivals(app, admin, source) == ["quarantined"]


async def test_a_signed_sender_is_described_by_settings(app: FastAPI, admin: Person) -> None:
    settings = {"header": "X-Hub-Signature-256", "prefix": "sha256="}
    source = await a_source(
        app, admin, format="hmac", secret="shared", settings=settings, mapping=MAPPING
    )
    digest = hmac.new(b"shared", VISIT, hashlib.sha256).hexdigest()
    signed = {"X-Hub-Signature-256": f"sha256={digest}"}
    assert (await source.post_bytes(VISIT, signed)).status_code == 202
    assert await arrivals(app, admin, source) == ["showroom-malmo"]
    assert (await source.post_bytes(VISIT + b" ", signed)).status_code == 401
