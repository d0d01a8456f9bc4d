"""Periods: whole days, at most fifteen buckets, and a period of the same length before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waymark.journeys.measures import following_steps
from waymark.journeys.period import (
    MAX_BUCKETS,
    MAX_DAYS,
    BadPeriod,
    Period,
    period_between,
)

TODAY = date(2026, 11, 21)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def test_without_dates_it_is_the_last_thirty_days() -> None:
    period, first, last = period_between(None, None, TODAY)
    assert (first, last, period.days) == (date(2026, 10, 23), TODAY, 30)
    assert period_between(date(2026, 11, 1), None, TODAY)[2] == TODAY
    assert period_between(None, date(2026, 1, 30), TODAY)[1] == date(2026, 1, 1)


@given(DAYS, st.integers(1, MAX_DAYS))
def test_buckets_cover_the_period_and_are_few(first: date, days: int) -> None:
    last = first + timedelta(days=days - 1)
    period, _, _ = period_between(first, last, TODAY)
    buckets = period.buckets
    assert period.days == days
    assert 1 <= len(buckets) <= MAX_BUCKETS
    assert buckets[0] == first
    assert buckets[-1] <= last < buckets[-1] + timedelta(days=period.bucket_days)
    assert period.before.end_ms == period.start_ms
    assert period.before.days == days


@given(DAYS, st.integers(MAX_DAYS, MAX_DAYS * 3))
def test_too_many_days_and_backward_periods_are_refused(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    with pytest.raises(BadPeriod):
        period_between(first, last, TODAY)
    with pytest.raises(BadPeriod):
        period_between(last, first, TODAY)


def test_a_day_ends_where_the_next_begins() -> None:
    day = Period(0, 1)
    assert (day.start_ms, day.end_ms) == (0, 86_400_000)


@given(st.lists(st.booleans(), max_size=12))
def test_the_flow_passes_over_steps_that_are_not_measured(measured: list[bool]) -> None:
    for place, following in enumerate(following_steps(measured)):
        later = [step for step in range(place + 1, len(measured)) if measured[step]]
        assert following == (later[0] if later else None)
