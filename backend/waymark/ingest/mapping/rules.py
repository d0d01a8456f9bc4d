"""Which rule of a mapping an item meets. Pure."""

from collections.abc import Callable, Iterable
from typing import Any

from waymark.ingest.mapping.model import Condition, Rule
from waymark.ingest.mapping.pointers import MISSING, lookup

Test = Callable[[Any], bool]


class Rules:
    """The rules of a mapping, ready to be tried on many items."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [([_test(condition) for condition in rule.when], rule) for rule in rules]

    def first_match(self, item: Any) -> Rule | None:
        """The first rule all of whose conditions hold."""
        place = self.place_of_match(item)
        return None if place is None else self._rules[place][1]

    def place_of_match(self, item: Any) -> int | None:
        """Which rule that is, from 0."""
        for place, (tests, _) in enumerate(self._rules):
            for test in tests:
                if not test(item):
                    break
            else:
                return place
        return None


def holds(condition: Condition, item: Any) -> bool:
    """Whether a condition holds for an item."""
    return _test(condition)(item)


def _test(condition: Condition) -> Test:
    """What tells whether a condition holds for an item."""
    find, value = lookup(condition.field), condition.value
    compare = _comparison(condition)
    return lambda item: compare(find(item), value)


def _comparison(condition: Condition) -> Callable[[Any, Any], bool]:
    match condition.test:
        case "equals":
            return _same
        case "differs":
            return lambda found, value: found is not MISSING and not _same(found, value)
        case "one_of":
            return _is_one_of
        case "contains":
            return _contains
        case "starts_with":
            return _starts_with
        case "exists":
            return lambda found, _: found is not MISSING and found is not None
        case "missing":
            return lambda found, _: found is MISSING or found is None


def _is_one_of(found: Any, value: Any) -> bool:
    options = value if isinstance(value, list | tuple) else [value]
    return any(_same(found, option) for option in options)


def _starts_with(found: Any, value: Any) -> bool:
    return isinstance(found, str) and isinstance(value, str) and found.startswith(value)


def _same(found: Any, value: Any) -> bool:
    return isinstance(found, bool) == isinstance(value, bool) and bool(found == value)


def _contains(found: Any, value: Any) -> bool:
    if isinstance(found, list):
        return any(_same(entry, value) for entry in found)
    return isinstance(found, str) and isinstance(value, str) and value in found
