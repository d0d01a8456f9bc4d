"""Satisfaction on one scale: whatever was asked, −2 (worst) to +2 (best).

Every scale is mapped linearly from its ends to the ends of −2 … +2:

    normalised = −2 + 4 · (value − low) / (high − low)

| scale  | asked                                    | low | high | so that               |
|--------|------------------------------------------|-----|------|-----------------------|
| csat5  | how satisfied are you, 1 to 5            | 1   | 5    | 3 → 0, 4 → +1         |
| stars5 | stars, halves allowed                    | 1   | 5    | 3.5 → +0.5            |
| nps    | would you recommend us, 0 to 10          | 0   | 10   | 5 → 0, 9 → +1.6       |
| ces7   | it was easy, 1 (disagree) to 7 (agree)   | 1   | 7    | 4 → 0, 7 → +2         |
| thumbs | down or up, 0 or 1                       | 0   | 1    | down → −2, up → +2    |
"""

from dataclasses import dataclass

WORST, BEST = -2.0, 2.0


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of a scale, and the size of its steps."""

    low: float
    high: float
    step: float = 1.0

    def has(self, value: float) -> bool:
        """Whether `value` is a possible answer on this scale."""
        return self.low <= value <= self.high and (value - self.low) % self.step == 0

    def normalise(self, value: float) -> float:
        """`value` on −2 … +2."""
        return WORST + (BEST - WORST) * (value - self.low) / (self.high - self.low)


SCALES = {
    "csat5": Scale(1, 5),
    "stars5": Scale(1, 5, 0.5),
    "nps": Scale(0, 10),
    "ces7": Scale(1, 7),
    "thumbs": Scale(0, 1),
}

NPS = "nps"
PROMOTER_FROM, DETRACTOR_UP_TO = 9, 6


def net_promoter_score(promoters: int, detractors: int, answers: int) -> float | None:
    """Per cent of promoters (9, 10) less per cent of detractors (0 to 6); None without answers.

    Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
    """
    return 100 * (promoters - detractors) / answers if answers else None
