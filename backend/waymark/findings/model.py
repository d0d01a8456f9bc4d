"""What a rule is, and what it says. Plain data; rules themselves are pure functions over it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Values = Mapping[str, Any]
Given = Mapping[str, float]
"""The thresholds a rule is checked with, by name."""


class Severity(StrEnum):
    """How bad it is: the map contradicts itself, will mislead, or could say more."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Topic(StrEnum):
    """What a rule is about; findings are grouped by it."""

    DISAGREEMENT = "disagreement"
    STRUCTURE = "structure"
    EXPERIENCE = "experience"
    PROOF = "proof"
    TOUCHPOINTS = "touchpoints"
    PERSONAS = "personas"


class Subject(StrEnum):
    """What a rule judges, and what its findings belong to."""

    MAP = "map"
    PERSONA = "persona"
    TOUCHPOINT = "touchpoint"
    SOURCE = "source"


class Unit(StrEnum):
    """What a rule looks at in one go: the whole subject, or one part of a map."""

    WHOLE = "whole"
    STAGE = "stage"
    STEP = "step"
    CARD = "card"


class Reads(StrEnum):
    """What a rule about a map looks at; only a change of it can change what the rule says."""

    FIELDS = "fields"
    STAGES = "stages"
    STEPS = "steps"
    LANES = "lanes"
    CARDS = "cards"
    PLACEMENTS = "placements"
    EMOTIONS = "emotions"
    PERSONAS = "personas"
    TOUCHPOINTS = "touchpoints"
    DAY = "day"
    EVIDENCE = "evidence"


class Quantity(StrEnum):
    """What a threshold counts: things, days, a share (0 to 1), or points of mood (−2 to +2)."""

    COUNT = "count"
    DAYS = "days"
    SHARE = "share"
    MOOD = "mood"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold that a workspace may change within bounds."""

    name: str
    default: float
    minimum: float
    maximum: float
    measure: Quantity = Quantity.COUNT

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense."""
        return self.measure in (Quantity.COUNT, Quantity.DAYS)


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a rule says: about which place, in which words.

    `values` fill the placeholders of the message; `variant` picks one of several. `apart` tells
    findings of one rule about one place apart. `basis` is what the finding rests on, where that is
    less than the place and the values: a dismissed finding comes back when it changes.
    """

    kind: str
    id: str
    values: Values = field(default_factory=dict)
    variant: str = ""
    field: str = ""
    apart: str = ""
    basis: Any = None


@dataclass(frozen=True, slots=True)
class Fixing:
    """Who mends something, when, in which words, and where new ids come from."""

    user_id: str | None
    today: str
    new_id: Callable[[], str]
    text: Callable[[str, Values], str]
    """A text of the message catalogue, for cards that a fix writes."""


Check = Callable[[Any, Any, Given], Iterable[Found]]
"""World, unit and thresholds to findings. The world is a MapView for rules about maps, else a
Surroundings."""
Operations = list[dict[str, Any]]
Fix = Callable[[Any, Found, Fixing], Operations]
"""The change operations that mend a finding; none when it cannot be mended so."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue."""

    id: str
    severity: Severity
    topic: Topic
    subject: Subject
    unit: Unit
    reads: frozenset[Reads]
    check: Check
    lanes: tuple[str, ...] = ()
    """For rules about cards: in lanes of which kinds; none means all."""
    parameters: Sequence[Parameter] = ()
    variants: Sequence[str] = ("",)
    fix: Fix | None = None
    fixes: Sequence[str] = ("",)
    """The variants that the fix can mend."""

    @property
    def measured(self) -> bool:
        """Whether it speaks from what customers did, and not from what is drawn."""
        return Reads.EVIDENCE in self.reads

    @property
    def defaults(self) -> dict[str, float]:
        """Its thresholds while nobody has changed them."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def message_key(self, part: str, variant: str = "") -> str:
        """The key of one of its texts in the message catalogue."""
        parts = ("rule", self.id.lower(), part, variant)
        return "_".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule said, with what the others need to know of it.

    `fingerprint` changes with what it rests on; `column` is where on the map it is (−1 for the map
    as a whole).
    """

    rule: Rule
    found: Found
    key: str
    fingerprint: str
    stage_id: str | None = None
    step_id: str | None = None
    column: int = -1


def key_of(rule: Rule, found: Found) -> str:
    """The stable name of a finding: the rule and what it points at."""
    key = f"{rule.id}.{found.kind}.{found.id}"
    if found.variant:
        key = f"{key}.{found.variant}"
    return f"{key}.{found.apart}" if found.apart else key
