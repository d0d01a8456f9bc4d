"""Every rule finds its own bad example, and nothing in its good one; the pages are the rules'."""

import itertools
from pathlib import Path

import pytest
from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import check_map
from waymark.findings.messages import messages
from waymark.findings.model import Fixing, Rule
from waymark.findings.pages import fix_label, pages
from waymark.findings.view import MapView
from waymark.findings.wording import detail, headline, in_one_line
from waymark.maps.operations import apply
from waymark.maps.wire import parse_operations

from tests.factories.examples import checked, example_of, view_of
from tests.unit.maps.worlds import an_id

RULES = [pytest.param(rule, id=rule.id) for rule in REGISTRY.all()]
MENDING = [pytest.param(rule, id=rule.id) for rule in REGISTRY.all() if rule.fix]
DOCS = Path(__file__).parents[3] / "docs" / "rules"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_bad_example(rule: Rule) -> None:
    result = checked(rule, example_of(rule, "bad"))
    assert not result.failures
    said = [one for found in result.found.values() for one in found]
    assert said
    for one in said:
        text = in_one_line(headline(one, messages()), detail(one, messages()), messages())
        assert text
        assert "{" not in text
        assert not headline(one, messages()).endswith(".")
        assert one.found.variant in rule.variants


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_nothing_of_its_good_example(rule: Rule) -> None:
    result = checked(rule, example_of(rule, "good"))
    assert not result.failures
    assert not result.found


@pytest.mark.parametrize("rule", RULES)
def test_every_text_of_a_rule_is_in_the_catalogue(rule: Rule) -> None:
    keys = [rule.message_key("title"), rule.message_key("why")]
    keys += [rule.message_key("says", variant) for variant in rule.variants]
    keys += [rule.message_key(parameter.name) for parameter in rule.parameters]
    assert [key for key in keys if key not in messages()] == []
    if rule.fix:
        assert all(fix_label(rule, variant, messages()) for variant in rule.fixes)


@pytest.mark.parametrize("rule", RULES)
def test_thresholds_start_within_their_bounds(rule: Rule) -> None:
    for parameter in rule.parameters:
        assert parameter.minimum <= parameter.default <= parameter.maximum


@pytest.mark.parametrize("rule", MENDING)
def test_a_fix_mends_what_it_is_for(rule: Rule) -> None:
    view = view_of(example_of(rule, "bad"))
    numbers = itertools.count(100_000)
    fixing = Fixing(an_id(1), "2026-11-21", lambda: an_id(next(numbers)), messages().text)
    said = [one for found in checked(rule, example_of(rule, "bad")).found.values() for one in found]
    mended = [one for one in said if one.found.variant in rule.fixes]
    assert mended
    for one in mended:
        assert rule.fix is not None
        operations = parse_operations(rule.fix(view, one.found, fixing))
        after = apply(view.document, operations).document
        assert after != view.document
        again = check_map(
            [rule],
            MapView(view.id, after, view.around, view.evidence),
            {rule.id: rule.defaults},
        )
        assert one.key not in {left.key for found in again.found.values() for left in found}


def test_the_pages_are_made_from_the_rules() -> None:
    wanted = dict(pages())
    assert {path.name for path in DOCS.iterdir()} == wanted.keys()
    for name, text in wanted.items():
        assert (DOCS / name).read_text() == text, "run `waymark export rules docs/rules`"
