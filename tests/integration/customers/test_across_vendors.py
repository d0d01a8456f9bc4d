"""One person, told of by several senders in pieces: one customer, in whatever order they arrive."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.factories.arrivals import address, touchpoints
from tests.factories.customers import search
from tests.factories.events import Sender, a_source, a_touchpoint, process_all
from tests.factories.formats import payload
from tests.factories.people import Person, a_person
from tests.factories.signing import SIGNERS

BOUNDED = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # a smaller example would tell no more
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SECRET = "the-senders-own-secret"


@dataclass(frozen=True)
class Piece:
    """One request of one sender."""

    format: str
    body: bytes
    path: str = ""
    headers: Mapping[str, str] | None = None

    async def send(self, admin: Person, source: Sender) -> None:
        """Send it as that sender does."""
        proof = {"Authorization": f"Bearer {source.secret}"}
        if self.format in SIGNERS:
            url = await address(admin, source)
            proof = SIGNERS[self.format](self.body, SECRET, datetime.now(UTC), url)
        answer = await source.client.post(
            f"/ingest/{source.key}{self.path}",
            content=self.body,
            headers={"Content-Type": "application/json", **proof, **(self.headers or {})},
        )
        assert answer.is_success, answer.text


@dataclass(frozen=True)
class Story:
    """What is told of one person, by which ids they are found, and where they were, in order."""

    pieces: Sequence[Piece]
    ids: Sequence[str]
    way: Sequence[str]


def example(fixture: str, **changes: Any) -> bytes:
    """A fixture, without the members that are None and with other ones."""
    content = {**json.loads(payload(fixture)), **changes}
    return json.dumps(
        {name: value for name, value in content.items() if value is not None}
    ).encode()


def native() -> Story:
    """A browser that looks around, somebody who signs in there, and buys."""
    visit = {"id": "v", "touchpoint": "visit", "anonymous_id": "browser-7f3a"}
    identify, showroom = json.loads(payload("native/batch.json"))["events"]
    buys = {**showroom, "id": "b", "touchpoint": "checkout"}
    told = [
        {**visit, "occurred_at": "2026-10-01T09:00:00Z"},
        {**identify, "id": "i", "occurred_at": "2026-10-02T09:00:00Z"},
        {**buys, "occurred_at": "2026-11-03T09:00:00Z"},
        showroom,
    ]
    return Story(
        [Piece("waymark", json.dumps(event).encode()) for event in told],
        ["browser-7f3a", "customer-311"],
        ["visit", "showroom", "checkout"],
    )


def segment() -> Story:
    """A visitor, who says who they are, had another id before, and buys."""
    browser, before = "507f191e810c19729de860ea", "39239-239239-239239-23923"
    unnamed = {"userId": None, "anonymousId": browser}
    calls = {
        "page": example("segment/page.json", **unnamed, timestamp="2012-12-01T09:00:00Z"),
        "identify": payload("segment/identify.json"),
        "alias": payload("segment/alias.json"),
        "track": payload("segment/track.json"),
        "screen": example(
            "segment/page.json", userId=before, name="Basket", timestamp="2012-12-01T10:00:00Z"
        ),
    }
    return Story(
        [Piece("segment", body, f"/v1/{call}") for call, body in calls.items()],
        [browser, before, "019mr8mf4r", "pgibbons@example.com"],
        ["Tracking HTTP API", "Basket", "Item Purchased"],
    )


def posthog() -> Story:
    """A visitor who signs in and is known under another id elsewhere."""
    identify, page, _, trial = json.loads(payload("posthog/batch.json"))["batch"]
    browser = identify["properties"]["$anon_distinct_id"]
    visit = {
        **page,
        "uuid": "v",
        "distinct_id": browser,
        "timestamp": "2026-11-01T09:00:00Z",
    }
    later = {**trial, "uuid": "l", "distinct_id": "pgibbons", "timestamp": "2026-11-03T09:00:00Z"}
    wish = {"event": "$set", "uuid": "w", "distinct_id": browser, "$set": {"theme": "dark"}}
    events = [visit, wish, identify, trial, later, json.loads(payload("posthog/alias.json"))]
    return Story(
        [Piece("posthog", json.dumps(event).encode(), "/i/v0/e/") for event in events],
        [browser, "019mr8mf4r", "pgibbons", "pgibbons@example.com"],
        ["Website visit", "trial started", "trial started"],
    )


def crm_and_shop() -> Story:
    """A contact of HubSpot with a deal, and a customer of Shopify with a cart: the same address."""
    told = json.loads(payload("hubspot/batch.json"))
    contact, email, _, deal, association, stage = told[:6]
    notifications = [contact, email, deal, association, stage]
    pieces = [Piece("hubspot", json.dumps([one]).encode()) for one in notifications]
    pieces.append(Piece("hubspot", payload("hubspot/deal-won.json")))
    pieces += [
        Piece(
            "shopify",
            payload(f"shopify/{name}.json"),
            headers={"X-Shopify-Topic": topic, "X-Shopify-Triggered-At": at},
        )
        for name, topic, at in (
            ("customer-created", "customers/create", "2026-10-01T07:00:00Z"),
            ("checkout-started", "checkouts/create", "2026-11-02T09:20:00Z"),
            ("order-paid", "orders/paid", "2026-11-02T09:31:00Z"),
        )
    ]
    return Story(
        pieces,
        ["mara@example.com", "123", "148", "207119551", "68778783ad298f1c80c3bafcddeea02f"],
        [
            "Account created",
            "Contact created",
            "Deal opened",
            "Appointment scheduled",
            "Checkout started",
            "Deal won",
            "Order paid",
        ],
    )


@pytest.mark.parametrize("told", [native, segment, posthog, crm_and_shop])
@BOUNDED
@given(data=st.data())
async def test_one_customer_in_whatever_order_the_pieces_arrive(
    app: FastAPI, told: Callable[[], Story], data: st.DataObject
) -> None:
    story, admin = told(), await a_person(app)
    for key in ("visit", "showroom", "checkout"):
        await a_touchpoint(admin, key)
    sources: dict[str, Sender] = {}
    for place in data.draw(st.permutations(range(len(story.pieces)))):
        piece = story.pieces[place]
        if piece.format not in sources:
            own = {"secret": SECRET} if piece.format in SIGNERS else {}
            sources[piece.format] = await a_source(app, admin, format=piece.format, **own)
        await piece.send(admin, sources[piece.format])
        if data.draw(st.booleans()):
            await process_all(app)
    await process_all(app)
    found = {own_id: await search(admin, own_id) for own_id in story.ids}
    assert {own_id: len(customers) for own_id, customers in found.items()} == dict.fromkeys(
        story.ids, 1
    )
    assert len({customers[0]["id"] for customers in found.values()}) == 1
    assert len(await admin.items("customers")) == 1
    assert await way(admin, found[story.ids[0]][0]["id"]) == list(story.way)


async def way(admin: Person, customer_id: str) -> list[str]:
    """The names of the touchpoints that a customer was at, in order."""
    names = {entry["id"]: entry["name"] for entry in await touchpoints(admin)}
    answer = await admin.client.get(f"/api/v1/customers/{customer_id}/events")
    assert answer.status_code == 200, answer.text
    return [names[event["touchpoint_id"]] for event in answer.json()["items"]]
