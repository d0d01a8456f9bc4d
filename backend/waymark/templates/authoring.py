"""The format in which templates and the demo map are written (JSON files beside this package).

It says what a person writes, nothing a machine knows better: no ids and no order keys. Things
refer to each other by short names (`ref`), and an item's place is its place in the file.
"""

from collections.abc import Collection
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

Color = Literal["blue", "violet", "fuchsia", "green", "amber", "teal", "rose", "slate"]
MapState = Literal["current", "future", "ideal"]
LaneKind = Literal[
    "actions",
    "thoughts",
    "questions",
    "expectations",
    "emotions",
    "touchpoints",
    "pain_points",
    "opportunities",
    "quotes",
    "images",
    "backstage",
    "support_processes",
    "metrics",
    "free_text",
]
EvidenceKind = Literal[
    "quote", "review", "survey", "interview", "ticket", "analytics", "metric", "other"
]
CardStatus = Literal["idea", "planned", "in_progress", "done", "dropped"]
Measure = Literal["events", "customers", "share_continued", "satisfaction", "value"]

Ref = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Grade3 = Annotated[int, Field(ge=1, le=3)]
Grade5 = Annotated[int, Field(ge=1, le=5)]
Feeling = Annotated[float, Field(ge=-2, le=2)]

#: Lanes whose cells hold something else than cards.
CARDLESS: frozenset[LaneKind] = frozenset({"emotions", "touchpoints"})


class Authored(BaseModel):
    """Base of everything in the format: a misspelt field is an error, and nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Authored):
    """Where a card's claim comes from; `count` is how often it was heard."""

    kind: EvidenceKind
    text: str = ""
    url: str = ""
    count: int = Field(default=1, ge=1)


class Link(Authored):
    """An address with a name."""

    label: Text
    url: Text


class Metric(Authored):
    """What a metric card shows; shares are 0…1, satisfaction −2…+2, value in its currency."""

    measure: Measure
    baseline: float | None = None
    target: float | None = None


class Card(Authored):
    """One card. In a file, a plain string stands for a card with only that text."""

    text: Text
    span: int = Field(default=1, ge=1)
    color: Color | None = None
    tags: tuple[Text, ...] = ()
    severity: Grade3 | None = None
    status: CardStatus | None = None
    impact: Grade5 | None = None
    effort: Grade5 | None = None
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
    image_url: str = ""
    metric: Metric | None = None


class Placed(Authored):
    """A touchpoint on a step. In a file, a plain string stands for its `ref` alone."""

    ref: Ref
    moment_of_truth: bool = False
    importance: Grade3 | None = None
    expected_satisfaction: Feeling | None = None


class Emotion(Authored):
    """How a persona feels at a step, −2…+2. In a file, a plain number stands for its `score`."""

    score: Feeling
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
    key: Slug
    name: Text
    channel: Slug | Ref | None = None
    description: str = ""


class PersonaSource(Authored):
    """What a persona was made from."""

    kind: Literal["survey", "interview", "review", "analytics", "other"]
    text: str = ""
    url: str = ""


class Persona(Authored):
    """A persona; `share` is the estimated percentage of customers, `channels` are channel keys."""

    ref: Ref
    name: Text
    tagline: str = ""
    portrait: str = ""
    quote: str = ""
    share: float | None = Field(default=None, ge=0, le=100)
    age: str = ""
    gender: str = ""
    location: str = ""
    occupation: str = ""
    income: str = ""
    education: str = ""
    family: str = ""
    bio: str = ""
    personality: str = ""
    lifestyle: str = ""
    reason: str = ""
    goals: tuple[Text, ...] = ()
    needs: tuple[Text, ...] = ()
    motivations: tuple[Text, ...] = ()
    frustrations: tuple[Text, ...] = ()
    habits: tuple[Text, ...] = ()
    challenges: tuple[Text, ...] = ()
    problems: tuple[Text, ...] = ()
    interests: tuple[Text, ...] = ()
    channels: tuple[str, ...] = ()
    sources: tuple[PersonaSource, ...] = ()


class MapFields(Authored):
    """What the map says about itself; `goal_step` is the title of the step that is the goal."""

    title: Text
    state: MapState = "current"
    goal: str = ""
    goal_start: str = ""
    goal_end: str = ""
    scenario: str = ""
    constraints: tuple[Text, ...] = ()
    goal_step: str | None = None


class Template(Authored):
    """A whole map, ready to be built. Every name it uses is defined in it."""

    key: Slug
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


def _refuse_unknown(step: Step, what: str, used: Collection[str], defined: Collection[str]) -> None:
    unknown = sorted(set(used) - set(defined))
    if unknown:
        raise ValueError(f"step {step.title!r} uses an unknown {what}: {', '.join(unknown)}")
