"""Seeded chance that stays close to its shares, even in small populations."""

import math
import random
from collections.abc import Sequence
from statistics import NormalDist
from typing import TypeVar

Option = TypeVar("Option")

_BLOCK = 20
_STANDARD = NormalDist()


class Chance:
    """Named streams of numbers in 0…1, each stratified.

    A stream deals its numbers in blocks of 20: one from each twentieth of the interval, shuffled.
    So of any 20 draws in a row that start a block, a share p is hit 20·p times, give or take
    one, where independent draws would scatter by √(20·p·(1 − p)). Streams are told apart by
    name, so that one question's answers never disturb those of another.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._streams: dict[str, _Stream] = {}

    def number(self, stream: str) -> float:
        """The next number of `stream`, evenly spread over 0…1."""
        if stream not in self._streams:
            self._streams[stream] = _Stream(random.Random(f"{self._seed}:{stream}"))
        return self._streams[stream].number()

    def happens(self, stream: str, share: float) -> bool:
        """True in `share` (0…1) of the cases."""
        return self.number(stream) < share

    def pick(self, stream: str, options: Sequence[tuple[Option, float]]) -> Option:
        """One of `options`, each given with its weight."""
        left = self.number(stream) * sum(weight for _, weight in options)
        for option, weight in options:
            left -= weight
            if left < 0:
                return option
        return options[-1][0]

    def hours(self, stream: str, median: float, spread: float) -> float:
        """A log-normal duration: `median`·exp(`spread`·z), z standard normal. Never negative.

        Waiting times of people are skewed: most are short, a few are very long.
        """
        return median * math.exp(spread * _STANDARD.inv_cdf(self._open(stream)))

    def _open(self, stream: str) -> float:
        """The next number of `stream`, kept away from 0 and 1, where the normal has no value."""
        return min(max(self.number(stream), 1e-6), 1 - 1e-6)


class _Stream:
    def __init__(self, source: random.Random) -> None:
        self._random = source
        self._left: list[float] = []

    def number(self) -> float:
        if not self._left:
            self._left = [(part + self._random.random()) / _BLOCK for part in range(_BLOCK)]
            self._random.shuffle(self._left)
        return self._left.pop()
