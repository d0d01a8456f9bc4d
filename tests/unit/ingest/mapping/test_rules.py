"""Rules look where they are told, and compare exactly."""

from typing import Any

import pytest
from waymark.ingest.mapping.model import Condition, Rule, Target, Test
from waymark.ingest.mapping.pointers import MISSING, resolve
from waymark.ingest.mapping.rules import Rules, holds

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
        held = [
            holds(Condition("/a", "equals", wanted), {"a": value})
            for wanted in (1, "1", True, None)
        ]
        assert held == [wanted is value for wanted in (1, "1", True, None)]
    assert not holds(Condition("/b", "equals", None), {"a": 1})


@pytest.mark.parametrize(
    ("test", "value", "holding", "failing"),
    [
        ("differs", "won", ["lost", 1, None], ["won"]),
        ("one_of", ["won", 1], ["won", 1], ["lost", True]),
        ("contains", "on", ["won", ["on", "off"]], ["lost", ["one"], 7]),
        ("starts_with", "wo", ["won"], ["two", 7, ["won"]]),
        ("exists", None, ["", 0, False, []], [None]),
        ("missing", None, [None], ["", 0, False]),
    ],
)
def test_conditions_compare_as_their_names_say(
    test: Test, value: Any, holding: list[Any], failing: list[Any]
) -> None:
    condition = Condition("/a", test, value)
    assert [holds(condition, {"a": found}) for found in holding] == [True] * len(holding)
    assert [holds(condition, {"a": found}) for found in failing] == [False] * len(failing)


def test_what_is_not_there_is_missing_and_meets_nothing_else() -> None:
    for test in ("equals", "differs", "one_of", "contains", "starts_with", "exists"):
        assert not holds(Condition("/b", test, "x"), {"a": 1})
    assert holds(Condition("/b", "missing"), {"a": 1})


def test_the_first_rule_all_of_whose_conditions_hold_decides() -> None:
    a, b = Condition("/a", "equals", 1), Condition("/b", "equals", 1)
    rules = [
        Rule([a, b], Target("ignore")),
        Rule([b], Target("identify")),
        Rule([b], Target("touchpoint", touchpoint_id="t")),
    ]
    ready = Rules(rules)
    assert ready.first_match({"b": 1}) is rules[1]
    assert ready.first_match({"a": 1, "b": 1}) is rules[0]
    assert ready.first_match({}) is None
