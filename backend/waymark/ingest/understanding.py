"""How a source's deliveries are unpacked and its items understood: by its format, its mapping."""

from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming
from waymark.ingest.formats.bodies import inflate, is_gzip
from waymark.ingest.formats.registry import FORMATS
from waymark.ingest.mapping.model import Mapping, from_json
from waymark.ingest.models import Delivery, Source

GZIP = "gzip"


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


def unpack(source: Source, delivery: Delivery) -> Envelope:
    """The items of a delivery that was stored. Raises Malformed, TooLarge."""
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
    return kind.unwrap(incoming, plain_body(kind, delivery.body, delivery.content_encoding))
