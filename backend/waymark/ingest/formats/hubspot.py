"""HubSpot webhooks: arrays of notifications about contacts, deals, tickets, conversations. Pure.

HubSpot, "Webhooks API", section "Webhooks payloads", and "Validating requests from HubSpot"
(developers.hubspot.com). A notification names one object and nothing that belongs to it, so what
connects a deal with a person are the notifications about associations.
"""

from datetime import datetime
from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits, Reply, Trust
from waymark.ingest.formats.bodies import limited, parse_json
from waymark.ingest.formats.hmac_signatures import Scheme, is_signed
from waymark.ingest.formats.objects import listed, present, some_id, text, without
from waymark.ingest.formats.presets import EXISTS, IDENTIFY, IGNORE, named_by, rule, touchpoint
from waymark.ingest.mapping.model import IdAt, Mapping, ScoreAt
from waymark.kit.text import slugify

LIMITS = Limits()
OBJECT_TYPES = {"0-1": "contact", "0-2": "company", "0-3": "deal", "0-5": "ticket"}
"""HubSpot, "Object type IDs"."""

# Plain hashes can be extended by who does not know the secret, but not to anything that is JSON.
V1 = Scheme("x-hubspot-signature", "{secret}{body}", keyed=False)
V2 = Scheme("x-hubspot-signature", "{secret}{method}{url}{body}", keyed=False)
V3 = Scheme(
    "x-hubspot-signature-v3",
    "{method}{decoded_url}{body}{timestamp}",
    encoding="base64",
    timestamp="x-hubspot-request-timestamp",
)


