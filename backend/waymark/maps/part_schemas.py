"""The parts of a map on the wire: what is read, what is created, what may be changed."""

from pydantic import Field

from waymark.http.schema import Id, Patch, Resource, Wire
from waymark.kit.ids import new_id
from waymark.maps.fields import (
    CardFields,
    EmotionFields,
    LaneFields,
    OrderKey,
    PlacementFields,
    StageFields,
    StepFields,
)
from waymark.maps.parts import Kind


class NewItem(Wire):
    """What every new item has."""

    id: Id = Field(default_factory=new_id)
    """A UUID of the client's making, or none to have one made."""


class NewListItem(NewItem):
    """What every new item has that stands in a list."""

    order: OrderKey = ""
    """An order key; left out, the item goes to the end. A taken key is moved on a little."""


class ReadItem(Resource):
    """What every item has."""

    id: Id
    revision: int
    """The revision of the map that touched this item last; its version for If-Match."""


class ReadListItem(ReadItem):
    """What every item has that stands in a list."""

    order: OrderKey
    """Its place among its siblings: compared byte by byte."""


class ListItemPatch(Patch):
    """What can be changed in every item that stands in a list."""

    order: OrderKey = ""
    """Its place among its siblings: compared byte by byte."""


class NewStage(StageFields, NewListItem):
    """A new stage: a phase of the journey."""


class Stage(StageFields, ReadListItem):
    """A stage: a phase of the journey."""


class StageUpdate(StageFields, ListItemPatch):
    """Changes to a stage."""


class NewLane(LaneFields, NewListItem):
    """A new lane: a row."""


class Lane(LaneFields, ReadListItem):
    """A lane: a row."""


class LaneUpdate(LaneFields, ListItemPatch):
    """Changes to a lane."""


class NewStep(StepFields, NewListItem):
    """A new step: a column."""


class Step(StepFields, ReadListItem):
    """A step: a column."""


class StepUpdate(StepFields, ListItemPatch):
    """Changes to a step."""


class NewCard(CardFields, NewListItem):
    """A new card: an item where a step and a lane meet."""


class Card(CardFields, ReadListItem):
    """A card: an item where a step and a lane meet."""


class CardUpdate(CardFields, ListItemPatch):
    """Changes to a card."""


class NewPlacement(PlacementFields, NewListItem):
    """A new placement: a touchpoint on a step."""


class Placement(PlacementFields, ReadListItem):
    """A placement: a touchpoint on a step."""


class PlacementUpdate(PlacementFields, ListItemPatch):
    """Changes to a placement."""


class NewEmotion(EmotionFields, NewItem):
    """A new emotion: a feeling of a persona at a step."""


class Emotion(EmotionFields, ReadItem):
    """An emotion: a feeling of a persona at a step."""


class EmotionUpdate(EmotionFields, Patch):
    """Changes to an emotion."""


MODELS: dict[Kind, tuple[type[Wire], type[Wire], type[Patch]]] = {
    Kind.STAGE: (Stage, NewStage, StageUpdate),
    Kind.LANE: (Lane, NewLane, LaneUpdate),
    Kind.STEP: (Step, NewStep, StepUpdate),
    Kind.CARD: (Card, NewCard, CardUpdate),
    Kind.PLACEMENT: (Placement, NewPlacement, PlacementUpdate),
    Kind.EMOTION: (Emotion, NewEmotion, EmotionUpdate),
}
"""For each kind of part: what is read, created, changed."""
