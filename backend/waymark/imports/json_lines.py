"""NDJSON: one JSON object in each line."""

from collections.abc import Iterator, Mapping
from typing import IO, Any

import orjson

from waymark.imports.streams import MAX_LINE, byte_lines
from waymark.imports.tables import Row

MAX_DEPTH = 6
"""How deep objects are taken apart into columns; deeper ones stay values."""


def read(content: IO[bytes]) -> Iterator[Row]:
    """The objects, each with what is nested in it under names such as `customer.id`."""
    for number, line in enumerate(byte_lines(content), 1):
        if line.strip():
            yield _row(number, line)


def _row(number: int, line: bytes) -> Row:
    if len(line) > MAX_LINE:
        return Row(number, {}, f"has more than {MAX_LINE:,} bytes")
    try:
        value = orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        return Row(number, {}, f"is not JSON: {error.msg}")
    if not isinstance(value, dict):
        return Row(number, {}, "is not a JSON object; every line must be one")
    return Row(number, flat(value))


def flat(value: Mapping[str, Any]) -> dict[str, Any]:
    """An object without objects in it: `{"a": {"b": 1}}` becomes `{"a.b": 1}`."""
    found: dict[str, Any] = {}
    _flatten(value, "", MAX_DEPTH, found)
    return found


def _flatten(value: Mapping[str, Any], prefix: str, depth: int, found: dict[str, Any]) -> None:
    for name, inner in value.items():
        if isinstance(inner, dict) and inner and depth > 1:
            _flatten(inner, f"{prefix}{name}.", depth - 1, found)
        else:
            found[f"{prefix}{name}"] = inner
