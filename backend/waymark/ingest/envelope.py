"""From the bytes of a request to its items: inflating under a cap, strict JSON, counting. Pure."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from waymark.ingest.native import parse_moment
from waymark.kit import strict_json
from waymark.kit.errors import Malformed, TooLarge

MAX_BODY = 1024 * 1024
"""Bytes of a request as it comes over the wire."""
MAX_INFLATED = 8 * 1024 * 1024
MAX_RATIO = 100
MAX_ITEMS = 2500

_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Envelope:
    """The items of a request in their order, and when the sender says it was sent."""

    items: list[Any]
    sent_at: datetime | None = None


def inflate(body: bytes, encoding: str) -> bytes:
    """`body` without its content encoding (`gzip`, or nothing).

    Raises TooLarge above 8 MiB or a hundredfold of what came, Malformed for broken gzip.
    """
    if encoding != "gzip":
        return body
    limit = min(MAX_INFLATED, max(len(body) * MAX_RATIO, 1024))
    stream = zlib.decompressobj(_GZIP)
    try:
        plain = stream.decompress(body, limit + 1)
    except zlib.error as error:
        raise Malformed("The body is not gzip.") from error
    if len(plain) > limit:
        raise TooLarge(f"The body unpacks to more than {limit:,} bytes.")
    if not stream.eof or stream.unused_data:
        raise Malformed("The gzip body is cut short or has something after its end.")
    return plain


def open_envelope(plain: bytes) -> Envelope:
    """The items of a native body: one event, an array of them, or `{"events": […]}`.

    Raises Malformed when it is not strict JSON, TooLarge for more than 2,500 items.
    """
    try:
        content = strict_json.loads(plain)
    except strict_json.NotStrictJson as error:
        raise Malformed(str(error)) from error
    sent_at = None
    if isinstance(content, dict) and isinstance(content.get("events"), list):
        stated = content.get("sent_at")
        sent_at = parse_moment(stated) if isinstance(stated, str) else None
        items = content["events"]
    else:
        items = content if isinstance(content, list) else [content]
    if len(items) > MAX_ITEMS:
        raise TooLarge(f"Send at most {MAX_ITEMS:,} events at once.")
    return Envelope(items, sent_at)
