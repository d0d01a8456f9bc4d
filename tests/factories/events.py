"""Sources and what they send, through the addresses that real senders use."""

from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response
from waymark.ingest.formats.native import NATIVE
from waymark.ingest.mapping.model import to_json
from waymark.ingest.processing.worker import process_due

from tests.factories.people import Person


@dataclass(frozen=True)
class Sender:
    """A source as the system that sends to it knows it."""

    id: str
    key: str
    secret: str
    etag: str
    client: AsyncClient

    async def post(self, body: Any, **headers: str) -> Response:
        """Send a body as JSON with the secret as a bearer token."""
        return await self.client.post(
            f"/ingest/{self.key}",
            json=body,
            headers={"Authorization": f"Bearer {self.secret}", **headers},
        )

    async def post_bytes(self, body: bytes, headers: dict[str, Any]) -> Response:
        """Send bytes with these headers and nothing else."""
        return await self.client.post(
            f"/ingest/{self.key}",
            content=body,
            headers={"Content-Type": "application/json", **headers},
        )


async def a_source(app: FastAPI, admin: Person, **fields: Any) -> Sender:
    """A new source of the admin's workspace."""
    made = await admin.client.post(
        admin.url("sources"),
        json={"name": "Web shop", **fields},
    )
    assert made.status_code == 201, made.text
    source = made.json()
    client = AsyncClient(transport=ASGITransport(app), base_url="http://test")
    return Sender(source["id"], source["key"], source["secret"], made.headers["etag"], client)


def a_mapping(*rules: tuple[str, Any, str]) -> dict[str, Any]:
    """The native mapping with rules, each a place, what it equals, and a touchpoint's id."""
    return {
        **to_json(NATIVE.mapping),
        "rules": [
            {
                "when": [{"field": field, "test": "equals", "value": value}],
                "then": {"do": "touchpoint", "touchpoint_id": touchpoint_id},
            }
            for field, value, touchpoint_id in rules
        ],
    }


async def a_touchpoint(admin: Person, key: str) -> str:
    """A new touchpoint with this key; answers its id."""
    return str((await admin.make("touchpoints", name=key, key=key))["id"])


async def process_all(app: FastAPI) -> int:
    """Do what the worker does until nothing is due; answers how many deliveries it took."""
    total = 0
    while done := await process_due(app.state.database, app.state.vault):
        total += done
    return total


def an_event(**fields: Any) -> dict[str, Any]:
    """An event of the native format."""
    return {
        "touchpoint": "checkout",
        "customer": "customer-1",
        "occurred_at": "2026-11-02T09:30:00Z",
        **fields,
    }
