"""By what the same item is known when it comes again. Pure."""

import hashlib
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson

from waymark.ingest.mapping.pointers import resolve, without

MAX_ID = 200
NUL = b"\\u0000"
_ESCAPED_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class Identity(NamedTuple):
    """What makes an item the same as another."""

    key: str
    digest: bytes
    """SHA-256 of the item in canonical form: tells whether a second one says the same."""
    size: int
    """Bytes of the item in canonical form."""
    has_nul: bool
    """Whether a text in it contains the NUL character, which databases do not keep."""


def identify(item: Any, places: Sequence[str], fleeting: Sequence[str] = ()) -> Identity:
    """The identity of an item: its own id, else a hash of all it says.

    The id is made of what is at all these places; where one is empty there is no id. What is at
    the fleeting ones changes when the same item is sent again, such as the time of sending: it
    says nothing about which item it is.
    """
    content = canonical(without(fleeting, item))
    digest = hashlib.sha256(content).digest()
    own = _own_id(item, places)
    has_nul = NUL in content and _ESCAPED_NUL.search(content) is not None
    key = f"id:{own}" if own and "\x00" not in own else f"sha256:{digest.hex()}"
    return Identity(key, digest, len(content), has_nul)


def canonical(item: Any) -> bytes:
    """The same bytes for the same JSON value, whatever its spacing and order of members."""
    return orjson.dumps(item, option=orjson.OPT_SORT_KEYS)


def _own_id(item: Any, places: Sequence[str]) -> str | None:
    parts = []
    for place in places:
        found = resolve(place, item)
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if not isinstance(found, str) or not found:
            return None
        parts.append(found)
    own = "/".join(parts) if len(parts) == 1 else "/".join(map(_escaped, parts))
    if len(own) > MAX_ID:
        return "sha256:" + hashlib.sha256(own.encode()).hexdigest()
    return own or None


def _escaped(part: str) -> str:
    """So that a/b and c do not make the same id as a and b/c; as in a JSON pointer (RFC 6901)."""
    return part.replace("~", "~0").replace("/", "~1")
