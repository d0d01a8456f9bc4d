"""Answers to survey questions whose mean amounts to a wanted feeling."""

from functools import lru_cache
from itertools import pairwise
from operator import mul
from statistics import NormalDist

from waymark.events.scores import SCALES


def answer(scale: str, wanted: float, spread: float, quantile: float) -> int:
    """The answer that somebody at `quantile` (0…1) of the people gives on `scale`.

    People feel normally distributed with deviation `spread`; each gives the nearest whole answer
    there is. Answers end where the scale ends, which pulls their mean to the middle, so the centre
    of the distribution is chosen such that the mean of the *answers* is `wanted` (−2…+2).
    """
    answers = _answers(scale)
    shares = _shares(scale, NormalDist(_centre(scale, round(wanted, 2), spread), spread))
    for given, share in zip(answers, shares, strict=True):
        quantile -= share
        if quantile < 0:
            return given
    return answers[-1]


def _answers(scale: str) -> range:
    """The whole answers of a scale, from the worst to the best."""
    return range(int(SCALES[scale].low), int(SCALES[scale].high) + 1)


def _shares(scale: str, felt: NormalDist) -> list[float]:
    """The share of people who give each answer, from the worst to the best."""
    edges = [SCALES[scale].normalise(given + 0.5) for given in _answers(scale)[:-1]]
    below = [0.0, *map(felt.cdf, edges), 1.0]
    return [upper - lower for lower, upper in pairwise(below)]


@lru_cache(maxsize=4096)
def _centre(scale: str, wanted: float, spread: float) -> float:
    """The centre at which the mean answer is `wanted`, by bisection: the mean grows with it."""
    felt_as = [SCALES[scale].normalise(given) for given in _answers(scale)]
    low, high = -8.0, 8.0
    for _ in range(30):
        middle = (low + high) / 2
        mean = sum(map(mul, felt_as, _shares(scale, NormalDist(middle, spread))))
        low, high = (middle, high) if mean < wanted else (low, middle)
    return (low + high) / 2
