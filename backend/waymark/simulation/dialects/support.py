"""Zendesk, Intercom and Typeform: a question, an answer, a rating."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from waymark.demo.events import DemoEvent
from waymark.ingest.formats import intercom, typeform, zendesk
from waymark.simulation.dialects.base import (
    Dialect,
    Message,
    as_json,
    number_of,
    rfc3339,
    signed,
    uuid_of,
)

CONTENT = 4
"""The rating, of five, by who was not given one."""

_ZENDESK: dict[str, dict[str, Any]] = {
    "ticket-opened": {"type": f"{zendesk.EVENT}ticket.created"},
    "support-question": {
        "type": f"{zendesk.EVENT}ticket.comment_added",
        "event": {"comment": {"is_public": True, "author": {"is_staff": False}}},
    },
    "support-answer": {
        "type": f"{zendesk.EVENT}ticket.comment_added",
        "event": {"comment": {"is_public": True, "author": {"is_staff": True}}},
    },
    "ticket-solved": {
        "type": f"{zendesk.EVENT}ticket.status_changed",
        "event": {"previous": "OPEN", "current": "SOLVED"},
    },
    "support-rated": {"type": "csat", "scale": "csat5"},
}


def _zendesk(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    [event] = events
    customer = str(number_of(event.customer))
    body = {
        "id": uuid_of(event.id),
        "time": rfc3339(event.occurred_at),
        "detail": {"id": str(number_of(event.customer, "ticket")), "requester_id": customer},
        **_ZENDESK[event.touchpoint],
    }
    if event.touchpoint == "support-rated":
        body["rating"] = str(_rating(event))
    return as_json(body)


def _rating(event: DemoEvent) -> int:
    return event.score[1] if event.score else CONTENT


_INTERCOM = {
    "contact-created": "contact.user.created",
    "conversation-started": "conversation.user.created",
    "support-answer": "conversation.admin.replied",
    "conversation-closed": "conversation.admin.closed",
    "conversation-rated": "conversation.rating.added",
}


def _intercom(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    [event] = events
    contact = {
        "type": "contact",
        "id": f"{number_of(event.customer):024x}",
        "external_id": event.customer,
    }
    topic = _INTERCOM[event.touchpoint]
    if topic.startswith("contact."):
        item: dict[str, Any] = contact
    else:
        item = {
            "type": "conversation",
            "id": str(number_of(event.customer, "conversation")),
            "contacts": {"type": "contact.list", "contacts": [contact]},
        }
    if topic == "conversation.rating.added":
        item["conversation_rating"] = {"rating": _rating(event)}
    return as_json(
        {
            "type": "notification_event",
            "id": f"notif_{uuid_of(event.id)}",
            "topic": topic,
            "created_at": int(event.occurred_at.timestamp()),
            "delivery_attempts": 1,
            "data": {"type": "notification_event_data", "item": item},
        }
    )


_FORMS = {"rate-our-website": "Rate our website", "rate-our-showroom": "Rate our showroom"}


def _typeform(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    [event] = events
    stars = {"id": "fld_001", "type": "rating", "ref": "stars"}
    response = {
        "form_id": event.touchpoint,
        "token": uuid_of(event.id),
        "submitted_at": rfc3339(event.occurred_at),
        "hidden": {"user_id": event.customer},
        "definition": {
            "id": event.touchpoint,
            "title": _FORMS[event.touchpoint],
            "fields": [{**stars, "title": "How was it?", "properties": {"steps": 5}}],
        },
        "answers": [{"type": "number", "number": _rating(event), "field": stars}],
    }
    return as_json(
        {"event_id": uuid_of(event.id), "event_type": "form_response", "form_response": response}
    )


SUPPORT = (
    Dialect("zendesk", _zendesk, signed(zendesk.SIGNATURE, rfc3339), journey=tuple(_ZENDESK)),
    Dialect("intercom", _intercom, signed(intercom.SIGNATURE), journey=tuple(_INTERCOM)),
    Dialect("typeform", _typeform, signed(typeform.SIGNATURE), journey=tuple(_FORMS)),
)
