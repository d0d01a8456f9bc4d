"""Intercom webhooks: one notification about a conversation, a contact or a ticket. Pure.

Intercom, "Webhooks", sections "Webhook topics" and "Signed notifications"
(developers.intercom.com). Intercom waits half a second for the answer.
"""

from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits, Reply
from waymark.ingest.formats.hmac_signatures import Scheme, verifier
from waymark.ingest.formats.objects import json_object, part, present, some_id, text, without
from waymark.ingest.formats.presets import IDENTIFY, IGNORE, ignore_kinds, rule, touchpoint
from waymark.ingest.mapping.model import IdAt, Mapping, ScoreAt

SIGNATURE = Scheme("x-hub-signature", algorithm="sha1", prefix="sha1=")
ATTEMPTS = ("delivery_status", "delivery_attempts", "delivered_at", "first_sent_at")
"""What differs from one attempt at a notification to the next."""

PEOPLE = ("contact", "user", "lead")


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The one notification, with what it says of the contact. Raises Malformed."""
    content = json_object(plain)
    found = part(content, "/data/item")
    more: dict[str, Any] = {"ids": _ids(found)}
    if _is_person(found):
        more["traits"] = part(found, "/custom_attributes")
    return Envelope([without(content, ATTEMPTS) | more])


def _is_person(found: dict[str, Any]) -> bool:
    return text(found, "/type") in PEOPLE


def _ids(item: dict[str, Any]) -> dict[str, Any]:
    """Of the contact itself, of the contact of a conversation, or of the `user` of old versions."""
    contact = item if _is_person(item) else part(item, "/contacts/contacts/0", "/contact", "/user")
    author = part(item, "/source/author")
    return present(
        contact=some_id(contact, "/id"),
        user=some_id(contact, "/external_id", "/user_id"),
        email=text(contact, "/email") or (text(author, "/email") if _is_person(author) else ""),
    )


RULES = [
    rule({"/topic": "ping"}, IGNORE),
    rule(
        {"/topic": "conversation.user.created"},
        touchpoint("conversation-started", "Conversation started", "live_chat"),
    ),
    rule(
        {"/topic": "conversation.user.replied"},
        touchpoint("support-question", "Question to support", "live_chat"),
    ),
    rule(
        {"/topic": "conversation.admin.replied"},
        touchpoint("support-answer", "Answer from support", "live_chat"),
    ),
    rule(
        {"/topic": "conversation.admin.closed"},
        touchpoint("conversation-closed", "Conversation closed", "live_chat"),
    ),
    rule(
        {"/topic": "conversation.rating.added"},
        touchpoint("conversation-rated", "Conversation rated", "live_chat"),
        score=ScoreAt("/data/item/conversation_rating/rating", "csat5"),
    ),
    rule({"/topic": "ticket.created"}, touchpoint("ticket-opened", "Ticket opened")),
    rule({"/topic": "ticket.closed"}, touchpoint("ticket-solved", "Ticket solved")),
    rule(
        {"/topic": ("contact.user.created", "contact.lead.created", "user.created")},
        touchpoint("contact-created", "Contact created"),
    ),
    rule(
        {"/topic": "contact.lead.signed_up"},
        touchpoint("signed-up", "Signed up", "website"),
    ),
    rule({"/topic": ("contact.user.updated", "contact.email.updated")}, IDENTIFY),
    *ignore_kinds("/topic", "conversation", "contact.", "company.", "ticket.", "admin."),
]

INTERCOM = Format(
    key="intercom",
    name="Intercom",
    verify=verifier(SIGNATURE),
    unwrap=unwrap,
    secret_from="sender",
    limits=Limits(item=1024 * 1024),
    reply=lambda incoming: Reply(200, b'{"status":"received"}'),
    mapping=Mapping(
        id=["/id"],
        customer=[
            IdAt("/ids/contact", "intercom"),
            IdAt("/ids/user"),
            IdAt("/ids/email", "email"),
        ],
        occurred_at=["/created_at"],
        traits=["/traits"],
        rules=RULES,
    ),
)
