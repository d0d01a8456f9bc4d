"""When a difference counts, and when it may be chance."""

import pytest
from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import check_map
from waymark.findings.rules.evidence import clearly_less

from tests.factories.examples import example_of, view_of


@pytest.mark.parametrize(
    ("part", "whole", "earlier_part", "earlier_whole", "less"),
    [
        (500, 1000, 600, 1000, True),
        (600, 1000, 500, 1000, False),
        (50, 100, 60, 100, False),
        (5, 10, 6, 10, False),
        (0, 100, 0, 100, False),
        (100, 100, 100, 100, False),
        # z = 2.559 and 2.604, on either side of 2.576
        (427, 1000, 484, 1000, False),
        (426, 1000, 484, 1000, True),
    ],
)
def test_a_share_is_clearly_less_only_beyond_chance(
    part: int, whole: int, earlier_part: int, earlier_whole: int, less: bool
) -> None:
    assert clearly_less(part, whole, earlier_part, earlier_whole) is less


@pytest.mark.parametrize("rule_id", ["EVD001", "EVD002", "EVD003"])
def test_under_the_minimum_of_customers_a_rule_keeps_silent(rule_id: str) -> None:
    rule = REGISTRY.get(rule_id)
    assert rule is not None
    view = view_of(example_of(rule, "bad"))
    assert check_map([rule], view, {rule_id: rule.defaults}).found
    strict = {**rule.defaults, "customers": 1_000}
    assert not check_map([rule], view, {rule_id: strict}).found


def test_the_goal_is_an_end_and_nobody_stops_there_too_early() -> None:
    rule = REGISTRY.get("EVD001")
    assert rule is not None
    view = view_of(example_of(rule, "bad"))
    (place,) = check_map([rule], view, {"EVD001": rule.defaults}).found
    view.document.fields["goal_step_id"] = place[1]
    assert not check_map([rule], view, {"EVD001": rule.defaults}).found
