"""JSON objects as vendors send them: taken apart without trusting their shape. Pure."""

from collections.abc import Collection
from typing import Any

from waymark.ingest.formats.bodies import parse_json
from waymark.ingest.mapping.pointers import first
from waymark.kit.errors import Malformed


def json_object(plain: bytes) -> dict[str, Any]:
    """The JSON object that a body is. Raises Malformed."""
    content = parse_json(plain)
    if not isinstance(content, dict):
        raise Malformed("The body must be a JSON object.")
    return content


def part(item: Any, *pointers: str) -> dict[str, Any]:
    """The object at the first of these places where there is something, else an empty one."""
    found = first(pointers, item)
    return found if isinstance(found, dict) else {}


def text(item: Any, *pointers: str) -> str:
    """The text at the first of these places where there is something, else an empty one."""
    found = first(pointers, item)
    return found if isinstance(found, str) else ""


def listed(item: Any, *pointers: str) -> list[Any]:
    """The list at the first of these places where there is something, else an empty one."""
    found = first(pointers, item)
    return found if isinstance(found, list) else []


def some_id(item: Any, *pointers: str) -> str | int | None:
    """The id (a text or a whole number) at the first of these places with something."""
    found = first(pointers, item)
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def without(item: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    """The object without these members, such as what differs from one attempt to the next."""
    return {name: value for name, value in item.items() if name not in names}


def present(**ids: str | int | None) -> dict[str, str | int]:
    """Those of the ids that are there."""
    return {name: value for name, value in ids.items() if value is not None and value != ""}
