"""Looking again only where it matters says exactly what looking at everything says."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waymark.findings.affected import affected_by
from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import Checked, check_again, check_map
from waymark.findings.model import Found, Reads, Rule, Severity, Subject, Topic, Unit
from waymark.findings.surroundings import Surroundings, Touchpoint
from waymark.findings.view import MapView
from waymark.maps.document import Document
from waymark.maps.fields import LaneKind, MapFields
from waymark.maps.operations import Impossible, apply
from waymark.maps.parts import Kind
from waymark.maps.wire import parse_operations

from tests.factories.examples import TODAY, example_of, view_of
from tests.unit.maps.worlds import an_id

RULES = REGISTRY.of(Subject.MAP)
THRESHOLDS = {rule.id: rule.defaults for rule in RULES}
LANES = [kind.value for kind in LaneKind]
TEXTS = ["", "Delivery cost is shown last", "Pays"]


def _said(checked: Checked) -> dict[tuple[str, str], set[tuple[str, str]]]:
    return {
        place: {(one.key, one.fingerprint) for one in found}
        for place, found in checked.found.items()
    }


@st.composite
def _operation(draw: st.DrawFn, document: Document, number: int) -> dict[str, Any]:
    """An operation of any kind on what there is; some do not fit, and are passed over."""

    def one_of(kind: Kind) -> str:
        return draw(st.sampled_from([*document.items[kind], an_id(1)]))

    item_id, text = an_id(10_000 + number), draw(st.sampled_from(TEXTS))
    step, lane, stage = one_of(Kind.STEP), one_of(Kind.LANE), one_of(Kind.STAGE)
    touchpoint = an_id(2_000 + draw(st.integers(0, 2)))
    score = draw(st.sampled_from([-2, -1, 0, 1.5]))
    card = {
        "text": text,
        "span": draw(st.integers(1, 3)),
        "status": draw(st.sampled_from([None, "idea", "done"])),
    }
    choices: list[dict[str, Any]] = [
        {"op": "stage.add", "item": {"id": item_id, "title": text}},
        {"op": "step.add", "item": {"id": item_id, "stage_id": stage, "title": text}},
        {"op": "lane.add", "item": {"id": item_id, "kind": draw(st.sampled_from(LANES))}},
        {"op": "card.add", "item": {"id": item_id, "step_id": step, "lane_id": lane, **card}},
        {"op": "card.add", "item": {"id": item_id, "step_id": step, "lane_id": lane, **card}},
        {"op": "card.set", "id": one_of(Kind.CARD), "set": card},
        {"op": "card.set", "id": one_of(Kind.CARD), "set": {"step_id": step}},
        {"op": "card.set", "id": one_of(Kind.CARD), "set": {"lane_id": lane}},
        {"op": "card.remove", "id": one_of(Kind.CARD)},
        {
            "op": "placement.add",
            "item": {
                "id": item_id,
                "step_id": step,
                "touchpoint_id": touchpoint,
                "expected_satisfaction": score,
            },
        },
        {"op": "placement.set", "id": one_of(Kind.PLACEMENT), "set": {"step_id": step}},
        {"op": "placement.remove", "id": one_of(Kind.PLACEMENT)},
        {"op": "emotion.add", "item": {"id": item_id, "step_id": step, "score": score}},
        {"op": "emotion.set", "id": one_of(Kind.EMOTION), "set": {"score": score}},
        {"op": "emotion.remove", "id": one_of(Kind.EMOTION)},
        {"op": "stage.set", "id": stage, "set": {"title": text}},
        {"op": "step.set", "id": step, "set": {"title": text}},
        {"op": "step.set", "id": step, "set": {"stage_id": stage}},
        {"op": "step.remove", "id": step},
        {"op": "lane.remove", "id": lane},
        {"op": "map.set", "set": {"goal": text, "owner_id": an_id(1)}},
    ]
    return draw(st.sampled_from(choices))


def _around(today: Any = TODAY) -> Surroundings:
    touchpoints = [
        Touchpoint(an_id(2_000 + n), f"Touchpoint {n}", f"key-{n}", None) for n in range(3)
    ]
    return Surroundings(today, touchpoints={one.id: one for one in touchpoints})


@given(st.data())
def test_looking_again_says_what_looking_at_everything_says(data: st.DataObject) -> None:
    document = Document.empty(MapFields(title="Buying a sofa").model_dump(mode="json"))
    around = _around()
    before = MapView(an_id(5), document, around)
    known = check_map(RULES, before, THRESHOLDS)
    for number in range(data.draw(st.integers(1, 25))):
        operations = [data.draw(_operation(before.document, number * 10))]
        if data.draw(st.booleans()):
            operations.append(data.draw(_operation(before.document, number * 10 + 1)))
        try:
            changed = apply(before.document, parse_operations(operations)).document
        except Impossible:
            continue
        if data.draw(st.integers(0, 9)) == 0:
            around = _around(around.today + timedelta(days=40))
        view = MapView(an_id(5), changed, around)
        again = check_again(RULES, view, THRESHOLDS, before, known)
        assert not again.failures
        whole = check_map(RULES, view, THRESHOLDS)
        assert _said(again) == _said(whole)
        assert again.looked_at == whole.looked_at
        before, known = view, again


def _rule(check: Any, unit: Unit = Unit.CARD) -> Rule:
    return Rule(
        "TST001",
        Severity.ADVICE,
        Topic.STRUCTURE,
        Subject.MAP,
        unit,
        frozenset({Reads.CARDS}),
        check,
    )


def _changed(view: MapView, *operations: dict[str, Any]) -> MapView:
    document = apply(view.document, parse_operations(list(operations))).document
    return MapView(view.id, document, view.around, view.evidence)


def test_after_a_change_of_one_card_only_its_step_is_looked_at_again() -> None:
    view = view_of(example_of(REGISTRY.all()[0], "bad"))
    lane, cards = an_id(700), [an_id(800 + n) for n in range(10)]
    steps = [step["id"] for step in view.steps]
    view = _changed(
        view,
        {"op": "lane.add", "item": {"id": lane, "kind": "actions"}},
        *(
            {"op": "card.add", "item": {"id": card, "step_id": step, "lane_id": lane}}
            for card, step in zip(cards, itertools.cycle(steps), strict=False)
        ),
    )
    looked_at: list[str] = []

    def noting(view: MapView, card: Mapping[str, Any], given: Any) -> Any:
        looked_at.append(card["id"])
        return ()

    rule = _rule(noting)
    known = check_map([rule], view, {"TST001": {}})
    assert sorted(looked_at) == sorted(cards)
    looked_at.clear()
    after = _changed(view, {"op": "card.set", "id": cards[3], "set": {"text": "New"}})
    check_again([rule], after, {"TST001": {}}, view, known)
    assert looked_at == [cards[3]]


def test_a_rule_that_does_not_read_what_changed_is_not_asked() -> None:
    view = view_of(example_of(REGISTRY.all()[0], "bad"))

    def never_again(view: MapView, unit: Any, given: Any) -> Any:
        yield Found("map", view.id)

    rule = _rule(never_again, Unit.WHOLE)
    known = check_map([rule], view, {"TST001": {}})
    after = _changed(view, {"op": "map.set", "set": {"goal": "Another"}})

    def fails(view: MapView, unit: Any, given: Any) -> Any:
        raise AssertionError("it was asked")

    again = check_again([replace(rule, check=fails)], after, {"TST001": {}}, view, known)
    assert not again.failures
    assert _said(again) == _said(known)


@pytest.mark.parametrize("later", [False, True])
def test_a_rule_that_raises_says_nothing_and_hides_no_other(later: bool) -> None:
    view = view_of(example_of(REGISTRY.all()[0], "bad"))
    sound = check_map(RULES, view, THRESHOLDS)

    def broken(view: MapView, unit: Any, given: Any) -> Any:
        yield Found("map", view.id)
        raise KeyError("missing")

    rules = [*RULES, _rule(broken, Unit.WHOLE)]
    thresholds = {**THRESHOLDS, "TST001": {}}
    checked = check_map(rules, view, thresholds)
    if later:
        checked = check_again(rules, _changed(view), thresholds, view, checked)
    assert checked.failures.keys() == {"TST001"}
    assert _said(checked) == _said(sound)


def test_a_renamed_lane_is_looked_at_everywhere() -> None:
    view = view_of(example_of(next(one for one in RULES if one.id == "LAN009"), "bad"))
    (lane,) = view.document.items[Kind.LANE]
    after = _changed(view, {"op": "lane.set", "id": lane, "set": {"title": "Other"}})
    assert affected_by(view, after).everything
