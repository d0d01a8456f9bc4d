"""Maps and their changes on the wire."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, create_model

from waymark.http.schema import Id, Line, Timestamp, Title, Wire
from waymark.maps.fields import FIELDS_OF, Color, MapFields, MapState
from waymark.maps.parts import PARTS, Kind
from waymark.maps.variants import part_models, patch_model, read_model

MAX_OPERATIONS = 5_000

MODELS = {kind: part_models(kind, FIELDS_OF[kind.value]) for kind in Kind}
"""For each kind of part: what is read, created, patched."""

MapUpdate = patch_model("MapUpdate", MapFields)


def _list_of(model: type[Wire]) -> Any:
    return list[model]  # type: ignore[valid-type]


class MapAbilities(Wire):
    """What the caller may do with a map."""

    edit: bool
    delete: bool


MapDocument = read_model(
    "MapDocument",
    MapFields,
    id=(Id, Field()),
    workspace_id=(Id, Field()),
    revision=(int, Field(description="Grows by one with every change.")),
    created_at=(Timestamp, Field()),
    updated_at=(Timestamp, Field()),
    abilities=(MapAbilities, Field()),
    **{PARTS[kind].plural: (_list_of(read), Field()) for kind, (read, _, _) in MODELS.items()},
)
MapDocument.__doc__ = "A whole map: its own fields, and all items by kind."


def _operation(name: str, op: str, doc: str, **fields: Any) -> type[Wire]:
    tag: Any = (Literal[op], Field())
    return create_model(name, __base__=Wire, __doc__=doc, op=tag, **fields)


def _operations_of(kind: Kind) -> list[type[Wire]]:
    _, new, patch = MODELS[kind]
    name = kind.capitalize()
    return [
        _operation(f"Add{name}", f"{kind}.add", f"Put a new {kind} into the map.", item=(new, ...)),
        _operation(
            f"Set{name}", f"{kind}.set", f"Set fields of a {kind}.", id=(Id, ...), set=(patch, ...)
        ),
        _operation(
            f"Remove{name}",
            f"{kind}.remove",
            f"Take a {kind} out of the map, and everything below it.",
            id=(Id, ...),
        ),
    ]


OPERATIONS = [
    _operation("SetMap", "map.set", "Set fields of the map itself.", set=(MapUpdate, ...)),
    *(model for kind in Kind for model in _operations_of(kind)),
]
if TYPE_CHECKING:
    AnyOperation = Wire
else:
    AnyOperation = Annotated[reduce(or_, OPERATIONS), Field(discriminator="op")]

EXAMPLE_OPERATIONS = [
    {
        "op": "card.set",
        "id": "01972f0e-8b7a-7c3e-9d41-5a6b7c8d9e0f",
        "set": {"text": "Delivery cost is shown last", "severity": 3},
    }
]


class NewChange(Wire):
    """Operations to apply together: all of them, or none."""

    base_revision: Annotated[int, Field(ge=1, examples=[12])]
    """The revision of the map the operations were made on."""
    operations: Annotated[
        list[AnyOperation],
        Field(min_length=1, max_length=MAX_OPERATIONS, examples=[EXAMPLE_OPERATIONS]),
    ]


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
    abilities: MapAbilities
    miniature: Miniature
