"""Senders that speak of any touchpoint: our own format, signed JSON, CloudEvents, analytics."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson
from standardwebhooks import Webhook

from waymark.demo.events import DemoEvent
from waymark.ingest.formats.hmac_signatures import Scheme
from waymark.simulation.dialects.base import (
    CURRENCY,
    Dialect,
    Message,
    as_json,
    basic,
    bearer,
    nothing,
    rfc3339,
    signed,
    uuid_of,
)

GITHUB_STYLE = Scheme("x-hub-signature-256", prefix="sha256=")
"""What `waymark simulate --format hmac` signs with; its source is set up like that."""


def _native(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    return as_json({"events": [event.body() for event in events], "sent_at": rfc3339(now)})


def _plain(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    return as_json([event.body() for event in events])


def _data(event: DemoEvent) -> dict[str, Any]:
    """What happened, without what the envelope says."""
    return {name: of for name, of in event.body().items() if name not in ("id", "occurred_at")}


def _webhook(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    [event] = events
    body = {
        "type": event.touchpoint,
        "timestamp": rfc3339(event.occurred_at),
        "data": _data(event),
    }
    headers = {"Content-Type": "application/json", "webhook-id": event.id}
    return Message(orjson.dumps(body), headers)


def _prove_webhook(message: Message, url: str, secret: str, now: datetime) -> Mapping[str, str]:
    signature = Webhook(secret).sign(message.headers["webhook-id"], now, message.body.decode())
    return {"webhook-timestamp": str(int(now.timestamp())), "webhook-signature": signature}


def _cloudevents(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    batch = [
        {
            "specversion": "1.0",
            "id": event.id,
            "source": "waymark-simulate",
            "type": event.touchpoint,
            "time": rfc3339(event.occurred_at),
            "data": _data(event),
        }
        for event in events
    ]
    media_type = "application/cloudevents-batch+json"
    return Message(orjson.dumps(batch), {"Content-Type": media_type})


def _properties(event: DemoEvent) -> dict[str, Any]:
    return {} if event.amount is None else {"revenue": event.amount, "currency": CURRENCY}


def _segment(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    batch = [
        {
            "type": "track",
            "messageId": event.id,
            "userId": event.customer,
            "event": event.touchpoint,
            "timestamp": rfc3339(event.occurred_at),
            "properties": _properties(event),
        }
        for event in events
    ]
    body = orjson.dumps({"batch": batch, "sentAt": rfc3339(now)})
    return Message(body, {"Content-Type": "application/json"}, "/v1/batch")


def _write_key(message: Message, url: str, secret: str, now: datetime) -> Mapping[str, str]:
    return basic(secret, "")


def _posthog(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    batch = [
        {
            "event": event.touchpoint,
            "distinct_id": event.customer,
            "uuid": uuid_of(event.id),
            "timestamp": rfc3339(event.occurred_at),
            "properties": _properties(event),
        }
        for event in events
    ]
    body = orjson.dumps({"api_key": secret, "batch": batch, "sent_at": rfc3339(now)})
    return Message(body, {"Content-Type": "application/json"}, "/batch/")


GENERAL = (
    Dialect("waymark", _native, bearer, most=500),
    Dialect("standard-webhooks", _webhook, _prove_webhook),
    Dialect("cloudevents", _cloudevents, bearer, most=500),
    Dialect("hmac", _plain, signed(GITHUB_STYLE), most=500),
    Dialect("json", _plain, bearer, most=500),
    Dialect("segment", _segment, _write_key, most=500),
    Dialect("rudderstack", _segment, _write_key, most=500),
    Dialect("posthog", _posthog, nothing, most=500),
)