def verify(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """The newest signature that the request has; private apps send only the first version."""
    if V3.header in incoming.headers:
        scheme = V3
    else:
        version = incoming.headers.get("x-hubspot-signature-version", "v1")
        scheme = V2 if version.lower() == "v2" else V1
    return is_signed(scheme, incoming, trust, now)


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The notifications, each with the ids it is about. Raises Malformed, TooLarge."""
    content = parse_json(plain)
    entries = content if isinstance(content, list) else [content]
    return Envelope([_item(entry) for entry in limited(entries, LIMITS.items)])


def _item(entry: Any) -> Any:
    """A notification with its object, what happened to it, the ids, and names for stages.

    How often it was tried differs between attempts at the same notification and is left out.
    """
    if not isinstance(entry, dict):
        return entry
    kind, _, happening = text(entry, "/subscriptionType").partition(".")
    if kind == "object":
        kind = OBJECT_TYPES.get(text(entry, "/objectTypeId"), kind)
    item = without(entry, ("attemptNumber",))
    item |= {"object": kind, "happening": happening, "ids": _ids(entry, kind, happening)}
    stage = text(entry, "/propertyValue")
    if text(entry, "/propertyName") in ("dealstage", "hs_pipeline_stage") and stage:
        item["stage"] = f"{kind.capitalize()} stage {stage}"
    return item


def _ids(entry: dict[str, Any], kind: str, happening: str) -> dict[str, Any]:
    if happening == "associationChange":
        return _associated(entry)
    ids: dict[str, Any] = present(**{kind: some_id(entry, "/objectId", "/primaryObjectId")})
    merged = [*listed(entry, "/mergedObjectIds"), some_id(entry, "/newObjectId")]
    if happening == "merge":
        ids["merged"] = [number for number in merged if number is not None]
    if text(entry, "/propertyName") == "email":
        ids |= present(email=text(entry, "/propertyValue"))
    return ids


def _associated(entry: dict[str, Any]) -> dict[str, Any]:
    """The ids of both sides of an association such as DEAL_TO_CONTACT."""
    sides = text(entry, "/associationType").lower().split("_to_")
    if len(sides) != 2:
        sides = [
            OBJECT_TYPES.get(text(entry, "/fromObjectTypeId"), "from"),
            OBJECT_TYPES.get(text(entry, "/toObjectTypeId"), "to"),
        ]
    ids = {sides[0]: some_id(entry, "/fromObjectId"), sides[1]: some_id(entry, "/toObjectId")}
    return present(**ids)


CONTACT_CHANGED = {"/object": "contact", "/happening": "propertyChange"}
DEAL_STAGE = {"/object": "deal", "/happening": "propertyChange", "/propertyName": "dealstage"}
TICKET_STAGE = {
    "/object": "ticket",
    "/happening": "propertyChange",
    "/propertyName": "hs_pipeline_stage",
}
DEAL_STAGES = (
    ("appointmentscheduled", "Appointment scheduled"),
    ("qualifiedtobuy", "Qualified to buy"),
    ("presentationscheduled", "Presentation scheduled"),
    ("decisionmakerboughtin", "Decision maker bought in"),
    ("contractsent", "Contract sent"),
    ("closedwon", "Deal won"),
    ("closedlost", "Deal lost"),
)
"""The stages of HubSpot's own sales pipeline, by their internal names."""


RULES = [
    rule({"/associationRemoved": True}, IGNORE),
    rule({"/happening": "associationChange", "/ids/contact": EXISTS}, IDENTIFY),
    rule({"/object": "contact", "/happening": "merge"}, IDENTIFY),
    rule(
        {"/object": "contact", "/happening": "creation"},
        touchpoint("contact-created", "Contact created"),
    ),
    rule({**CONTACT_CHANGED, "/propertyName": "email"}, IDENTIFY),
    rule(
        {**CONTACT_CHANGED, "/propertyName": "recent_conversion_event_name"},
        touchpoint("form-submitted", "Form submitted", "website"),
    ),
    rule(
        {**CONTACT_CHANGED, "/propertyName": "hs_email_last_click_date"},
        touchpoint("email-clicked", "E-mail clicked", "email"),
    ),
    rule(
        {**CONTACT_CHANGED, "/propertyName": "hs_feedback_last_nps_rating"},
        touchpoint("nps-survey", "NPS survey", "email"),
        score=ScoreAt("/propertyValue", "nps"),
    ),
    *(
        rule({**DEAL_STAGE, "/propertyValue": stage}, touchpoint(slugify(name), name, "sales_rep"))
        for stage, name in DEAL_STAGES
    ),
    rule(DEAL_STAGE, named_by("/stage", "sales_rep")),
    rule(
        {"/object": "deal", "/happening": "creation"},
        touchpoint("deal-opened", "Deal opened", "sales_rep"),
    ),
    rule(
        {"/object": "ticket", "/happening": "creation"},
        touchpoint("ticket-opened", "Ticket opened"),
    ),
    rule({**TICKET_STAGE, "/propertyValue": "4"}, touchpoint("ticket-solved", "Ticket solved")),
    rule(TICKET_STAGE, named_by("/stage")),
    rule(
        {"/object": "conversation", "/happening": "creation"},
        touchpoint("conversation-started", "Conversation started", "live_chat"),
    ),
    rule(
        {"/object": "conversation", "/propertyName": "status", "/propertyValue": "CLOSED"},
        touchpoint("conversation-closed", "Conversation closed", "live_chat"),
    ),
    rule({"/happening": ("propertyChange", "associationChange", "newMessage")}, IGNORE),
    rule({"/happening": ("deletion", "privacyDeletion", "restore", "merge")}, IGNORE),
    rule({"/object": ("company", "product", "line_item")}, IGNORE),
]

HUBSPOT = Format(
    key="hubspot",
    name="HubSpot",
    verify=verify,
    unwrap=unwrap,
    secret_from="sender",
    reply=lambda incoming: Reply(200, b'{"status":"received"}'),
    mapping=Mapping(
        id=["/portalId", "/subscriptionId", "/eventId", "/occurredAt"],
        customer=[
            IdAt("/ids/contact", "hubspot"),
            IdAt("/ids/email", "email"),
            IdAt("/ids/merged/0", "hubspot"),
            IdAt("/ids/merged/1", "hubspot"),
            IdAt("/ids/deal", "hubspot-deal", anonymous=True),
            IdAt("/ids/ticket", "hubspot-ticket", anonymous=True),
            IdAt("/ids/conversation", "hubspot-conversation", anonymous=True),
        ],
        occurred_at=["/occurredAt"],
        rules=RULES,
    ),
)
