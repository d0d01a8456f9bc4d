"""Every operation of the API, read from the contract, and a way to send it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from httpx import AsyncClient, Response

OCTETS = "application/octet-stream"


@dataclass(frozen=True)
class Operation:
    """One operation: its name, its address, and what it asks for."""

    name: str
    method: str
    path: str
    public: bool
    conditional: bool
    """Whether it asks for If-Match."""
    example: Any
    """The contract's example of its body; None where there is no body."""
    is_binary: bool
    """Whether the body is bytes, and not JSON."""

    @property
    def parameters(self) -> list[str]:
        """The names in its path, in order."""
        parts = self.path.split("/")
        return [part.strip("{}") for part in parts if part.startswith("{")]

    async def send(self, client: AsyncClient, ids: Mapping[str, str]) -> Response:
        """Send it, with its example as the body.

        Where a version has to be named, the current one is, as a client does that was told it.
        """
        sent: dict[str, Any] = {}
        headers: dict[str, str] = {}
        if self.is_binary:
            sent["content"], headers["Content-Type"] = self.example.encode(), OCTETS
        elif self.example is not None:
            sent["json"] = self.example
        if self.conditional:
            headers["If-Match"] = '"1"'
        sent["headers"] = headers
        url = self.path.format_map(ids)
        answer = await client.request(self.method, url, **sent)
        if answer.status_code == 412:
            headers["If-Match"] = f'"{answer.json()["revision"]}"'
            answer = await client.request(self.method, url, **sent)
        return answer


def operations_of(app: FastAPI) -> Iterator[Operation]:
    """Every operation in the contract of `app`."""
    for path, methods in app.openapi()["paths"].items():
        for method, entry in methods.items():
            headers = {item["name"].lower() for item in entry.get("parameters", [])}
            content = entry.get("requestBody", {}).get("content", {})
            media = content.get(OCTETS) or content.get("application/json", {})
            yield Operation(
                entry["operationId"],
                method.upper(),
                path,
                entry.get("security") == [],
                "if-match" in headers,
                media.get("example"),
                OCTETS in content,
            )
