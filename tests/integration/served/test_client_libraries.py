"""Official client libraries, unmodified and only pointed at our address: what they send arrives.

A library is content when its flush returns, nothing reaches its error callback or its log, and it
sends each batch once.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from cloudevents.core.bindings.http import to_binary_event, to_structured_event
from cloudevents.core.v1.event import CloudEvent
from fastapi import FastAPI
from posthog import Posthog
from posthog.capture_mode import CaptureMode
from rudderstack.analytics.client import Client as RudderStack
from segment.analytics.client import Client as Segment
from sqlalchemy import select
from standardwebhooks import Webhook
from waymark.events.models import Event
from waymark.touchpoints.models import Touchpoint

from tests.factories.events import Sender, a_source, process_all
from tests.factories.people import Person

TIMEOUT_S = 20
ORDER = {"order_id": "10001", "revenue": 49.9, "currency": "EUR"}


@dataclass(frozen=True)
class Address:
    """A source as somebody enters it into a library: its address and its secret."""

    sender: Sender
    url: str
    app: FastAPI
    admin: Person

    @property
    def secret(self) -> str:
        """The write key, project key, token or signing secret."""
        return self.sender.secret

    async def deliveries(self) -> list[dict[str, Any]]:
        """What arrived, oldest first, once everything is processed."""
        await process_all(self.app)
        return list(reversed(await self.admin.items("deliveries")))

    async def counts(self) -> dict[str, int]:
        """How many requests and items arrived, and what became of the items."""
        found = await self.deliveries()
        names = ("accepted", "identified", "ignored", "quarantined", "duplicates")
        counted = {name: sum(one[name] for one in found) for name in names}
        return {"deliveries": len(found), **{name: n for name, n in counted.items() if n}}

    async def events(self) -> list[tuple[str, float | None]]:
        """The touchpoint and the worth of every event, in the order they happened."""
        query = (
            select(Touchpoint.name, Event.amount_e4)
            .join(Touchpoint, Touchpoint.id == Event.touchpoint_id)
            .where(Event.source_id == self.sender.id)
            .order_by(Event.occurred_ms, Event.position)
        )
        async with self.app.state.database.reading() as session:
            rows = await session.execute(query)
        return [(name, amount / 10_000 if amount else None) for name, amount in rows]


@pytest.fixture
def errors(caplog: pytest.LogCaptureFixture) -> list[Any]:
    """What a library tells its error callback."""
    caplog.set_level(logging.WARNING)
    return []


async def an_address(app: FastAPI, admin: Person, port: int, kind: str, **fields: Any) -> Address:
    """A source of this format at a running server."""
    sender = await a_source(app, admin, format=kind, **fields)
    return Address(sender, f"http://127.0.0.1:{port}/ingest/{sender.key}", app, admin)


async def use(work: Callable[[], None]) -> None:
    """Use a library that blocks."""
    await asyncio.wait_for(asyncio.to_thread(work), TIMEOUT_S)


def journey(client: Segment | RudderStack) -> None:
    """A customer's way from a first visit to an order, by all calls that there are."""
    client.page(anonymous_id="visitor-1", properties={"path": "/products/4711"})
    client.identify("customer-1", {"email": "ana@example.com"}, anonymous_id="visitor-1")
    client.group("customer-1", "company-1", {"name": "Initech"})
    client.screen("customer-1", name="Basket")
    client.track("customer-1", "Order Completed", ORDER)
    client.alias("customer-1", "customer-1b")
    client.flush()
    client.join()


JOURNEY = [("Website visit", None), ("Basket", None), ("Order Completed", 49.9)]


@pytest.mark.parametrize("packed", [False, True])
async def test_segment(
    app: FastAPI,
    admin: Person,
    port: int,
    errors: list[Any],
    caplog: pytest.LogCaptureFixture,
    packed: bool,
) -> None:
    address = await an_address(app, admin, port, "segment")

    def work() -> None:
        journey(Segment(address.secret, host=address.url, gzip=packed, on_error=_into(errors)))

    await use(work)
    assert (errors, caplog.messages) == ([], [])
    assert await address.counts() == {"deliveries": 1, "accepted": 3, "identified": 3}
    assert await address.events() == JOURNEY


