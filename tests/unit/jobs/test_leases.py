"""Backoff: longer each time, never longer than an hour, never all at once."""

from waymark.jobs.leases import LONGEST_DELAY_S, MAX_ATTEMPTS, backoff


def test_each_attempt_waits_longer_than_half_of_twice_the_one_before() -> None:
    for attempts in range(1, MAX_ATTEMPTS):
        longest = 2.0 ** (attempts - 1)
        waits = {backoff(attempts) for _ in range(50)}
        assert all(longest / 2 <= wait <= longest for wait in waits)
        assert len(waits) > 1


def test_no_attempt_waits_longer_than_an_hour() -> None:
    assert LONGEST_DELAY_S / 2 <= backoff(100) <= LONGEST_DELAY_S
