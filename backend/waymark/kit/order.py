"""Order keys: short strings that sort bytewise and always have room between any two.

The algorithm is David Greenspan's "Implementing Fractional Indexing"; the web app uses it too.
"""

import re
from collections.abc import Collection

from fractional_indexing import (
    FIError,
    generate_key_between,
    generate_n_keys_between,
    validate_order_key,
)

MAX_LENGTH = 24
"""A longer key means that many items were squeezed into one gap: time to space the siblings out."""

_ALPHABET = re.compile(r"[A-Za-z][0-9A-Za-z]*")


def is_valid(key: str) -> bool:
    """Whether `key` is a well-formed order key (of any length)."""
    if not _ALPHABET.fullmatch(key):
        return False
    try:
        validate_order_key(key)
    except FIError:
        return False
    return True


def between(before: str | None, after: str | None) -> str:
    """A key strictly between the two; None means the start or the end of the list."""
    return str(generate_key_between(before, after))


def after(key: str, count: int) -> list[str]:
    """`count` ascending keys after `key`, as short as can be."""
    return list(generate_n_keys_between(key, None, count))


def last(taken: Collection[str]) -> str:
    """A key after all of `taken`."""
    return between(max(taken, default=None), None)


def free(wanted: str, taken: Collection[str]) -> str:
    """`wanted` itself, or the nearest key right after it that none of `taken` has."""
    if wanted not in taken:
        return wanted
    following = min((key for key in taken if key > wanted), default=None)
    return between(wanted, following)
