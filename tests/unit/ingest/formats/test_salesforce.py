"""Salesforce: whose messages are believed, what is in them, and XML that is up to no good."""

import gzip
import time
from xml.etree import ElementTree

import pytest
from waymark.ingest.formats.base import Incoming
from waymark.ingest.formats.salesforce import SALESFORCE
from waymark.kit.errors import Malformed, TooLarge

from tests.factories.formats import items_of, judged, payload, the_event
from tests.factories.vendors import is_believed, names, outcomes, post

WON = payload("salesforce/opportunity-won.xml")
RECORDS = payload("salesforce/records.xml")
ORGANIZATION = {"organization_id": "00D24000000KqGTEA0"}


def soap(body: bytes, **headers: str) -> Incoming:
    """An outbound message."""
    return post(body, {"content-type": "text/xml; charset=UTF-8", **headers})


def test_the_expected_organization_is_believed() -> None:
    assert is_believed(SALESFORCE, soap(WON), settings=ORGANIZATION)
    short = {"organization_id": "00D24000000KqGT"}
    assert is_believed(SALESFORCE, soap(WON), settings=short)
    for other in ("00D24000000KqGUEA0", "00D24000000kqGTEA0", "00D2400000"):
        assert not is_believed(SALESFORCE, soap(WON), settings={"organization_id": other})
    assert not is_believed(SALESFORCE, soap(WON), settings={})


def test_a_packed_message_does_not_get_around_the_check() -> None:
    other = {"organization_id": "00D24000000KqGUEA0"}
    packed = soap(gzip.compress(WON), **{"content-encoding": "gzip"})
    assert not is_believed(SALESFORCE, packed, settings=other)


def test_records_land_where_they_happened() -> None:
    assert outcomes(SALESFORCE, soap(RECORDS)) == [
        "lead-created",
        "case-closed",
        "sales-call",
        "proposal-price-quote",
    ]
    assert outcomes(SALESFORCE, soap(WON)) == ["deal-won"]


def test_a_record_is_its_type_and_its_fields() -> None:
    [item] = items_of(SALESFORCE, soap(WON))
    assert isinstance(item, dict)
    assert (item["id"], item["type"]) == ("04l24000002nrC5AAI", "Opportunity")
    assert item["fields"]["Name"] == "Kitchen & dining, Lindqvist"
    assert item["fields"]["NextStep"] is None


def test_a_won_opportunity_is_worth_its_amount() -> None:
    value = the_event(SALESFORCE, soap(WON)).reading.value
    assert value is not None
    assert (value.amount_e4, value.currency) == (124_000_000, "EUR")
    without = WON.replace(b"<sf:CurrencyIsoCode>EUR</sf:CurrencyIsoCode>", b"")
    assert the_event(SALESFORCE, soap(without)).reading.value is None


def test_an_opportunity_leads_to_its_contact() -> None:
    assert names(the_event(SALESFORCE, soap(WON)))[0] == "salesforce:0032400000KlMnOAAV"
    assert names(judged(SALESFORCE, soap(RECORDS))[1])[0] == "salesforce:0032400000KlMnOAAV"


def test_the_session_of_the_organization_is_not_passed_on() -> None:
    assert b"not.to.be.passed.on" in RECORDS
    assert "not.to.be.passed.on" not in str(items_of(SALESFORCE, soap(RECORDS)))


def test_it_is_acknowledged_in_soap() -> None:
    reply = SALESFORCE.reply(soap(WON))
    assert reply is not None
    assert (reply.status, reply.media_type) == (200, "text/xml; charset=utf-8")
    root = ElementTree.fromstring(reply.body)
    assert root.findtext(".//{http://soap.sforce.com/2005/09/outbound}Ack") == "true"


@pytest.mark.parametrize("name", ["billion-laughs", "external-entity", "external-dtd"])
def test_a_document_type_is_refused_before_it_does_anything(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(Malformed, match="document type"):
        items_of(SALESFORCE, soap(payload(f"salesforce/{name}.xml")))
    assert time.monotonic() - started < 1
    assert is_believed(
        SALESFORCE, soap(payload(f"salesforce/{name}.xml")), settings=ORGANIZATION
    ), "it is refused as malformed, not as forged"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"<a>",
        b"<a/>",
        b"\x00<a/>",
        b"<?xml version='1.0' encoding='utf-7'?><a/>",
        b"<?xml version='1.0' encoding='no-such'?><a/>",
        b"<a>&undeclared;</a>",
        b"<a>" * 5000 + b"</a>" * 5000,
        b"<a>" + b"<b/>" * 60_000 + b"</a>",
        WON.replace(b"sObject", b"other"),
        WON.replace(b"2005/09/outbound", b"2005/09/inbound"),
    ],
)
def test_what_is_no_outbound_message_is_malformed(body: bytes) -> None:
    with pytest.raises(Malformed):
        items_of(SALESFORCE, soap(body))


def test_a_message_has_at_most_a_hundred_records() -> None:
    start, end = WON.index(b"   <Notification>"), WON.index(b"  </notifications>")
    many = WON[:start] + WON[start:end] * 100 + WON[end:]
    assert len(items_of(SALESFORCE, soap(many))) == 100
    with pytest.raises(TooLarge):
        items_of(SALESFORCE, soap(WON[:start] + WON[start:end] * 101 + WON[end:]))
