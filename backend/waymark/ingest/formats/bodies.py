"""From the bytes of a request to JSON: inflating under a cap, parsing, a limit on depth. Pure."""

import zlib
from typing import Any

import orjson

from waymark.kit.errors import Malformed, TooLarge

MAX_RATIO = 100
MAX_DEPTH = 254
"""How deep values may be nested; deeper ones cannot be written back."""

_GZIP = 16 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b"


def inflate(body: bytes, encoding: str, limit: int) -> bytes:
    """`body` without its content encoding (`gzip`, or nothing), at most `limit` bytes.

    Raises TooLarge above the limit or a hundredfold of what came, Malformed for broken gzip.
    """
    if encoding != "gzip":
        if len(body) > limit:
            raise TooLarge(f"Send at most {limit:,} bytes at once.")
        return body
    cap = min(limit, max(len(body) * MAX_RATIO, 1024))
    stream = zlib.decompressobj(_GZIP)
    try:
        plain = stream.decompress(body, cap + 1)
    except zlib.error as error:
        raise Malformed("The body is not gzip.") from error
    if len(plain) > cap:
        raise TooLarge(f"The body unpacks to more than {cap:,} bytes.")
    if not stream.eof or stream.unused_data:
        raise Malformed("The gzip body is cut short or has something after its end.")
    return plain


def is_gzip(body: bytes) -> bool:
    """Whether the body itself says that it is gzip, whatever its headers say."""
    return body.startswith(_MAGIC)


def parse_json(plain: bytes) -> Any:
    """The JSON value in a body.

    Raises Malformed for anything else, for NaN and infinities, for half surrogate pairs and for
    what is nested deeper than 254 levels.
    """
    try:
        value = orjson.loads(plain)
    except orjson.JSONDecodeError as error:
        raise Malformed(
            f"Not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
        ) from error
    try:
        orjson.dumps(value)
    except orjson.JSONEncodeError as error:
        raise Malformed(f"Nested deeper than {MAX_DEPTH} levels.") from error
    return value


def limited(items: list[Any], limit: int) -> list[Any]:
    """The items. Raises TooLarge when there are more than `limit`."""
    if len(items) > limit:
        raise TooLarge(f"Send at most {limit:,} events at once.")
    return items
