"""Salesforce sends to an untouched source: events arrive, and it is told so in its own way."""

import pytest
from fastapi import FastAPI

from tests.factories.arrivals import arrivals, touchpoints
from tests.factories.events import Sender, a_source
from tests.factories.formats import payload
from tests.factories.people import Person

SOAP = {"Content-Type": "text/xml; charset=UTF-8", "SOAPAction": '""'}


@pytest.fixture
async def source(app: FastAPI, admin: Person) -> Sender:
    """A source for the organization of the fixtures."""
    settings = {"organization_id": "00D24000000KqGTEA0"}
    return await a_source(app, admin, format="salesforce", settings=settings)


async def test_a_message_arrives_and_is_acknowledged(
    app: FastAPI, admin: Person, source: Sender
) -> None:
    answer = await source.post_bytes(payload("salesforce/records.xml"), SOAP)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    assert "<Ack>true</Ack>" in answer.text
    assert await arrivals(app, admin, source) == [
        "lead-created",
        "case-closed",
        "sales-call",
        "proposal-price-quote",
    ]
    assert "Proposal/Price Quote" in {entry["name"] for entry in await touchpoints(admin)}


async def test_another_organization_is_refused(source: Sender) -> None:
    body = payload("salesforce/records.xml").replace(b"KqGTEA0", b"KqGUEA0")
    answer = await source.post_bytes(body, SOAP)
    assert answer.status_code == 401
    assert "Ack" not in answer.text


@pytest.mark.parametrize("name", ["billion-laughs", "external-entity", "external-dtd"])
async def test_hostile_xml_is_refused(source: Sender, name: str) -> None:
    answer = await source.post_bytes(payload(f"salesforce/{name}.xml"), SOAP)
    assert answer.status_code == 400
    assert answer.json()["code"] == "malformed"


async def test_json_is_the_wrong_type(source: Sender) -> None:
    answer = await source.post_bytes(b"{}", {"Content-Type": "application/json"})
    assert answer.status_code == 415


async def test_a_source_needs_its_organization(admin: Person) -> None:
    for settings in ({}, {"organization_id": "Fernwood"}):
        made = await admin.client.post(
            f"/api/v1/workspaces/{admin.workspace_id}/sources",
            json={"name": "CRM", "format": "salesforce", "settings": settings},
        )
        assert made.status_code == 422
        assert made.json()["errors"][0]["pointer"] == "/settings/organization_id"
