"""Identifiers: UUID version 7 (RFC 9562, section 5.7) as lower-case strings.

Time-ordered ids keep inserts at the right-hand edge of an index, which a log of events needs.
"""

import os
import re
import threading
import time
import uuid
from datetime import datetime

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_TAIL, _VARIANT = (1 << 62) - 1, 0b10 << 62
_lock = threading.Lock()
_last_ms = 0
_sequence = 0


def new_id() -> str:
    """A new UUIDv7, greater than every id this process made before it."""
    chance = os.urandom(10)
    with _lock:
        head = _next_head(chance[:2])
    return _written(head, chance[2:])


def new_ids(count: int) -> list[str]:
    """So many new UUIDv7, each greater than every id this process made before it."""
    chance = os.urandom(10 * count)
    with _lock:
        heads = [_next_head(chance[10 * place : 10 * place + 2]) for place in range(count)]
    return [
        _written(head, chance[10 * place + 2 : 10 * place + 10]) for place, head in enumerate(heads)
    ]


def _next_head(chance: bytes) -> int:
    """Time, version and sequence of the next id. Whoever calls has the lock."""
    global _last_ms, _sequence
    now = time.time_ns() // 1_000_000
    if now > _last_ms:
        _last_ms, _sequence = now, int.from_bytes(chance) & 0x7FF
    else:
        _sequence += 1
        if _sequence > 0xFFF:
            _last_ms, _sequence = _last_ms + 1, 0
    return (_last_ms << 16) | 0x7000 | _sequence


def _written(head: int, chance: bytes) -> str:
    text = f"{head:016x}{int.from_bytes(chance) & _TAIL | _VARIANT:016x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def first_id_at(moment: datetime) -> str:
    """The smallest UUIDv7 of that millisecond: ids made from then on compare greater or equal.

    Before 1970 no id was made: that is the smallest one of all.
    """
    stamp = max(0, int(moment.timestamp() * 1000))
    return str(uuid.UUID(int=(stamp << 80) | (0x7 << 76) | (0b10 << 62)))


def is_id(text: str) -> bool:
    """Whether a text is a UUID in its 36-character form."""
    return _ID.fullmatch(text) is not None
