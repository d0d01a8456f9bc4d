"""What an event of the native format says, and why one that says nothing is put aside."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waymark.ingest.formats.native import NATIVE
from waymark.ingest.mapping.identity import Identity, identify
from waymark.ingest.mapping.reading import Reader
from waymark.ingest.mapping.values import Unfit, moment
from waymark.ingest.processing.judging import (
    Catalogue,
    Fit,
    Identified,
    Judged,
    Understanding,
    judge,
)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
EVENT: dict[str, Any] = {
    "touchpoint": "checkout",
    "customer": "c",
    "occurred_at": "2026-11-02T09:30:00Z",
}
BY = Understanding(NATIVE, Reader(NATIVE.mapping), Catalogue({"checkout": "t"}, set()))


def judged(item: Any) -> Judged:
    """What an item of the native format is."""
    return judge(item, known_by(item), NOW, BY)


def known_by(item: Any) -> Identity:
    """The identity of an item of the native format."""
    return identify(item, NATIVE.mapping.id)


def the_event(**changes: Any) -> Fit:
    """What an event with these members says."""
    found = judged({**EVENT, **changes})
    assert isinstance(found, Fit), found
    return found


def the_reason(**changes: Any) -> str:
    """The code with which an event with these members is put aside."""
    reason = judged({**EVENT, **changes})
    assert isinstance(reason, Unfit)
    assert reason.detail.endswith(".")
    return reason.code


def test_an_event_says_who_when_how_and_how_much() -> None:
    found = the_event(
        customer="  Ana ",
        occurred_at="2026-11-02T10:30:00.1234567+01:00",
        score={"value": 9, "scale": "nps"},
        value={"amount": 0.1, "currency": "eur"},
        channel="web",
        properties={"a": [1]},
    ).reading
    assert [entry.name for entry in found.ids] == ["Ana"]
    assert found.occurred_at == datetime(2026, 11, 2, 9, 30, 0, 123456, tzinfo=UTC)
    assert found.score is not None
    assert (found.score.raw, found.score.normalised) == (9, pytest.approx(1.6))
    assert found.value is not None
    assert (found.value.amount_e4, found.value.currency) == (1000, "EUR")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"type": "order"}, "unknown_type"),
        ({"properties": {"a": "\x00"}}, "bad_text"),
        ({"id": 5}, "bad_id"),
        ({"id": ""}, "bad_id"),
        ({"id": "x" * 201}, "bad_id"),
        ({"customer": None}, "no_customer"),
        ({"customer": "  "}, "no_customer"),
        ({"customer": 7}, "no_customer"),
        ({"customer": 7, "anonymous_id": "b"}, "no_customer"),
        ({"customer": None, "anonymous_id": " "}, "no_customer"),
        ({"customer": None, "anonymous_id": 7}, "no_customer"),
        ({"customer": "x" * 501}, "no_customer"),
        ({"occurred_at": None}, "no_time"),
        ({"occurred_at": 1700000000}, "bad_time"),
        ({"occurred_at": "2026-11-02"}, "bad_time"),
        ({"occurred_at": "2026-11-02T09:30:00"}, "bad_time"),
        ({"occurred_at": "2026-13-02T09:30:00Z"}, "bad_time"),
        ({"occurred_at": "0001-01-01T00:00:00+14:00"}, "bad_time"),
        ({"score": 5}, "bad_score"),
        ({"score": {"value": 5, "scale": "ten"}}, "bad_score"),
        ({"score": {"value": 6, "scale": "csat5"}}, "bad_score"),
        ({"score": {"value": 3.5, "scale": "csat5"}}, "bad_score"),
        ({"score": {"value": "5", "scale": "csat5"}}, "bad_score"),
        ({"score": {"value": True, "scale": "csat5"}}, "bad_score"),
        ({"score": {"value": 1e300, "scale": "nps"}}, "bad_score"),
        ({"value": 5}, "bad_value"),
        ({"value": {"amount": "5", "currency": "EUR"}}, "bad_value"),
        ({"value": {"amount": 1e300, "currency": "EUR"}}, "bad_value"),
        ({"value": {"amount": 5}}, "bad_value"),
        ({"value": {"amount": 5, "currency": "EURO"}}, "bad_value"),
        ({"channel": 5}, "bad_channel"),
        ({"properties": []}, "bad_properties"),
    ],
)
def test_what_cannot_be_an_event_has_a_reason(changes: dict[str, Any], code: str) -> None:
    assert the_reason(**changes) == code


@pytest.mark.parametrize("item", [None, 5, "x", [], True])
def test_only_objects_are_events(item: Any) -> None:
    reason = judged(item)
    assert isinstance(reason, Unfit)
    assert reason.code == "not_an_object"


def test_a_clock_that_is_a_bit_ahead_is_believed_and_one_far_ahead_is_not() -> None:
    for ahead, clamped in ((timedelta(hours=23), False), (timedelta(hours=25), True)):
        found = the_event(occurred_at=(NOW + ahead).isoformat()).reading
        assert found.clamped is clamped
        assert found.occurred_at == (NOW if clamped else NOW + ahead)


@given(
    st.datetimes(min_value=datetime(1900, 1, 1)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
)
def test_every_rfc_3339_time_is_read(wall: datetime, offset: int) -> None:
    stated = wall.replace(tzinfo=timezone(timedelta(minutes=offset)))
    if stated > datetime(9999, 12, 30, tzinfo=UTC):
        return
    assert moment(stated.isoformat()) == stated


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_comes_is_an_event_or_has_a_reason(item: Any) -> None:
    assert isinstance(judged(item), Unfit)


def test_who_somebody_is_can_be_said_without_anything_happening() -> None:
    found = judged({"type": "identify", "customer": "c", "anonymous_id": "b", "traits": {"a": 1}})
    assert isinstance(found, Identified)
    assert [(entry.name, entry.anonymous) for entry in found.reading.ids] == [
        ("c", False),
        ("anonymous:b", True),
    ]
    assert found.reading.traits == {"a": 1}


def test_until_somebody_is_known_an_anonymous_id_will_do() -> None:
    found = judged({**EVENT, "customer": None, "anonymous_id": "browser-1"})
    assert isinstance(found, Fit)
    assert [(each.name, each.anonymous) for each in found.reading.ids] == [
        ("anonymous:browser-1", True)
    ]


def test_an_item_is_known_by_its_id_or_else_by_what_it_says() -> None:
    assert known_by({"id": "a", "x": 1}).key == known_by({"id": "a", "x": 2}).key
    assert known_by({"id": "a", "x": 1}).digest != known_by({"id": "a", "x": 2}).digest
    assert known_by({"x": 1, "y": 2}) == known_by({"y": 2, "x": 1})
    assert known_by({"x": 1}).key != known_by({"x": True}).key
    assert known_by({"id": "x" * 5000, "x": 1}).key == known_by({"id": "x" * 5000, "x": 2}).key
    assert len(known_by({"id": "x" * 5000}).key) < 220
