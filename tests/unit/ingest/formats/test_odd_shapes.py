"""Payloads of a shape that no documentation shows: put aside at worst, never a failure."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from waymark.ingest.formats.registry import FORMATS
from waymark.kit.errors import Malformed

from tests.factories.formats import FIXTURES, judged, payload
from tests.factories.vendors import post

VENDORS = (
    "hubspot",
    "pipedrive",
    "zendesk",
    "intercom",
    "shopify",
    "typeform",
    "stripe",
    "hmac",
    "json",
)
ODD: tuple[Any, ...] = (None, True, 7, 1.5, "", "x", [], [None], [[]], {}, {"id": {"id": 1}})
EXAMPLES = [
    f"{vendor}/{file.name}"
    for vendor in VENDORS
    for file in sorted((FIXTURES / vendor).glob("*.json"))
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every value in a document, itself included."""
    yield path
    if isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for name, member in members:
            yield from places(member, (*path, name))


def replaced(document: Any, path: tuple[Any, ...], odd: Any) -> Any:
    """The document with something else in one place."""
    if not path:
        return odd
    name, *rest = path
    changed = dict(document) if isinstance(document, dict) else list(document)
    changed[name] = replaced(document[name], tuple(rest), odd)
    return changed


@pytest.mark.parametrize("name", EXAMPLES)
def test_whatever_stands_somewhere_else_is_judged(name: str) -> None:
    kind = FORMATS[name.partition("/")[0]]
    document = json.loads(payload(name))
    for path in places(document):
        for odd in ODD:
            body = json.dumps(replaced(document, path, odd)).encode()
            incoming = post(body, {"x-shopify-topic": "refunds/create"})
            try:
                judged(kind, incoming)
            except Malformed:
                assert not path, "only a whole body may be refused"
