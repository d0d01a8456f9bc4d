"""The format in which templates and the demo map are written (JSON files beside this package).

It says what a person writes, nothing a machine knows better: no ids and no order keys. Things
refer to each other by short names (`ref`), and an item's place is its place in the file.
"""

from collections.abc import Set
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from waymark.maps.fields import (
    CardStatus,
    Color,
    Evidence,
    LaneKind,
    Link,
    MapState,
    Metric,
    Scale3,
    Scale5,
    Score,
)
from waymark.personas.schemas import PersonaFields
from waymark.touchpoints.schemas import Key

Ref = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

#: Lanes whose cells hold something else than cards.
CARDLESS: frozenset[LaneKind] = frozenset({LaneKind.EMOTIONS, LaneKind.TOUCHPOINTS})


class Authored(BaseModel):
    """Base of everything in the format: a misspelt field is an error, and nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Card(Authored):
    """One card. In a file, a plain string stands for a card with only that text."""

    text: Text
    span: int = Field(default=1, ge=1)
    color: Color | None = None
    tags: tuple[Text, ...] = ()
    severity: Scale3 | None = None
    status: CardStatus | None = None
    impact: Scale5 | None = None
    effort: Scale5 | None = None
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
    image_url: str = ""
    metric: Metric | None = None


class Placed(Authored):
    """A touchpoint on a step. In a file, a plain string stands for its `ref` alone."""

    ref: Ref
    moment_of_truth: bool = False
    importance: Scale3 | None = None
    expected_satisfaction: Score | None = None


class Emotion(Authored):
    """How a persona feels at a step, −2…+2. In a file, a plain number stands for its `score`."""

    score: Score
    label: str = ""


def _under(field: str, *plain: type) -> BeforeValidator:
    """Accepts the short form: a value of a `plain` type stands for `{field: value}`."""

    def expand(value: object) -> object:
        return {field: value} if isinstance(value, plain) else value

    return BeforeValidator(expand)


class Step(Authored):
    """One column, with what its cells hold."""

    title: Text
    description: str = ""
    cards: dict[LaneKind, tuple[Annotated[Card, _under("text", str)], ...]] = {}
    touchpoints: tuple[Annotated[Placed, _under("ref", str)], ...] = ()
    emotions: dict[Ref, Annotated[Emotion, _under("score", int, float)]] = {}


class Stage(Authored):
    """A phase: what the customer is after in it, and what makes them go on."""

    title: Text
    color: Color
    customer_goal: str = ""
    trigger: str = ""
    steps: tuple[Step, ...] = Field(min_length=1)


class Lane(Authored):
    """A row; its kind appears once in a template, since cards name their lane by it."""

    kind: LaneKind
    title: Text


class Touchpoint(Authored):
    """An entry for the workspace's catalogue; `channel` is the key of a preloaded channel."""

    ref: Ref
    key: Key
    name: Text
    channel: Key | None = None
    description: str = ""


class Persona(PersonaFields):
    """A persona, with everything that can be said of one; `channels` are keys of channels."""

    ref: Ref
    channels: list[Key] = Field(default=[])


class MapFields(Authored):
    """What the map says about itself; `goal_step` is the title of the step that is the goal."""

    title: Text
    state: MapState = MapState.CURRENT
    goal: str = ""
    goal_start: str = ""
    goal_end: str = ""
    scenario: str = ""
    constraints: tuple[Text, ...] = ()
    goal_step: str | None = None


class Template(Authored):
    """A whole map, ready to be built. Every name it uses is defined in it."""

    key: Key
    name: Text
    summary: Text
    map: MapFields
    personas: tuple[Persona, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    lanes: tuple[Lane, ...] = Field(min_length=1)
    stages: tuple[Stage, ...] = Field(min_length=1)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The columns from left to right."""
        return tuple(step for stage in self.stages for step in stage.steps)

    @model_validator(mode="after")
    def _names_are_defined_once(self) -> Self:
        _refuse_twice("persona", [persona.ref for persona in self.personas])
        _refuse_twice("touchpoint", [touchpoint.ref for touchpoint in self.touchpoints])
        _refuse_twice("touchpoint key", [touchpoint.key for touchpoint in self.touchpoints])
        _refuse_twice("lane", [lane.kind for lane in self.lanes])
        _refuse_twice("stage", [stage.title for stage in self.stages])
        _refuse_twice("step", [step.title for step in self.steps])
        return self

    @model_validator(mode="after")
    def _names_that_are_used_are_defined(self) -> Self:
        personas = {persona.ref for persona in self.personas}
        touchpoints = {touchpoint.ref for touchpoint in self.touchpoints}
        lanes = {lane.kind for lane in self.lanes}
        for step in self.steps:
            _refuse_unknown(
                step, "touchpoint", {placed.ref for placed in step.touchpoints}, touchpoints
            )
            _refuse_unknown(step, "persona", set(step.emotions), personas)
            _refuse_unknown(step, "lane of cards", set(step.cards), lanes - CARDLESS)
        goal_step = self.map.goal_step
        if goal_step is not None and goal_step not in {step.title for step in self.steps}:
            raise ValueError(f"goal_step names no step: {goal_step!r}")
        return self


def _refuse_twice(what: str, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"{what} defined twice: {', '.join(twice)}")


def _refuse_unknown(step: Step, what: str, used: Set[str], defined: Set[str]) -> None:
    unknown = sorted(used - defined)
    if unknown:
        raise ValueError(f"step {step.title!r} uses an unknown {what}: {', '.join(unknown)}")
