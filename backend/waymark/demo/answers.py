"""Answers to survey questions whose mean amounts to a wanted feeling."""

from functools import lru_cache
from statistics import NormalDist
from typing import Literal

Scale = Literal["csat5", "stars5", "ces7", "nps", "thumbs"]

#: Lowest and highest answer of each scale; higher is better on all of them.
BOUNDS: dict[Scale, tuple[int, int]] = {
    "csat5": (1, 5),
    "stars5": (1, 5),
    "ces7": (1, 7),
    "nps": (0, 10),
    "thumbs": (0, 1),
}


def feeling(scale: Scale, answer: float) -> float:
    """`answer` as a feeling of −2…+2: −2 + 4·(answer − lowest) / (highest − lowest)."""
    lowest, highest = BOUNDS[scale]
    return -2 + 4 * (answer - lowest) / (highest - lowest)


def answer(scale: Scale, wanted: float, spread: float, quantile: float) -> int:
    """The answer that somebody at `quantile` (0…1) of the people gives.

    People feel normally distributed with deviation `spread`; each gives the nearest answer there
    is. Answers end where the scale ends, which pulls their mean to the middle, so the centre of
    the distribution is chosen such that the mean of the *answers* is `wanted` (−2…+2).
    """
    centre = _centre(scale, round(wanted, 2), spread)
    lowest, _ = BOUNDS[scale]
    shares = _shares(scale, NormalDist(centre, spread))
    for place, share in enumerate(shares):
        quantile -= share
        if quantile < 0:
            return lowest + place
    return lowest + len(shares) - 1


def _shares(scale: Scale, felt: NormalDist) -> list[float]:
    """The share of people who give each answer, from the lowest to the highest."""
    lowest, highest = BOUNDS[scale]
    below = [felt.cdf(feeling(scale, edge + 0.5)) for edge in range(lowest, highest)]
    return [upper - lower for lower, upper in zip([0.0, *below], [*below, 1.0], strict=True)]


@lru_cache(maxsize=4096)
def _centre(scale: Scale, wanted: float, spread: float) -> float:
    """The centre at which the mean answer is `wanted`, by bisection: the mean grows with it."""
    lowest, _ = BOUNDS[scale]
    low, high = -8.0, 8.0
    for _ in range(30):
        middle = (low + high) / 2
        shares = _shares(scale, NormalDist(middle, spread))
        mean = sum(feeling(scale, lowest + place) * share for place, share in enumerate(shares))
        low, high = (middle, high) if mean < wanted else (low, middle)
    return (low + high) / 2
