"""What the ingest address takes and answers."""

from typing import Any

from pydantic import Field

from waymark.events.scores import SCALES
from waymark.http.schema import Id, Wire
from waymark.ingest.deliveries.schemas import DeliveryItem


class Receipt(Wire):
    """The delivery is stored; this is where to look what becomes of it."""

    delivery_id: Id
    items: int = Field(examples=[1])
    """How many events were counted in it."""


class Processed(Receipt):
    """The delivery is stored and processed."""

    accepted: int = Field(examples=[1])
    duplicates: int = Field(examples=[0])
    identified: int = Field(examples=[0])
    ignored: int = Field(examples=[0])
    quarantined: int = Field(examples=[0])
    results: list[DeliveryItem]
    """What became of each item, in their order."""


EVENT_EXAMPLE = {
    "id": "order-1042-paid",
    "touchpoint": "checkout",
    "customer": "customer-311",
    "occurred_at": "2026-11-02T09:30:00Z",
    "score": {"value": 4, "scale": "csat5"},
    "value": {"amount": 129.9, "currency": "EUR"},
    "channel": "web_shop",
    "properties": {"device": "phone"},
}

EVENT: dict[str, Any] = {
    "type": "object",
    "title": "NativeEvent",
    "description": "One thing that happened to one customer at one touchpoint.",
    "properties": {
        "id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "The sender's own id of the event: sent twice, it counts once. Without "
            "one, an event that says exactly the same counts once.",
        },
        "type": {
            "type": "string",
            "enum": ["event", "identify"],
            "description": "`identify` is no event: it says which ids are one customer's, and what "
            "is known of them. It needs no `occurred_at`.",
        },
        "touchpoint": {
            "type": "string",
            "description": "The key of the touchpoint. Without one the source's rules decide.",
        },
        "customer": {
            "type": "string",
            "minLength": 1,
            "maxLength": 500,
            "description": "Who it happened to; kept only as a pseudonym. Needed, unless there is "
            "an `anonymous_id`.",
        },
        "anonymous_id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 500,
            "description": "The id of the customer's browser or device, if there is one: what it "
            "did before the customer was known becomes theirs.",
        },
        "traits": {
            "type": "object",
            "additionalProperties": True,
            "description": "What is known of the customer.",
        },
        "occurred_at": {"type": "string", "format": "date-time"},
        "score": {
            "type": "object",
            "description": "How satisfied the customer was.",
            "required": ["value", "scale"],
            "properties": {
                "value": {"type": "number"},
                "scale": {"type": "string", "enum": list(SCALES)},
            },
        },
        "value": {
            "type": "object",
            "description": "What it was worth.",
            "required": ["amount", "currency"],
            "properties": {
                "amount": {"type": "number"},
                "currency": {"type": "string", "minLength": 3, "maxLength": 3},
            },
        },
        "channel": {"type": "string", "maxLength": 200},
        "properties": {"type": "object", "additionalProperties": True},
    },
}

REQUEST_BODY = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "anyOf": [
                    {
                        "type": "object",
                        "title": "NativeBatch",
                        "required": ["events"],
                        "properties": {
                            "events": {"type": "array", "maxItems": 2500, "items": EVENT},
                            "sent_at": {"type": "string", "format": "date-time"},
                        },
                    },
                    EVENT,
                    {"type": "array", "maxItems": 2500, "items": EVENT},
                ]
            },
            "example": {"events": [EVENT_EXAMPLE]},
        }
    },
}
