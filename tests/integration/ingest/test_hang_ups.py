"""A sender that is gone in the middle of what it sends: nothing is stored, and nothing is wrong."""

from typing import Any

from fastapi import FastAPI
from prometheus_client import REGISTRY

from tests.factories.events import Sender, a_source
from tests.factories.people import Person

COUNTED = {"route": "/ingest/{source_key}", "method": "POST"}


def requests_counted(status: str) -> float:
    """How many requests to sources ended so."""
    labels = {**COUNTED, "status": status}
    return REGISTRY.get_sample_value("waymark_http_requests_total", labels) or 0.0


async def send_half(app: FastAPI, sender: Sender) -> list[Any]:
    """Send the first part of a body and hang up; answers what came back."""
    messages = iter(
        [
            {"type": "http.request", "body": b'[{"id": "e-1"', "more_body": True},
            {"type": "http.disconnect"},
        ]
    )
    answered: list[Any] = []

    async def receive() -> Any:
        return next(messages)

    async def send(message: Any) -> None:
        answered.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": f"/ingest/{sender.key}",
        "raw_path": f"/ingest/{sender.key}".encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"authorization", f"Bearer {sender.secret}".encode())],
        "client": ("127.0.0.1", 1),
        "server": ("test", 80),
    }
    await app(scope, receive, send)
    return answered


async def test_a_sender_that_hangs_up_is_no_error_of_ours(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin)
    hung_up, failed = requests_counted("499"), requests_counted("500")
    assert await send_half(app, sender) == []
    assert requests_counted("499") == hung_up + 1
    assert requests_counted("500") == failed
    assert await admin.items("deliveries") == []
