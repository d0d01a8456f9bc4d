"""Zendesk: event webhooks, and the JSON that triggers and automations send. Pure.

Zendesk, "Webhook event types: Ticket events" and "Verifying webhook requests"
(developer.zendesk.com). What a trigger sends is up to its author; docs/guides/zendesk.md gives the
text to paste.
"""

from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits
from waymark.ingest.formats.hmac_signatures import Scheme, verifier
from waymark.ingest.formats.objects import json_object, present, some_id, text
from waymark.ingest.formats.presets import IDENTIFY, ignore_kinds, rule, touchpoint
from waymark.ingest.mapping.model import IdAt, Mapping, ScoreAt

SIGNATURE = Scheme(
    "x-zendesk-webhook-signature",
    "{timestamp}{body}",
    encoding="base64",
    timestamp="x-zendesk-webhook-signature-timestamp",
)
EVENT = "zen:event-type:"


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The one event, with the ids of the customer. Raises Malformed."""
    content = json_object(plain)
    return Envelope([content | {"ids": _ids(content)}])


def _ids(content: dict[str, Any]) -> dict[str, Any]:
    kind = text(content, "/type")
    if kind.startswith(EVENT + "user."):
        return present(user=some_id(content, "/detail/id"), email=text(content, "/detail/email"))
    return present(
        user=some_id(content, "/detail/requester_id", "/requester/id"),
        email=text(content, "/requester/email"),
    )


GOOD_OR_BAD: dict[str, float] = {
    "good": 1,
    "good, i'm satisfied": 1,
    "bad": 0,
    "bad, i'm unsatisfied": 0,
}
"""What {{satisfaction.current_rating}} says in English, in lower case."""

COMMENTED = {"/type": EVENT + "ticket.comment_added", "/event/comment/is_public": True}
STATUS = EVENT + "ticket.status_changed"

RULES = [
    rule({"/type": EVENT + "ticket.created"}, touchpoint("ticket-opened", "Ticket opened")),
    rule(
        {"/type": STATUS, "/event/current": "SOLVED"},
        touchpoint("ticket-solved", "Ticket solved"),
    ),
    rule(
        {**COMMENTED, "/event/comment/author/is_staff": False},
        touchpoint("support-question", "Question to support"),
    ),
    rule(
        {**COMMENTED, "/event/comment/author/is_staff": True},
        touchpoint("support-answer", "Answer from support"),
    ),
    rule(
        {"/type": "csat", "/scale": ("csat5", "stars5", "nps", "ces7")},
        touchpoint("support-rated", "Support rated", "email"),
        score=ScoreAt("/rating", "/scale"),
    ),
    rule(
        {"/type": "csat"},
        touchpoint("support-rated", "Support rated", "email"),
        score=ScoreAt("/rating", "thumbs", GOOD_OR_BAD),
    ),
    rule({"/type": "ticket_opened"}, touchpoint("ticket-opened", "Ticket opened")),
    rule({"/type": "ticket_solved"}, touchpoint("ticket-solved", "Ticket solved")),
    rule({"/type": (EVENT + "user.created", EVENT + "user.identity_created")}, IDENTIFY),
    *ignore_kinds("/type", EVENT),
]

ZENDESK = Format(
    key="zendesk",
    name="Zendesk",
    verify=verifier(SIGNATURE),
    unwrap=unwrap,
    secret_from="sender",
    limits=Limits(item=1024 * 1024),
    mapping=Mapping(
        id=["/id"],
        customer=[IdAt("/ids/user", "zendesk"), IdAt("/ids/email", "email")],
        occurred_at=["/time"],
        channel=["/detail/via/channel"],
        rules=RULES,
    ),
)
