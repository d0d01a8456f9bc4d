"""Identifiers: UUID version 7 (RFC 9562, section 5.7) as lower-case strings.

Time-ordered ids keep inserts at the right-hand edge of an index, which a log of events needs.
"""

import re
import uuid
from datetime import datetime

import uuid_utils

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)


def new_id() -> str:
    """A new UUIDv7, greater than every id this process made before it."""
    return str(uuid_utils.uuid7())


def first_id_at(moment: datetime) -> str:
    """The smallest UUIDv7 of that millisecond: ids made from then on compare greater or equal.

    Before 1970 no id was made: that is the smallest one of all.
    """
    stamp = max(0, int(moment.timestamp() * 1000))
    return str(uuid.UUID(int=(stamp << 80) | (0x7 << 76) | (0b10 << 62)))


def is_id(text: str) -> bool:
    """Whether a text is a UUID in its 36-character form."""
    return _ID.fullmatch(text) is not None
