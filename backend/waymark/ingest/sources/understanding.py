"""How a source's deliveries are unpacked and its items understood: by its format, its mapping."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from waymark.ingest.formats.base import Format, Incoming
from waymark.ingest.formats.bodies import inflate, is_gzip
from waymark.ingest.formats.registry import FORMATS
from waymark.ingest.mapping.model import Mapping, from_json
from waymark.ingest.models import Delivery, Source

GZIP = "gzip"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The items of a delivery in their order; where one was erased there is None."""

    items: list[Any]
    erased: frozenset[int] = frozenset()
    """The places of those that were erased."""


def format_of(source: Source) -> Format:
    """The format of a source."""
    return FORMATS[source.format]


def mapping_of(source: Source) -> Mapping:
    """The source's own mapping, or what its format suggests."""
    return format_of(source).mapping if source.mapping is None else from_json(source.mapping)


def plain_body(kind: Format, body: bytes, encoding: str) -> bytes:
    """A body without its content encoding. Raises Malformed, TooLarge."""
    packed = is_gzip(body) if kind.sniffs_gzip else encoding == GZIP
    return inflate(body, GZIP if packed else "", kind.limits.inflated)


def unpack(source: Source, delivery: Delivery) -> Unpacked:
    """The items of a delivery that was stored; none once its body is removed.

    Raises Malformed, TooLarge.
    """
    if delivery.body_removed_at is not None:
        return Unpacked([])
    if delivery.erased_at is not None:
        left = orjson.loads(delivery.body)
        return Unpacked(left["items"], frozenset(left["erased"]))
    kind = format_of(source)
    headers: dict[str, Any] = dict(delivery.headers)
    incoming = Incoming(
        method="POST",
        url="",
        path=delivery.path,
        query={},
        headers={**headers, "content-type": delivery.content_type},
        body=delivery.body,
    )
    plain = plain_body(kind, delivery.body, delivery.content_encoding)
    return Unpacked(kind.unwrap(incoming, plain).items)


def pack_left(items: Sequence[Any], erased: Collection[int]) -> bytes:
    """The body of a delivery from which items were erased: the others stay at their places.

    It is the same for every format, for each item can be understood on its own.
    """
    left = [None if place in erased else item for place, item in enumerate(items)]
    return orjson.dumps({"items": left, "erased": sorted(erased)})
