"""HubSpot, Pipedrive and Salesforce: a contact, and a deal that is won step by step."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from waymark.demo.events import DemoEvent
from waymark.ingest.formats import hubspot, salesforce
from waymark.kit.text import slugify
from waymark.simulation.dialects.base import (
    CURRENCY,
    Dialect,
    Message,
    as_json,
    basic,
    nothing,
    number_of,
    rfc3339,
    signed,
    unix_ms,
    uuid_of,
)

PORTAL = 62515

_CONTACT: dict[str, dict[str, Any]] = {
    "contact-created": {"subscriptionType": "contact.creation"},
    "email-clicked": {
        "subscriptionType": "contact.propertyChange",
        "propertyName": "hs_email_last_click_date",
    },
    "form-submitted": {
        "subscriptionType": "contact.propertyChange",
        "propertyName": "recent_conversion_event_name",
        "propertyValue": "Ask for a quote",
    },
}
_DEAL: dict[str, dict[str, Any]] = {
    "deal-opened": {"subscriptionType": "deal.creation"},
    **{
        slugify(name): {
            "subscriptionType": "deal.propertyChange",
            "propertyName": "dealstage",
            "propertyValue": stage,
        }
        for stage, name in hubspot.DEAL_STAGES
        if stage != "closedlost"
    },
}


def _hubspot(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    return as_json([entry for event in events for entry in _notifications(event)])


def _notifications(event: DemoEvent) -> list[dict[str, Any]]:
    """The one about what happened; before it, of a deal, the one about whose the deal is."""
    contact, deal = number_of(event.customer), number_of(event.customer, "deal")
    shared = {
        "portalId": PORTAL,
        "subscriptionId": 22,
        "occurredAt": unix_ms(event.occurred_at),
        "attemptNumber": 0,
    }
    own = {**shared, "eventId": number_of(event.id)}
    if event.touchpoint in _CONTACT:
        return [own | {"objectId": contact} | _CONTACT[event.touchpoint]]
    belongs = {
        **shared,
        "eventId": number_of(event.id, "association"),
        "subscriptionType": "deal.associationChange",
        "associationType": "DEAL_TO_CONTACT",
        "associationRemoved": False,
        "fromObjectId": deal,
        "toObjectId": contact,
    }
    return [belongs, own | {"objectId": deal} | _DEAL[event.touchpoint]]


def _pipedrive(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    [event] = events
    person, deal = number_of(event.customer), number_of(event.customer, "deal")
    entity, action, data, previous = _PIPEDRIVE[event.touchpoint]
    data = dict(data)
    if entity == "person":
        data["id"] = person
    else:
        own = deal if entity == "deal" else number_of(event.id)
        data |= {"id": own, "person_id": person}
    if data.get("status") == "won":
        data |= {"value": event.amount or 0, "currency": CURRENCY}
    meta = {
        "action": action,
        "entity": entity,
        "entity_id": str(data["id"]),
        "id": uuid_of(event.id),
        "timestamp": rfc3339(event.occurred_at),
        "version": "2.0",
        "attempt": 1,
    }
    return as_json({"meta": meta, "data": data, "previous": previous})


_PIPEDRIVE: dict[str, tuple[str, str, dict[str, Any], dict[str, Any] | None]] = {
    "contact-created": ("person", "create", {}, None),
    "lead-created": ("lead", "create", {}, None),
    "sales-call": ("activity", "create", {"type": "call", "done": True}, None),
    "deal-opened": ("deal", "create", {"status": "open"}, None),
    "sales-meeting": ("activity", "create", {"type": "meeting", "done": True}, None),
    "deal-won": ("deal", "change", {"status": "won"}, {"status": "open"}),
}


def _pipedrive_password(
    message: Message, url: str, secret: str, now: datetime
) -> Mapping[str, str]:
    return basic("waymark", secret)


_SALESFORCE: dict[str, tuple[str, dict[str, str]]] = {
    "lead-created": ("Lead", {}),
    "sales-call": ("Task", {"Status": "Completed", "TaskSubtype": "Call"}),
    "deal-won": ("Opportunity", {"StageName": "Closed Won"}),
    "case-opened": ("Case", {"Status": "New"}),
    "case-closed": ("Case", {"Status": "Closed"}),
}
_PREFIXES = {"Lead": "00Q", "Task": "00T", "Opportunity": "006", "Case": "500", "Contact": "003"}


def _salesforce(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    """An outbound message; its organization, the secret here, is all that proves it."""
    envelope = Element("{http://schemas.xmlsoap.org/soap/envelope/}Envelope")
    body = SubElement(envelope, salesforce.SOAP_BODY)
    message = SubElement(body, f"{salesforce.OUTBOUND}notifications")
    SubElement(message, f"{salesforce.OUTBOUND}OrganizationId").text = secret
    SubElement(message, f"{salesforce.OUTBOUND}ActionId").text = "04k000000000001AAA"
    for event in events:
        kind, fields = _SALESFORCE[event.touchpoint]
        entry = SubElement(message, f"{salesforce.OUTBOUND}Notification")
        SubElement(entry, f"{salesforce.OUTBOUND}Id").text = _record_id("04l", event.id)
        record = SubElement(entry, f"{salesforce.OUTBOUND}sObject")
        record.set(f"{salesforce.XSI}type", f"sf:{kind}")
        values = {
            "Id": _record_id(_PREFIXES[kind], event.customer if kind == "Lead" else event.id),
            "LastModifiedDate": rfc3339(event.occurred_at),
            "Email" if kind == "Lead" else "ContactEmail": f"{event.customer}@example.com",
            **fields,
        }
        if kind == "Opportunity" and event.amount is not None:
            values |= {"Amount": str(event.amount), "CurrencyIsoCode": CURRENCY}
        for name, value in values.items():
            SubElement(record, f"{{urn:sobject.enterprise.soap.sforce.com}}{name}").text = value
    body_bytes = tostring(envelope, encoding="utf-8", xml_declaration=True)
    return Message(body_bytes, {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""'})


def _record_id(prefix: str, name: str) -> str:
    """Eighteen characters, as Salesforce's ids have."""
    return f"{prefix}{number_of(name) % 10**12:012d}AAA"


CRM = (
    Dialect(
        "hubspot",
        _hubspot,
        signed(hubspot.V3, lambda now: str(unix_ms(now))),
        most=50,
        journey=(*_CONTACT, *_DEAL),
    ),
    Dialect("pipedrive", _pipedrive, _pipedrive_password, journey=tuple(_PIPEDRIVE)),
    Dialect("salesforce", _salesforce, nothing, most=100, journey=tuple(_SALESFORCE)),
)
