"""Small decisions about text."""

import re
import unicodedata


def slugify(text: str, fallback: str = "item") -> str:
    """`text` as a lower-case ASCII key of letters, digits and dashes, at most 60 characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].rstrip("-")
    return slug or fallback


def unique_slug(wanted: str, taken: set[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3` … whichever is not taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def is_single_line(text: str) -> bool:
    """Whether `text` has no control characters, line breaks included."""
    return not any(unicodedata.category(char) in {"Cc", "Zl", "Zp"} for char in text)
