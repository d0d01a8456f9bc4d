"""Applying changes: exact, reversible, orderly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from waymark.kit import order
from waymark.maps.document import Document
from waymark.maps.operations import (
    Add,
    Impossible,
    Operation,
    Remove,
    Set,
    apply,
    from_wire,
    to_wire,
)
from waymark.maps.parts import Kind

from tests.unit.maps.worlds import FIELDS, an_id, assert_sound, seeds, worlds


def _run(document: Document, makers: list) -> tuple[Document, list[Operation], list[Operation]]:  # type: ignore[type-arg]
    """Apply random operations one by one; the end, all that was done, and the way back."""
    done: list[Operation] = []
    back: list[Operation] = []
    for make in makers:
        operation = make(document)
        if operation is not None:
            outcome = apply(document, [operation])
            document = outcome.document
            done = [*done, *outcome.applied]
            back = [*outcome.inverse, *back]
    return document, done, back


@settings(max_examples=300, deadline=None)
@given(worlds(), st.lists(seeds(), max_size=12))
def test_applying_and_then_the_inverse_restores_the_document(document: Document, makers) -> None:  # type: ignore[no-untyped-def]
    end, done, back = _run(document, makers)
    assert_sound(end)
    assert apply(end, back).document == document
    again = apply(document, done)
    assert again.document == end
    assert apply(again.document, again.inverse).document == document


@settings(max_examples=200, deadline=None)
@given(worlds(), st.lists(seeds(), max_size=8), st.lists(seeds(), max_size=8))
def test_edits_that_do_not_overlap_commute(document: Document, mine, yours) -> None:  # type: ignore[no-untyped-def]
    sets_of_mine = [op for op in (make(document) for make in mine) if isinstance(op, Set)]
    taken = {op.id for op in sets_of_mine}
    sets_of_yours = [
        op
        for op in (make(document) for make in yours)
        if isinstance(op, Set) and op.id not in taken
    ]
    # Where two people put different things in one list, only the order among them may differ.
    sets_of_mine = [_content(op) for op in sets_of_mine]
    sets_of_yours = [_content(op) for op in sets_of_yours]
    one = apply(apply(document, sets_of_mine).document, sets_of_yours).document
    other = apply(apply(document, sets_of_yours).document, sets_of_mine).document
    assert one == other


def _content(operation: Set) -> Set:
    places = {"order", "stage_id", "step_id", "lane_id", "goal_step_id"}
    fields = {name: value for name, value in operation.fields.items() if name not in places}
    return Set(operation.kind, operation.id, fields)


@given(worlds(), st.lists(seeds(), max_size=5))
def test_operations_survive_the_wire(document: Document, makers) -> None:  # type: ignore[no-untyped-def]
    _, done, _ = _run(document, makers)
    assert [from_wire(to_wire(operation)) for operation in done] == done


def test_order_keys_stay_short_when_everything_is_put_into_one_gap() -> None:
    document = Document.empty(dict(FIELDS))
    document = apply(
        document, [Add(Kind.STAGE, {"id": an_id(n), "order": ""}) for n in (1, 2)]
    ).document
    first = document.items[Kind.STAGE][an_id(1)]["order"]
    for number in range(3, 53):
        others = sorted(
            stage["order"]
            for stage in document.items[Kind.STAGE].values()
            if stage["order"] > first
        )
        between = order.between(first, others[0])
        stage = {"id": an_id(number), "order": between}
        if number > 50:
            document = apply(document, [Remove(Kind.STAGE, an_id(number - 10))]).document
        document = apply(document, [Add(Kind.STAGE, stage)]).document
        assert_sound(document)
        first = document.items[Kind.STAGE][an_id(1)]["order"]


def test_a_taken_order_key_goes_right_behind_the_one_that_has_it() -> None:
    document = Document.empty(dict(FIELDS))
    adds = [Add(Kind.LANE, {"id": an_id(n), "order": "a1"}) for n in (1, 2)]
    document = apply(document, [*adds, Add(Kind.LANE, {"id": an_id(3), "order": "a2"})]).document
    assert [lane["id"] for lane in document.ordered(Kind.LANE)] == [
        an_id(1),
        an_id(2),
        an_id(3),
    ]


def test_removing_a_stage_takes_all_below_it_and_undoing_brings_it_back() -> None:
    document = Document.empty(dict(FIELDS))
    document = apply(
        document,
        [
            Add(Kind.STAGE, {"id": an_id(1), "order": ""}),
            Add(Kind.LANE, {"id": an_id(2), "order": ""}),
            Add(Kind.STEP, {"id": an_id(3), "order": "", "stage_id": an_id(1)}),
            Add(
                Kind.CARD,
                {"id": an_id(4), "order": "", "step_id": an_id(3), "lane_id": an_id(2)},
            ),
            Set(None, "", {"goal_step_id": an_id(3)}),
        ],
    ).document
    outcome = apply(document, [Remove(Kind.STAGE, an_id(1))])
    assert not any(outcome.document.items[kind] for kind in (Kind.STAGE, Kind.STEP, Kind.CARD))
    assert outcome.document.fields["goal_step_id"] is None
    assert apply(outcome.document, outcome.inverse).document == document


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        (Add(Kind.STAGE, {"id": an_id(1), "order": ""}), "duplicate_id"),
        (
            Add(Kind.STEP, {"id": an_id(9), "order": "", "stage_id": an_id(8)}),
            "unknown_stage",
        ),
        (Set(Kind.STAGE, an_id(8), {"title": "x"}), "unknown_stage"),
        (Remove(Kind.LANE, an_id(8)), "unknown_lane"),
        (Set(None, "", {"goal_step_id": an_id(8)}), "unknown_step"),
    ],
)
def test_what_does_not_fit_says_why_and_changes_nothing(operation: Operation, code: str) -> None:
    document = apply(
        Document.empty(dict(FIELDS)), [Add(Kind.STAGE, {"id": an_id(1), "order": ""})]
    ).document
    before = document.copy()
    with pytest.raises(Impossible) as caught:
        apply(document, [Set(None, "", {"title": "new"}), operation])
    assert (caught.value.index, caught.value.code) == (1, code)
    assert document == before
