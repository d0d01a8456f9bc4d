"""The headers of answers, for the contract."""

from typing import Any

from waymark.http.etag import ETAG_PATTERN
from waymark.http.examples import Schemas

ETAG = {
    "description": "The revision of this; send it back as If-Match to change it.",
    "required": True,
    "schema": {"type": "string", "pattern": ETAG_PATTERN},
    "example": '"7"',
}
LOCATION = {
    "description": "The address of what was created.",
    "required": True,
    "schema": {"type": "string", "format": "uri-reference"},
    "example": "/api/v1/maps/01972f0e-8b7a-7c3e-9d41-5a6b7c8d9e0f",
}
RETRY_AFTER = {
    "description": "In how many seconds to try again.",
    "required": True,
    "schema": {"type": "integer", "minimum": 1},
    "example": 5,
}


def headers_of(
    method: str, status: str, response: dict[str, Any], schemas: Schemas
) -> dict[str, Any]:
    """Which headers an answer has: a resource its version, a new one also its address.

    A report that merely says which revision it is about (no `id`) has no version of its own.
    """
    if status in {"429", "503"}:
        return {"Retry-After": RETRY_AFTER}
    media = response.get("content", {}).get("application/json", {})
    name = media.get("schema", {}).get("$ref", "").rsplit("/", 1)[-1]
    members = schemas.get(name, {}).get("properties", {})
    headers: dict[str, Any] = {}
    if status < "300" and "revision" in members and (method != "get" or "id" in members):
        headers["ETag"] = ETAG
        if status == "201" and "id" in members:
            headers["Location"] = LOCATION
    return headers