async def test_rudderstack(
    app: FastAPI, admin: Person, port: int, errors: list[Any], caplog: pytest.LogCaptureFixture
) -> None:
    address = await an_address(app, admin, port, "rudderstack")

    def work() -> None:
        # A trailing slash, as many have it in the address they copy.
        journey(RudderStack(address.secret, host=f"{address.url}/", on_error=_into(errors)))

    await use(work)
    assert (errors, caplog.messages) == ([], [])
    assert await address.counts() == {"deliveries": 1, "accepted": 3, "identified": 3}
    assert await address.events() == JOURNEY


@pytest.mark.parametrize(
    ("mode", "packed"),
    [(CaptureMode.V0, False), (CaptureMode.V0, True), (CaptureMode.V1, False)],
)
async def test_posthog(
    app: FastAPI,
    admin: Person,
    port: int,
    errors: list[Any],
    caplog: pytest.LogCaptureFixture,
    mode: CaptureMode,
    packed: bool,
) -> None:
    address = await an_address(app, admin, port, "posthog")
    flags = []

    def work() -> None:
        client = Posthog(
            address.secret,
            host=address.url,
            gzip=packed,
            capture_mode=mode,
            on_error=_into(errors),
        )
        client.capture("$pageview", distinct_id="visitor-1")
        client.alias("visitor-1", "customer-1")
        client.set(distinct_id="customer-1", properties={"email": "ana@example.com"})
        client.group_identify("company", "company-1", {"name": "Initech"})
        client.capture("Order Completed", distinct_id="customer-1", properties=ORDER)
        flags.append(client.get_all_flags("customer-1"))
        client.flush()
        client.shutdown()

    await use(work)
    assert (errors, caplog.messages, flags) == ([], [], [{}])
    assert await address.counts() == {
        "deliveries": 1,
        "accepted": 2,
        "identified": 2,
        "ignored": 1,
    }
    assert await address.events() == [("Website visit", None), ("Order Completed", 49.9)]


async def test_cloudevents(app: FastAPI, admin: Person, port: int) -> None:
    address = await an_address(app, admin, port, "cloudevents")

    def event(number: int) -> CloudEvent:
        return CloudEvent(
            {
                "type": "order.paid",
                "source": "/shop/Zürich",
                "id": f"order {number}",
                "time": datetime(2026, 11, 2, 9, number, tzinfo=UTC),
                "datacontenttype": "application/json",
            },
            {"customer": "customer-1", "value": {"amount": number, "currency": "EUR"}},
        )

    sent = [to_binary_event(event(1)), to_structured_event(event(2)), to_binary_event(event(1))]
    async with httpx.AsyncClient() as client:
        token = {"access_token": address.secret}
        for message in sent:
            answer = await client.post(
                address.url, content=message.body, headers=message.headers, params=token
            )
            assert answer.status_code == 202, answer.text
        asked = await client.options(
            address.url, headers={"WebHook-Request-Origin": "eventemitter.example.com"}
        )
    assert asked.headers["WebHook-Allowed-Origin"] == "eventemitter.example.com"
    assert asked.headers["WebHook-Allowed-Rate"] == "*"
    assert await address.counts() == {"deliveries": 3, "accepted": 2, "duplicates": 1}
    assert await address.events() == [("order.paid", 1), ("order.paid", 2)]


async def test_standard_webhooks(app: FastAPI, admin: Person, port: int) -> None:
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    address = await an_address(app, admin, port, "standard-webhooks", secret=secret)
    body = json.dumps({"type": "order.paid", "data": {"customer": "customer-1"}})
    async with httpx.AsyncClient() as client:
        for message_id in ("msg_1", "msg_2", "msg_1"):
            now = datetime.now(UTC)
            answer = await client.post(
                address.url,
                content=body,
                headers={
                    "content-type": "application/json",
                    "webhook-id": message_id,
                    "webhook-timestamp": str(int(now.timestamp())),
                    "webhook-signature": Webhook(secret).sign(message_id, now, body),
                },
            )
            assert answer.status_code == 202, answer.text
    assert await address.counts() == {"deliveries": 3, "accepted": 2, "duplicates": 1}


async def test_a_wrong_write_key_reaches_the_error_callback_at_once(
    app: FastAPI, admin: Person, port: int, errors: list[Any]
) -> None:
    address = await an_address(app, admin, port, "segment")

    def work() -> None:
        client = Segment("whsec_other", host=address.url, on_error=_into(errors))
        client.track("customer-1", "Order Completed")
        client.flush()
        client.join()

    await use(work)
    assert [error.status for error in errors] == [401]
    assert await address.deliveries() == []


def _into(errors: list[Any]) -> Callable[[Any, Any], None]:
    return lambda error, items: errors.append(error)
