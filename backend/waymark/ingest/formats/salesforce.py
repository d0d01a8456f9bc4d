"""Salesforce outbound messages: SOAP with up to 100 records, acknowledged in SOAP. Pure.

Salesforce, "SOAP API Developer Guide", chapter "Outbound Messaging". The messages are not signed:
the address is the secret, and the organization in them must be the expected one.
"""

from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits, Reply, Setting, Trust
from waymark.ingest.formats.bodies import limited
from waymark.ingest.formats.objects import present, some_id, text
from waymark.ingest.formats.presets import EXISTS, IDENTIFY, IGNORE, named_by, rule, touchpoint
from waymark.ingest.formats.xml import parse_xml
from waymark.ingest.mapping.model import IdAt, Mapping, MoneyAt
from waymark.kit.errors import Malformed

OUTBOUND = "{http://soap.sforce.com/2005/09/outbound}"
SOAP_BODY = "{http://schemas.xmlsoap.org/soap/envelope/}Body"
LIMITS = Limits(items=100)
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
SIGNIFICANT = 15
"""Ids have 15 characters; the three that may follow only say which of them are capitals."""

ACKNOWLEDGEMENT = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>'
    b'<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound">'
    b"<Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>"
)


def verify(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """Whether the message is of the expected organization.

    A body that is no such message says nothing about who sent it: it is let through to be refused
    for what it is. Salesforce does not compress, so what is compressed is not from there.
    """
    if incoming.headers.get("content-encoding", "identity").strip().lower() != "identity":
        return False
    try:
        organization = _child_text(_notifications(incoming.body), "OrganizationId")
    except Malformed:
        return True
    expected = trust.settings["organization_id"]
    return organization[:SIGNIFICANT] == expected[:SIGNIFICANT]


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The records of the message. Raises Malformed, TooLarge.

    The session id that a message may carry opens the organization's API; it is not passed on.
    """
    notifications = _notifications(plain)
    shared = {
        "organization_id": _child_text(notifications, "OrganizationId"),
        "action_id": _child_text(notifications, "ActionId"),
    }
    entries = notifications.findall(f"{OUTBOUND}Notification")
    return Envelope([shared | _item(entry) for entry in limited(entries, LIMITS.items)])


def _notifications(plain: bytes) -> Element:
    found = parse_xml(plain).find(f"{SOAP_BODY}/{OUTBOUND}notifications")
    if found is None:
        raise Malformed("This is no outbound message of Salesforce.")
    return found


def _child_text(parent: Element, name: str) -> str:
    return (parent.findtext(f"{OUTBOUND}{name}") or "").strip()


def _item(notification: Element) -> dict[str, Any]:
    """A record: its type, its fields as texts, and the ids of the customer it is about."""
    record = notification.find(f"{OUTBOUND}sObject")
    if record is None:
        raise Malformed("A notification of the message has no sObject.")
    kind = record.get(f"{XSI}type", "").rpartition(":")[2]
    fields = {_local(child.tag): _value(child) for child in record}
    return {
        "id": _child_text(notification, "Id"),
        "type": kind,
        "fields": fields,
        "ids": _ids(kind, fields),
    }


def _value(element: Element) -> Any:
    """A text, null, or the fields of a related record; markup below that is left out."""
    if element.get(f"{XSI}nil") in ("true", "1"):
        return None
    if len(element):
        return {_local(child.tag): child.text for child in element}
    return element.text or ""


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _ids(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    own = some_id(fields, "/Id")
    is_person = kind in ("Lead", "Contact")
    return present(
        person=own if is_person else some_id(fields, "/ContactId", "/WhoId"),
        contact=some_id(fields, "/ConvertedContactId"),
        email=text(fields, "/Email", "/SuppliedEmail", "/ContactEmail", "/PersonEmail"),
        account=own if kind == "Account" else some_id(fields, "/AccountId", "/ConvertedAccountId"),
        record=None if is_person or kind == "Account" else own,
        about=some_id(fields, "/WhatId"),
    )


OPPORTUNITY = {"/type": "Opportunity"}
WON = {**OPPORTUNITY, "/fields/StageName": "Closed Won"}
CASE_CLOSED = touchpoint("case-closed", "Case closed")
TASK_DONE = {"/type": "Task", "/fields/Status": "Completed"}

RULES = [
    rule(
        {**WON, "/fields/CurrencyIsoCode": EXISTS},
        touchpoint("deal-won", "Deal won", "sales_rep"),
        value=MoneyAt("/fields/Amount", "/fields/CurrencyIsoCode"),
    ),
    rule(WON, touchpoint("deal-won", "Deal won", "sales_rep")),
    rule(
        {**OPPORTUNITY, "/fields/StageName": "Closed Lost"},
        touchpoint("deal-lost", "Deal lost", "sales_rep"),
    ),
    rule({**OPPORTUNITY, "/fields/StageName": EXISTS}, named_by("/fields/StageName", "sales_rep")),
    rule({"/type": "Case", "/fields/Status": "Closed"}, CASE_CLOSED),
    rule({"/type": "Case", "/fields/IsClosed": "true"}, CASE_CLOSED),
    rule({"/type": "Case", "/fields/Status": "New"}, touchpoint("case-opened", "Case opened")),
    rule(
        {"/type": "Lead", "/fields/IsConverted": "true"},
        touchpoint("lead-converted", "Lead converted", "sales_rep"),
    ),
    rule({"/type": "Lead"}, touchpoint("lead-created", "Lead created")),
    rule(
        {**TASK_DONE, "/fields/TaskSubtype": "Call"},
        touchpoint("sales-call", "Sales call", "phone"),
    ),
    rule(
        {**TASK_DONE, "/fields/TaskSubtype": ("Email", "ListEmail")},
        touchpoint("sales-email", "Sales e-mail", "email"),
    ),
    rule(TASK_DONE, touchpoint("task-done", "Task done", "sales_rep")),
    rule({"/type": ("Contact", "Account")}, IDENTIFY),
    rule({"/type": ("Case", "Opportunity", "Task")}, IGNORE),
]

SALESFORCE = Format(
    key="salesforce",
    name="Salesforce",
    verify=verify,
    unwrap=unwrap,
    secret_from="none",
    settings=[
        Setting(
            "organization_id",
            example="00D000000000001EAA",
            required=True,
            pattern=r"00D[A-Za-z0-9]{12}([A-Za-z0-9]{3})?",
        )
    ],
    limits=LIMITS,
    timeless=True,
    media_types=frozenset({"text/xml"}),
    reply=lambda incoming: Reply(200, ACKNOWLEDGEMENT, "text/xml; charset=utf-8"),
    mapping=Mapping(
        id=["/id"],
        customer=[
            IdAt("/ids/person", "salesforce"),
            IdAt("/ids/contact", "salesforce"),
            IdAt("/ids/email", "email"),
            IdAt("/ids/record", "salesforce", anonymous=True),
            IdAt("/ids/about", "salesforce", anonymous=True),
            IdAt("/ids/account", "salesforce", anonymous=True),
        ],
        occurred_at=["/fields/LastModifiedDate", "/fields/SystemModstamp", "/fields/CreatedDate"],
        rules=RULES,
    ),
)
