"""Every scale ends at −2 and +2 and is straight in between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waymark.events.scores import SCALES, net_promoter_score


@pytest.mark.parametrize(
    ("scale", "value", "expected"),
    [
        ("csat5", 1, -2),
        ("csat5", 3, 0),
        ("csat5", 4, 1),
        ("stars5", 3.5, 0.5),
        ("nps", 0, -2),
        ("nps", 5, 0),
        ("nps", 9, 1.6),
        ("ces7", 4, 0),
        ("ces7", 7, 2),
        ("thumbs", 0, -2),
        ("thumbs", 1, 2),
    ],
)
def test_scores_are_told_on_one_scale(scale: str, value: float, expected: float) -> None:
    assert SCALES[scale].normalise(value) == pytest.approx(expected)


@given(st.sampled_from(sorted(SCALES)), st.integers(-20, 20))
def test_only_answers_on_the_scale_are_taken_and_better_stays_better(
    name: str, halves: int
) -> None:
    scale, value = SCALES[name], halves / 2
    possible = scale.low <= value <= scale.high and (value.is_integer() or name == "stars5")
    assert scale.has(value) == possible
    if possible:
        assert -2 <= scale.normalise(value) <= 2
        assert scale.normalise(value) < scale.normalise(value + scale.step)


def test_nps_is_promoters_less_detractors_of_all_answers() -> None:
    assert net_promoter_score(6, 1, 10) == 50
    assert net_promoter_score(0, 0, 0) is None
