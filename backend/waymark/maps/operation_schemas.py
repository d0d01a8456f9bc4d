"""The operations of a change on the wire: a union told apart by `op`."""

from typing import Annotated, Literal

from pydantic import Field

from waymark.http.schema import Id, Patch, Wire
from waymark.maps.fields import MapFields
from waymark.maps.part_schemas import (
    CardUpdate,
    EmotionUpdate,
    LaneUpdate,
    NewCard,
    NewEmotion,
    NewLane,
    NewPlacement,
    NewStage,
    NewStep,
    PlacementUpdate,
    StageUpdate,
    StepUpdate,
)


class MapUpdate(MapFields, Patch):
    """Changes to a map's own fields."""


class SetMap(Wire):
    """Set fields of the map itself."""

    op: Literal["map.set"]
    set: MapUpdate


class AddStage(Wire):
    """Put a stage into the map."""

    op: Literal["stage.add"]
    item: NewStage


class SetStage(Wire):
    """Set fields of a stage."""

    op: Literal["stage.set"]
    id: Id
    set: StageUpdate


class RemoveStage(Wire):
    """Take a stage out of the map, and everything below it."""

    op: Literal["stage.remove"]
    id: Id


class AddLane(Wire):
    """Put a lane into the map."""

    op: Literal["lane.add"]
    item: NewLane


class SetLane(Wire):
    """Set fields of a lane."""

    op: Literal["lane.set"]
    id: Id
    set: LaneUpdate


class RemoveLane(Wire):
    """Take a lane out of the map, and everything below it."""

    op: Literal["lane.remove"]
    id: Id


class AddStep(Wire):
    """Put a step into the map."""

    op: Literal["step.add"]
    item: NewStep


class SetStep(Wire):
    """Set fields of a step."""

    op: Literal["step.set"]
    id: Id
    set: StepUpdate


class RemoveStep(Wire):
    """Take a step out of the map, and everything below it."""

    op: Literal["step.remove"]
    id: Id


class AddCard(Wire):
    """Put a card into the map."""

    op: Literal["card.add"]
    item: NewCard


class SetCard(Wire):
    """Set fields of a card."""

    op: Literal["card.set"]
    id: Id
    set: CardUpdate


class RemoveCard(Wire):
    """Take a card out of the map, and everything below it."""

    op: Literal["card.remove"]
    id: Id


class AddPlacement(Wire):
    """Put a placement into the map."""

    op: Literal["placement.add"]
    item: NewPlacement


class SetPlacement(Wire):
    """Set fields of a placement."""

    op: Literal["placement.set"]
    id: Id
    set: PlacementUpdate


class RemovePlacement(Wire):
    """Take a placement out of the map, and everything below it."""

    op: Literal["placement.remove"]
    id: Id


class AddEmotion(Wire):
    """Put an emotion into the map."""

    op: Literal["emotion.add"]
    item: NewEmotion


class SetEmotion(Wire):
    """Set fields of an emotion."""

    op: Literal["emotion.set"]
    id: Id
    set: EmotionUpdate


class RemoveEmotion(Wire):
    """Take an emotion out of the map, and everything below it."""

    op: Literal["emotion.remove"]
    id: Id


AnyOperation = Annotated[
    SetMap
    | AddStage
    | SetStage
    | RemoveStage
    | AddLane
    | SetLane
    | RemoveLane
    | AddStep
    | SetStep
    | RemoveStep
    | AddCard
    | SetCard
    | RemoveCard
    | AddPlacement
    | SetPlacement
    | RemovePlacement
    | AddEmotion
    | SetEmotion
    | RemoveEmotion,
    Field(discriminator="op"),
]
