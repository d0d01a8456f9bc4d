"""The kinds of items a map is made of, and how they hang together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MAP = "map"
"""The kind of the map itself in operations: its own fields can be set, nothing else."""


class Kind(StrEnum):
    """The kinds of items, parents before children."""

    STAGE = "stage"
    LANE = "lane"
    STEP = "step"
    CARD = "card"
    PLACEMENT = "placement"
    EMOTION = "emotion"


@dataclass(frozen=True, slots=True)
class Part:
    """How items of one kind hang together.

    `parents` maps a field to the kind it points at. Items that agree in the fields of `list_of`
    are siblings, sorted by their `order`; None means that order has no meaning. No two items may
    agree in all fields of `unique`. A map holds at most `limit` of them.
    """

    kind: Kind
    plural: str
    limit: int
    parents: Mapping[str, Kind] = field(default_factory=dict)
    list_of: tuple[str, ...] | None = ()
    unique: tuple[str, ...] = ()


PARTS: Mapping[Kind, Part] = {
    part.kind: part
    for part in (
        Part(Kind.STAGE, "stages", limit=50),
        Part(Kind.LANE, "lanes", limit=60),
        Part(
            Kind.STEP, "steps", limit=200, parents={"stage_id": Kind.STAGE}, list_of=("stage_id",)
        ),
        Part(
            Kind.CARD,
            "cards",
            limit=5_000,
            parents={"step_id": Kind.STEP, "lane_id": Kind.LANE},
            list_of=("step_id", "lane_id"),
        ),
        Part(
            Kind.PLACEMENT,
            "placements",
            limit=2_000,
            parents={"step_id": Kind.STEP},
            list_of=("step_id",),
            unique=("step_id", "touchpoint_id"),
        ),
        Part(
            Kind.EMOTION,
            "emotions",
            limit=2_000,
            parents={"step_id": Kind.STEP},
            list_of=None,
            unique=("step_id", "persona_id"),
        ),
    )
}

CHILDREN: Mapping[Kind, tuple[tuple[Kind, str], ...]] = {
    kind: tuple(
        (part.kind, name)
        for part in PARTS.values()
        for name, parent in part.parents.items()
        if parent is kind
    )
    for kind in Kind
}
"""For each kind, the kinds below it and the field by which they point up."""
