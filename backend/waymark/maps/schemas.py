"""Maps and their changes on the wire."""

from pydantic import Field

from waymark.http.schema import Abilities, Id, Line, Resource, Timestamp, Title, Wire
from waymark.maps.fields import Color, MapFields, MapState
from waymark.maps.operation_schemas import AnyOperation
from waymark.maps.part_schemas import Card, Emotion, Lane, Placement, Stage, Step

MAX_OPERATIONS = 5_000


class MapDocument(MapFields, Resource):
    """A whole map: its own fields, and all items by kind."""

    id: Id
    workspace_id: Id
    revision: int
    """Grows by one with every change."""
    created_at: Timestamp
    updated_at: Timestamp
    abilities: Abilities
    stages: list[Stage]
    lanes: list[Lane]
    steps: list[Step]
    cards: list[Card]
    placements: list[Placement]
    emotions: list[Emotion]


EXAMPLE_OPERATIONS = [
    {
        "op": "card.set",
        "id": "01972f0e-8b7a-7c3e-9d41-5a6b7c8d9e0f",
        "set": {"text": "Delivery cost is shown last", "severity": 3},
    }
]


class NewChange(Wire):
    """Operations to apply together: all of them, or none."""

    base_revision: int = Field(ge=1, examples=[12])
    """The revision of the map the operations were made on."""
    operations: list[AnyOperation] = Field(
        min_length=1, max_length=MAX_OPERATIONS, examples=[EXAMPLE_OPERATIONS]
    )


class Change(Wire):
    """A change that was applied."""

    map_id: Id
    revision: int = Field(examples=[13])
    """The revision it gave."""
    base_revision: int = Field(examples=[12])
    operations: list[AnyOperation] = Field(examples=[EXAMPLE_OPERATIONS])
    """What was really done: with ids, with the order keys that were used, without what changed
    nothing."""
    inverse: list[AnyOperation] = Field(examples=[EXAMPLE_OPERATIONS])
    """Sent as a new change, these undo it."""
    actor_id: Id
    actor_name: str = Field(examples=["Elena Kovač"])
    created_at: Timestamp


class NewMap(Wire):
    """A new map, empty or from a template."""

    title: Title = Field(examples=["Buying a sofa online"])
    state: MapState | None = None
    """Null means the template's own, or the current state."""
    template: Line | None = Field(default=None, examples=["ecommerce"])
    """The key of a template; null for a map with nothing on it."""


class DuplicateMap(Wire):
    """How to name a copy."""

    title: Title = Field(examples=["Buying a sofa online, next year"])


class MiniatureStage(Wire):
    """A stage in a miniature: its colour and how many steps wide it is."""

    title: str = Field(examples=["Awareness"])
    color: Color
    steps: int = Field(examples=[2])


class MiniatureCurve(Wire):
    """The drawn emotions of one persona, step by step; null where nothing is drawn."""

    persona_id: Id | None
    points: list[float | None] = Field(examples=[[0.6, 0.9, 1.5]])


class Miniature(Wire):
    """Enough of a map to recognise it by."""

    stages: list[MiniatureStage]
    curves: list[MiniatureCurve]
    cards: int = Field(examples=[46])


class MapSummary(Wire):
    """A map in the gallery."""

    id: Id
    title: str = Field(examples=["Buying a sofa online"])
    state: MapState
    owner_id: Id | None
    persona_ids: list[Id]
    revision: int
    created_at: Timestamp
    updated_at: Timestamp
    abilities: Abilities
    miniature: Miniature
