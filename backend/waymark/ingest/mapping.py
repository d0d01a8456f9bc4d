"""Mapping rules: which touchpoint an event belongs to when it does not name one itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Scalar = str | int | float | bool | None

MISSING = object()
_INDEX = re.compile(r"0|[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """When the member at `field` (a JSON pointer) equals `equals`, it is this touchpoint."""

    field: str
    equals: Scalar
    touchpoint_id: str

    def matches(self, item: Any) -> bool:
        """Whether `item` has exactly this value there; true is not 1, and "1" is not 1."""
        found = resolve(self.field, item)
        return isinstance(found, bool) == isinstance(self.equals, bool) and found == self.equals


def first_match(rules: Iterable[Rule], item: Any) -> str | None:
    """The touchpoint of the first rule that matches."""
    return next((rule.touchpoint_id for rule in rules if rule.matches(item)), None)


def resolve(pointer: str, document: Any) -> Any:
    """What a JSON pointer (RFC 6901) points at in `document`, or MISSING."""
    found = document
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(found, dict) and name in found:
            found = found[name]
        elif isinstance(found, list) and _INDEX.fullmatch(name) and int(name) < len(found):
            found = found[int(name)]
        else:
            return MISSING
    return found
