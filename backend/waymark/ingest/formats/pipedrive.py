"""Pipedrive webhooks, version 2: one change to one deal, person or activity. Pure.

Pipedrive, "Guide for Webhooks v2" (pipedrive.readme.io). `previous` has the members that changed,
as they were before.
"""

from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming
from waymark.ingest.formats.objects import (
    json_object,
    listed,
    part,
    present,
    some_id,
    text,
    without,
)
from waymark.ingest.formats.presets import EXISTS, IDENTIFY, IGNORE, named_by, rule, touchpoint
from waymark.ingest.formats.signatures import basic_password
from waymark.ingest.mapping.model import IdAt, Mapping, MoneyAt


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The one change. Raises Malformed."""
    content = json_object(plain)
    meta = part(content, "/meta")
    item = content | {"meta": without(meta, ("attempt",)), "ids": _ids(content)}
    stage = some_id(content, "/data/stage_id")
    if stage is not None:
        item["stage"] = f"Deal stage {stage}"
    return Envelope([item])


def _ids(content: dict[str, Any]) -> dict[str, Any]:
    """Whose it is: a deal's person where it has one, and the deal itself until then."""
    entity = text(content, "/meta/entity")
    own = some_id(content, "/data/id", "/meta/entity_id")
    if entity == "person":
        return present(person=own, email=_email(content))
    return present(
        person=some_id(content, "/data/person_id"),
        deal=own if entity == "deal" else some_id(content, "/data/deal_id"),
        lead=own if entity == "lead" else some_id(content, "/data/lead_id"),
    )


def _email(content: dict[str, Any]) -> str:
    """The main address of a person, else the first."""
    entries = [part(entry, "") for entry in listed(content, "/data/emails")]
    chosen = next((entry for entry in entries if entry.get("primary") is True), None)
    return text(chosen or (entries[0] if entries else {}), "/value")


DEAL_CHANGED = {"/meta/entity": "deal", "/meta/action": "change"}
DEAL_VALUE = MoneyAt("/data/value", "/data/currency")
ACTIVITIES = (
    ("call", "sales-call", "Sales call", "phone"),
    ("meeting", "sales-meeting", "Sales meeting", "sales_rep"),
    ("email", "sales-email", "Sales e-mail", "email"),
    ("lunch", "sales-meeting", "Sales meeting", "sales_rep"),
)
"""Pipedrive's own types of activities that reach the customer."""


def _done(**more: Any) -> dict[str, Any]:
    return {"/meta/entity": "activity", "/data/done": True, **more}


RULES = [
    rule({"/meta/action": "delete"}, IGNORE),
    rule(
        {**DEAL_CHANGED, "/previous/status": EXISTS, "/data/status": "won"},
        touchpoint("deal-won", "Deal won", "sales_rep"),
        value=DEAL_VALUE,
    ),
    rule(
        {**DEAL_CHANGED, "/previous/status": EXISTS, "/data/status": "lost"},
        touchpoint("deal-lost", "Deal lost", "sales_rep"),
    ),
    rule({**DEAL_CHANGED, "/previous/stage_id": EXISTS}, named_by("/stage", "sales_rep")),
    rule({**DEAL_CHANGED, "/ids/person": EXISTS}, IDENTIFY),
    rule(
        {"/meta/entity": "deal", "/meta/action": "create"},
        touchpoint("deal-opened", "Deal opened", "sales_rep"),
    ),
    rule(
        {"/meta/entity": "lead", "/meta/action": "create"},
        touchpoint("lead-created", "Lead created", "sales_rep"),
    ),
    rule(
        {"/meta/entity": "person", "/meta/action": "create"},
        touchpoint("contact-created", "Contact created"),
    ),
    rule({"/meta/entity": "person"}, IDENTIFY),
    *(
        rule(
            {**_done(), "/previous/done": False, "/data/type": kind}, touchpoint(key, name, channel)
        )
        for kind, key, name, channel in ACTIVITIES
    ),
    *(
        rule(
            {**_done(), "/meta/action": "create", "/data/type": kind},
            touchpoint(key, name, channel),
        )
        for kind, key, name, channel in ACTIVITIES
    ),
    rule({"/meta/entity": ("deal", "lead", "activity", "note", "organization")}, IGNORE),
    rule({"/meta/entity": ("pipeline", "product", "stage", "user")}, IGNORE),
]

PIPEDRIVE = Format(
    key="pipedrive",
    name="Pipedrive",
    verify=basic_password,
    unwrap=unwrap,
    mapping=Mapping(
        id=["/meta/id"],
        customer=[
            IdAt("/ids/person", "pipedrive"),
            IdAt("/ids/email", "email"),
            IdAt("/ids/deal", "pipedrive-deal", anonymous=True),
            IdAt("/ids/lead", "pipedrive-lead", anonymous=True),
        ],
        occurred_at=["/meta/timestamp"],
        rules=RULES,
    ),
)
