"""Which rule of a mapping an item meets. Pure."""

from collections.abc import Iterable
from typing import Any

from waymark.ingest.mapping.model import Condition, Rule
from waymark.ingest.mapping.pointers import MISSING, resolve


def first_match(rules: Iterable[Rule], item: Any) -> Rule | None:
    """The first rule all of whose conditions hold."""
    for rule in rules:
        if all(holds(condition, item) for condition in rule.when):
            return rule
    return None


def place_of_match(rules: Iterable[Rule], item: Any) -> int | None:
    """Which rule that is, from 0."""
    return next(
        (
            place
            for place, rule in enumerate(rules)
            if all(holds(condition, item) for condition in rule.when)
        ),
        None,
    )


def holds(condition: Condition, item: Any) -> bool:
    """Whether a condition holds for an item."""
    found = resolve(condition.field, item)
    value = condition.value
    match condition.test:
        case "equals":
            return _same(found, value)
        case "differs":
            return found is not MISSING and not _same(found, value)
        case "one_of":
            options = value if isinstance(value, list | tuple) else [value]
            return any(_same(found, option) for option in options)
        case "contains":
            return _contains(found, value)
        case "starts_with":
            return isinstance(found, str) and isinstance(value, str) and found.startswith(value)
        case "exists":
            return found is not MISSING and found is not None
        case "missing":
            return found is MISSING or found is None


def _same(found: Any, value: Any) -> bool:
    return isinstance(found, bool) == isinstance(value, bool) and bool(found == value)


def _contains(found: Any, value: Any) -> bool:
    if isinstance(found, list):
        return any(_same(entry, value) for entry in found)
    return isinstance(found, str) and isinstance(value, str) and value in found
