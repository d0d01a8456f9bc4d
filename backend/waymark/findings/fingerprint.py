"""What a finding rests on, as a short digest: when it changes, a dismissed finding comes back."""

import hashlib
from typing import Any

import orjson

from waymark.findings.model import Found, Rule

PLACING = {"id", "order", "color"}
"""What may change about a place without changing what is said of it."""


def fingerprint(rule: Rule, found: Found, content: dict[str, Any] | None) -> str:
    """The digest of what the rule looked at; `content` is the place that it points at."""
    basis = [rule.id, found.variant, _basis(found, content)]
    text = orjson.dumps(basis, option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(text, digest_size=12).hexdigest()


def _basis(found: Found, content: dict[str, Any] | None) -> Any:
    if found.basis is not None:
        return found.basis
    if content is not None and found.field in content:
        return content[found.field]
    if content is None:
        return {name: value for name, value in found.values.items() if name != "map"}
    return {name: value for name, value in content.items() if name not in PLACING}
