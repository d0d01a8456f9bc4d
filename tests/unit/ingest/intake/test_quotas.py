"""How much a source may send, second by second."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waymark.ingest.intake.quotas import OverQuota, Quotas


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def is_taken(quotas: Quotas, events: int, source: str = "a") -> bool:
    """Whether a request with so many events is taken."""
    try:
        quotas.require(source)
    except OverQuota:
        return False
    quotas.spend(source, events)
    return True


def test_a_burst_and_then_so_many_a_second() -> None:
    clock = Clock()
    quotas = Quotas(10, 30, clock)
    assert [is_taken(quotas, 10) for _ in range(4)] == [True, True, True, False]
    clock.now_s += 0.9
    assert [is_taken(quotas, 9) for _ in range(2)] == [True, False]
    clock.now_s += 60
    assert [is_taken(quotas, 10) for _ in range(4)] == [True, True, True, False]


def test_a_batch_above_the_burst_is_taken_and_made_up_for() -> None:
    clock = Clock()
    quotas = Quotas(10, 20, clock)
    assert is_taken(quotas, 100)
    with pytest.raises(OverQuota) as refused:
        quotas.require("a")
    assert refused.value.retry_after == 9
    clock.now_s += refused.value.retry_after
    assert is_taken(quotas, 1)


def test_a_request_without_events_counts_too() -> None:
    quotas = Quotas(1, 3, Clock())
    assert [is_taken(quotas, 0) for _ in range(4)] == [True, True, True, False]


def test_each_source_has_its_own() -> None:
    quotas = Quotas(1, 1, Clock())
    assert is_taken(quotas, 5, "a")
    assert not is_taken(quotas, 1, "a")
    assert is_taken(quotas, 1, "b")


def test_without_a_rate_there_is_no_quota() -> None:
    quotas = Quotas(0, 1, Clock())
    assert all(is_taken(quotas, 1_000_000) for _ in range(100))


@given(
    rate=st.integers(1, 1000),
    burst=st.integers(1, 5000),
    sent=st.lists(st.tuples(st.floats(0, 5), st.integers(0, 2500)), min_size=1, max_size=60),
)
def test_no_more_than_the_rate_the_burst_and_one_request_get_through(
    rate: int, burst: int, sent: list[tuple[float, int]]
) -> None:
    clock = Clock()
    quotas, started, taken = Quotas(rate, burst, clock), clock.now_s, 0
    for pause, events in sent:
        clock.now_s += pause
        if is_taken(quotas, events):
            taken += max(events, 1)
        allowed = rate * (clock.now_s - started) + burst + max(count for _, count in sent) + 1
        assert taken <= allowed


@given(debt=st.integers(1, 100_000), rate=st.floats(0.1, 1000))
def test_who_comes_back_when_told_is_taken(debt: int, rate: float) -> None:
    clock = Clock()
    quotas = Quotas(rate, 1, clock)
    assert is_taken(quotas, debt)
    while True:
        try:
            quotas.require("a")
        except OverQuota as refused:
            waited = refused.retry_after
            assert 1 <= waited <= 3600
            clock.now_s += waited
        else:
            break
    assert clock.now_s - 1000 <= debt / rate + 2
