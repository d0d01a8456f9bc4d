"""The parts of a map on the wire: what each holds, how long it may be, what it means."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from waymark.http.schema import VISIBLE, Id, Line, Prose, Title, Url, Wire
from waymark.kit import order


class MapState(StrEnum):
    """What the map shows: how it is, how it shall be, or how it would be best."""

    CURRENT = "current"
    FUTURE = "future"
    IDEAL = "ideal"


class Color(StrEnum):
    """Hues of the palette; the web app has a light and a dark shade of each."""

    BLUE = "blue"
    VIOLET = "violet"
    FUCHSIA = "fuchsia"
    GREEN = "green"
    AMBER = "amber"
    TEAL = "teal"
    ROSE = "rose"
    SLATE = "slate"


class LaneKind(StrEnum):
    """What a row of the map is about."""

    ACTIONS = "actions"
    THOUGHTS = "thoughts"
    QUESTIONS = "questions"
    EXPECTATIONS = "expectations"
    EMOTIONS = "emotions"
    TOUCHPOINTS = "touchpoints"
    PAIN_POINTS = "pain_points"
    OPPORTUNITIES = "opportunities"
    QUOTES = "quotes"
    IMAGES = "images"
    BACKSTAGE = "backstage"
    SUPPORT_PROCESSES = "support_processes"
    METRICS = "metrics"
    FREE_TEXT = "free_text"


class CardStatus(StrEnum):
    """How far an opportunity has come."""

    IDEA = "idea"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class EvidenceKind(StrEnum):
    """Where one knows it from."""

    QUOTE = "quote"
    REVIEW = "review"
    SURVEY = "survey"
    INTERVIEW = "interview"
    TICKET = "ticket"
    ANALYTICS = "analytics"
    METRIC = "metric"
    OTHER = "other"


class Measure(StrEnum):
    """What a metric card shows; the definitions are those of the measures."""

    EVENTS = "events"
    CUSTOMERS = "customers"
    SHARE_CONTINUED = "share_continued"
    SATISFACTION = "satisfaction"
    VALUE = "value"


def _order_key(key: str) -> str:
    if key and not order.is_valid(key):
        raise PydanticCustomError("not_an_order_key", "is not an order key")
    return key


OrderKey = Annotated[
    str,
    StringConstraints(max_length=100, pattern=r"^([A-Za-z][0-9A-Za-z]*)?$"),
    AfterValidator(_order_key),
]
Score = Annotated[
    float, Field(ge=-2, le=2, allow_inf_nan=False), AfterValidator(lambda x: round(x, 2))
]
Scale3 = Annotated[int, Field(ge=1, le=3)]
Scale5 = Annotated[int, Field(ge=1, le=5)]
Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Tag = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40, pattern=VISIBLE)
]
CardText = Annotated[str, StringConstraints(max_length=2000)]


class Evidence(Wire):
    """One source that backs a card."""

    kind: EvidenceKind = Field(examples=["ticket"])
    text: Annotated[str, StringConstraints(max_length=1000)] = Field(
        default="", examples=["“Why is delivery only shown at the end?”"]
    )
    url: Url = Field(default="", examples=["https://desk.example/tickets/4711"])
    count: Annotated[int, Field(ge=1, le=1_000_000)] = Field(default=1, examples=[46])
    """How many customers said so."""


class Link(Wire):
    """An address with a label."""

    label: Line = Field(default="", examples=["Usability report"])
    url: Url = Field(examples=["https://research.example/sofa"])


class Metric(Wire):
    """What a card in a metrics lane shows, and where it shall go."""

    measure: Measure = Field(examples=["share_continued"])
    baseline: Number | None = Field(default=None, examples=[0.57])
    target: Number | None = Field(default=None, examples=[0.7])


class MapFields(Wire):
    """The map's own fields."""

    title: Title = Field(examples=["Buying a sofa online"])
    state: MapState = MapState.CURRENT
    goal: Prose = Field(default="", examples=["Get a sofa that fits, without regrets"])
    goal_start: Prose = Field(default="", examples=["The old sofa sags"])
    """Where the journey starts: A in "from A to B"."""
    goal_end: Prose = Field(default="", examples=["The new one stands in the living room"])
    """Where it ends: B."""
    scenario: Prose = Field(default="", examples=["Has measured the room; has never bought here"])
    constraints: Annotated[list[Prose], Field(max_length=50)] = Field(
        default_factory=list, examples=[["Delivery slots are set by the carrier"]]
    )
    persona_ids: Annotated[list[Id], Field(max_length=20)] = Field(default_factory=list)
    owner_id: Id | None = None
    """The member who answers for the map."""
    reviewed_on: date | None = None
    """The day somebody last looked whether the map is still true."""
    goal_step_id: Id | None = None
    """The step at which conversion is counted; null means the last measured one."""


class StageFields(Wire):
    """A phase of the journey."""

    title: Line = Field(default="", examples=["Awareness"])
    color: Color = Color.BLUE
    customer_goal: Prose = Field(default="", examples=["Find out what is possible"])
    trigger: Prose = Field(default="", examples=["A post with the very sofa"])
    """What makes the customer go on to the next stage."""


class StepFields(Wire):
    """A column of the map."""

    stage_id: Id
    title: Line = Field(default="", examples=["Sees a post"])
    description: Prose = ""


class LaneFields(Wire):
    """A row of the map."""

    kind: LaneKind = Field(examples=["actions"])
    title: Line = Field(default="", examples=["Actions"])


class CardFields(Wire):
    """One item where a step and a lane meet."""

    step_id: Id
    lane_id: Id
    text: CardText = Field(default="", examples=["Delivery cost is shown last"])
    span: Annotated[int, Field(ge=1, le=200)] = 1
    """Over how many columns it reaches."""
    color: Color | None = None
    tags: Annotated[list[Tag], Field(max_length=20)] = Field(
        default_factory=list, examples=[["delivery"]]
    )
    severity: Scale3 | None = None
    """Of a pain point: 1 annoys, 2 hinders, 3 stops people."""
    status: CardStatus | None = None
    impact: Scale5 | None = None
    effort: Scale5 | None = None
    owner_id: Id | None = None
    """The member who takes care of it."""
    evidence: Annotated[list[Evidence], Field(max_length=50)] = Field(default_factory=list)
    links: Annotated[list[Link], Field(max_length=50)] = Field(default_factory=list)
    image_url: Url = ""
    metric: Metric | None = None


class PlacementFields(Wire):
    """A touchpoint on one step of this map."""

    step_id: Id
    touchpoint_id: Id
    moment_of_truth: bool = False
    """Whether it decides if the customer goes on."""
    importance: Scale3 | None = None
    expected_satisfaction: Score | None = None


class EmotionFields(Wire):
    """How a persona feels at a step, as drawn: at most one per step and persona."""

    step_id: Id
    persona_id: Id | None = None
    """Null means everybody."""
    score: Score = Field(examples=[1.5])
    """From −2 (very bad) to +2 (very good)."""
    label: Line = Field(default="", examples=["Delighted"])
