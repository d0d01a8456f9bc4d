"""The format of a map in a file, version 1: everything that is on it, and nothing that is not.

Things outside of the map go by names that mean something in a file: personas by a short name of
their own, touchpoints and channels by their keys, owners by their names. Items keep their ids and
order keys, so that exporting what was imported gives the same file again.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from waymark.http.schema import Id, Line, Prose, Title, Url, Wire
from waymark.kit.ids import new_id
from waymark.maps.fields import (
    CardStatus,
    CardText,
    Color,
    Evidence,
    LaneFields,
    Link,
    MapState,
    Metric,
    OrderKey,
    Scale3,
    Scale5,
    Score,
    StageFields,
    StepFields,
    Tag,
)
from waymark.maps.parts import PARTS, Kind
from waymark.personas.schemas import PersonaFields
from waymark.touchpoints.presets import Group
from waymark.touchpoints.schemas import Icon, Key

FORMAT: Literal["waymark-map"] = "waymark-map"
VERSION: Literal[1] = 1
SCHEMA_ID = "urn:waymark:map-file:1"

Ref = Annotated[str, StringConstraints(max_length=64, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""What the file calls a persona."""


class _Item(Wire):
    id: Id = Field(default_factory=new_id)


class _ListItem(_Item):
    order: OrderKey = ""
    """Compared byte by byte among siblings; left out, the item comes after those before it."""


class FileStage(StageFields, _ListItem):
    """A stage in a file."""


class FileStep(StepFields, _ListItem):
    """A step in a file."""


class FileLane(LaneFields, _ListItem):
    """A lane in a file."""


class FileCard(_ListItem):
    """A card in a file."""

    step_id: Id
    lane_id: Id
    text: CardText = Field(default="", examples=["Delivery cost is shown last"])
    span: Annotated[int, Field(ge=1, le=200)] = 1
    color: Color | None = None
    tags: Annotated[list[Tag], Field(max_length=20)] = Field(
        default_factory=list, examples=[["delivery"]]
    )
    severity: Scale3 | None = None
    status: CardStatus | None = None
    impact: Scale5 | None = None
    effort: Scale5 | None = None
    owner: Line = Field(default="", examples=["Elena Kovač"])
    """The name of the member who takes care of it."""
    evidence: Annotated[list[Evidence], Field(max_length=50)] = Field(default_factory=list)
    links: Annotated[list[Link], Field(max_length=50)] = Field(default_factory=list)
    image_url: Url = ""
    metric: Metric | None = None


class FilePlacement(_ListItem):
    """A touchpoint on a step, in a file."""

    step_id: Id
    touchpoint: Key = Field(examples=["newsletter-click"])
    """The key of a touchpoint of the file."""
    moment_of_truth: bool = False
    importance: Scale3 | None = None
    expected_satisfaction: Score | None = None


class FileEmotion(_Item):
    """How a persona feels at a step, in a file."""

    step_id: Id
    persona: Ref | None = Field(default=None, examples=["mara"])
    """What the file calls the persona; null means everybody."""
    score: Score = Field(examples=[1.5])
    label: Line = Field(default="", examples=["Delighted"])


class FilePersona(PersonaFields):
    """A persona in a file; its channels go by their keys."""

    ref: Ref = Field(examples=["mara"])
    channels: Annotated[list[Key], Field(max_length=100)] = Field(
        default=[], examples=[["newsletter"]]
    )
    """The keys of the channels they like, best first."""


class FileTouchpoint(Wire):
    """A touchpoint in a file."""

    key: Key = Field(examples=["newsletter-click"])
    name: Title = Field(examples=["Clicks the newsletter"])
    channel: Key | None = Field(default=None, examples=["newsletter"])
    """The key of a channel of the file."""
    description: Prose = ""


class FileChannel(Wire):
    """A channel in a file."""

    key: Key = Field(examples=["newsletter"])
    name: Title = Field(examples=["Newsletter"])
    group: Group = Field(examples=["email"])
    icon: Icon = "radio-tower"


class FileMap(Wire):
    """What a map says of itself, in a file."""

    title: Title = Field(examples=["Buying a sofa online"])
    state: MapState = MapState.CURRENT
    goal: Prose = Field(default="", examples=["Get a sofa that fits, without regrets"])
    goal_start: Prose = ""
    goal_end: Prose = ""
    scenario: Prose = ""
    constraints: Annotated[list[Prose], Field(max_length=50)] = Field(
        default_factory=list, examples=[["Delivery slots are set by the carrier"]]
    )
    personas: Annotated[list[Ref], Field(max_length=20)] = Field(
        default_factory=list, examples=[["mara"]]
    )
    owner: Line = Field(default="", examples=["Elena Kovač"])
    """The name of the member who answers for the map."""
    reviewed_on: date | None = None
    goal_step_id: Id | None = None


def _at_most(kind: Kind) -> Any:
    return Field(default_factory=list, max_length=PARTS[kind].limit)


class MapFile(Wire):
    """A whole map in a file, with the personas, touchpoints and channels it speaks of."""

    format: Literal["waymark-map"]
    version: Literal[1]
    map: FileMap
    channels: Annotated[list[FileChannel], Field(max_length=500)] = Field(default_factory=list)
    touchpoints: Annotated[list[FileTouchpoint], Field(max_length=2_000)] = Field(
        default_factory=list
    )
    personas: Annotated[list[FilePersona], Field(max_length=50)] = Field(default_factory=list)
    stages: list[FileStage] = _at_most(Kind.STAGE)
    lanes: list[FileLane] = _at_most(Kind.LANE)
    steps: list[FileStep] = _at_most(Kind.STEP)
    cards: list[FileCard] = _at_most(Kind.CARD)
    placements: list[FilePlacement] = _at_most(Kind.PLACEMENT)
    emotions: list[FileEmotion] = _at_most(Kind.EMOTION)


def json_schema() -> dict[str, Any]:
    """The published JSON Schema of the format."""
    schema = MapFile.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
    }
