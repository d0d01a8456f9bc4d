"""Chance that keeps its shares, and answers whose mean is what was wanted."""

from statistics import fmean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waymark.demo.answers import answer
from waymark.demo.chance import Chance
from waymark.events.scores import SCALES


@given(seed=st.integers(0, 2**32), share=st.floats(0, 1))
def test_of_a_block_of_twenty_a_share_is_hit_give_or_take_one(seed: int, share: float) -> None:
    chance = Chance(seed)
    hits = sum(chance.happens("coin", share) for _ in range(20))
    assert abs(hits - 20 * share) <= 1


def test_streams_do_not_disturb_each_other() -> None:
    alone, together = Chance(3), Chance(3)
    undisturbed = [alone.number("a") for _ in range(50)]
    interleaved = [(together.number("a"), together.number("b"))[0] for _ in range(50)]
    assert interleaved == undisturbed


def test_options_come_by_their_weights() -> None:
    chance = Chance(5)
    picked = [chance.pick("fabric", (("linen", 3), ("wool", 1))) for _ in range(200)]
    assert picked.count("linen") == pytest.approx(150, abs=10)


def test_waiting_times_are_positive_and_have_the_wanted_median() -> None:
    chance = Chance(5)
    hours = [chance.hours("wait", 12, 0.7) for _ in range(400)]
    assert min(hours) > 0
    assert median(hours) == pytest.approx(12, rel=0.05)
    assert fmean(hours) > 13, "a few wait very long"


@given(
    scale=st.sampled_from(sorted(SCALES)),
    wanted=st.floats(-1.6, 1.6),
    spread=st.floats(0.5, 1.2),
)
def test_the_mean_answer_is_the_wanted_feeling(scale: str, wanted: float, spread: float) -> None:
    people = 2_000
    given_answers = [
        answer(scale, wanted, spread, (person + 0.5) / people) for person in range(people)
    ]
    assert all(SCALES[scale].has(each) for each in given_answers)
    assert fmean(SCALES[scale].normalise(each) for each in given_answers) == pytest.approx(
        wanted, abs=0.02
    )
