"""What an event of the native format says, and why one that says nothing is put aside."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waymark.ingest.native import Unfit, identify, parse_moment, read

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
EVENT: dict[str, Any] = {"customer": "c", "occurred_at": "2026-11-02T09:30:00Z"}


def the_reason(**changes: Any) -> str:
    """The code with which an event with these members is put aside."""
    with pytest.raises(Unfit) as caught:
        read({**EVENT, **changes}, NOW)
    assert caught.value.detail.endswith(".")
    return caught.value.code


def test_an_event_says_who_when_how_and_how_much() -> None:
    found = read(
        {
            **EVENT,
            "customer": "  Ana ",
            "occurred_at": "2026-11-02T10:30:00.1234567+01:00",
            "score": {"value": 9, "scale": "nps"},
            "value": {"amount": 0.1, "currency": "eur"},
            "channel": "web",
            "properties": {"a": [1]},
        },
        NOW,
    )
    assert found.customer == "Ana"
    assert found.occurred_at == datetime(2026, 11, 2, 9, 30, 0, 123456, tzinfo=UTC)
    assert found.score is not None
    assert (found.score.raw, found.score.normalised) == (9, pytest.approx(1.6))
    assert found.value is not None
    assert (found.value.amount_e4, found.value.currency) == (1000, "EUR")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"type": "identify"}, "unknown_type"),
        ({"id": 5}, "bad_id"),
        ({"id": ""}, "bad_id"),
        ({"id": "x" * 201}, "bad_id"),
        ({"customer": None}, "no_customer"),
        ({"customer": "  "}, "no_customer"),
        ({"customer": 7}, "no_customer"),
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
        ({"score": {"value": 10**400, "scale": "nps"}}, "bad_score"),
        ({"value": 5}, "bad_value"),
        ({"value": {"amount": "5", "currency": "EUR"}}, "bad_value"),
        ({"value": {"amount": 10**400, "currency": "EUR"}}, "bad_value"),
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
    with pytest.raises(Unfit) as caught:
        read(item, NOW)
    assert caught.value.code == "not_an_object"


def test_a_clock_that_is_a_bit_ahead_is_believed_and_one_far_ahead_is_not() -> None:
    for ahead, clamped in ((timedelta(hours=23), False), (timedelta(hours=25), True)):
        found = read({**EVENT, "occurred_at": (NOW + ahead).isoformat()}, NOW)
        assert found.clamped is clamped
        assert found.occurred_at == (NOW if clamped else NOW + ahead)


@given(
    st.datetimes(min_value=datetime(1900, 1, 1)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
)
def test_every_rfc_3339_time_is_read(wall: datetime, offset: int) -> None:
    moment = wall.replace(tzinfo=timezone(timedelta(minutes=offset)))
    if moment > datetime(9999, 12, 30, tzinfo=UTC):
        return
    assert parse_moment(moment.isoformat()) == moment


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_comes_is_an_event_or_has_a_reason(item: Any) -> None:
    identify(item)
    with pytest.raises(Unfit):
        read(item, NOW)


def test_an_item_is_known_by_its_id_or_else_by_what_it_says() -> None:
    assert identify({"id": "a", "x": 1}).key == identify({"id": "a", "x": 2}).key
    assert identify({"id": "a", "x": 1}).digest != identify({"id": "a", "x": 2}).digest
    assert identify({"x": 1, "y": 2}) == identify({"y": 2, "x": 1})
    assert identify({"x": 1}).key != identify({"x": True}).key
    assert identify({"id": 7, "x": 1}).key.startswith("sha256:")
