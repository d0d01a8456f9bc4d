"""Small decisions about text."""

import re
import unicodedata
from collections.abc import Collection

MAX_SLUG = 60


def slugify(text: str, fallback: str = "item") -> str:
    """`text` as a lower-case ASCII key of letters, digits and dashes, at most MAX_SLUG long."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:MAX_SLUG].rstrip("-")
    return slug or fallback


def unique_slug(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3` … whichever is not taken; at most MAX_SLUG long."""
    slug, number = wanted, 2
    while slug in taken:
        suffix = f"-{number}"
        slug = wanted[: MAX_SLUG - len(suffix)].rstrip("-_") + suffix
        number += 1
    return slug


def is_single_line(text: str) -> bool:
    """Whether `text` has no control characters, line breaks included."""
    return not any(unicodedata.category(char) in {"Cc", "Zl", "Zp"} for char in text)
