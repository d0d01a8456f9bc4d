"""Mapping rules look where they are told, and match exactly."""

from typing import Any

import pytest
from waymark.ingest.mapping import MISSING, Rule, first_match, resolve

DOCUMENT = {"a": {"b": [10, {"c": None}]}, "x/y": 1, "m~n": 2, "": 3, "0": 4}


@pytest.mark.parametrize(
    ("pointer", "found"),
    [
        ("/a/b/0", 10),
        ("/a/b/1/c", None),
        ("/x~1y", 1),
        ("/m~0n", 2),
        ("/", 3),
        ("/0", 4),
        ("/a/b/2", MISSING),
        ("/a/b/00", MISSING),
        ("/a/b/-", MISSING),
        ("/a/b/0/c", MISSING),
        ("/q", MISSING),
    ],
)
def test_pointers_are_followed_as_rfc_6901_says(pointer: str, found: Any) -> None:
    assert resolve(pointer, DOCUMENT) == found


def test_a_value_matches_only_its_own_type() -> None:
    for value in (1, "1", True, None):
        matches = [Rule("/a", wanted, "t").matches({"a": value}) for wanted in (1, "1", True, None)]
        assert matches == [wanted is value for wanted in (1, "1", True, None)]
    assert not Rule("/b", None, "t").matches({"a": 1})


def test_the_first_rule_that_matches_decides() -> None:
    rules = [Rule("/a", 1, "first"), Rule("/b", 1, "second"), Rule("/b", 1, "third")]
    assert first_match(rules, {"b": 1}) == "second"
    assert first_match(rules, {"a": 1, "b": 1}) == "first"
    assert first_match(rules, {}) is None
    assert first_match(rules, 5) is None
