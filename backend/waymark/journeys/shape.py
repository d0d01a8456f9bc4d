"""The part of a map that measuring needs: its columns in order and what is placed on them."""

from dataclasses import dataclass

from waymark.maps.document import Document
from waymark.maps.parts import Kind


@dataclass(frozen=True, slots=True)
class Step:
    """A column of the map, in its stage (an index into the shape's stages)."""

    id: str
    stage: int


@dataclass(frozen=True, slots=True)
class Placement:
    """A touchpoint on a step (an index into the shape's steps)."""

    id: str
    touchpoint_id: str
    step: int


@dataclass(frozen=True, slots=True)
class JourneyShape:
    """Stages and steps from left to right, and the touchpoints placed on them."""

    stages: tuple[str, ...]
    steps: tuple[Step, ...]
    placements: tuple[Placement, ...]
    goal_step_id: str | None = None

    @property
    def touchpoint_ids(self) -> frozenset[str]:
        """Every touchpoint that is placed somewhere."""
        return frozenset(placement.touchpoint_id for placement in self.placements)


def shape_of(document: Document) -> JourneyShape:
    """The shape of a map."""
    stages = tuple(stage["id"] for stage in document.ordered(Kind.STAGE))
    stage_place = {stage_id: place for place, stage_id in enumerate(stages)}
    steps = tuple(
        Step(step["id"], stage_place[step["stage_id"]]) for step in document.steps_in_order()
    )
    step_place = {step.id: place for place, step in enumerate(steps)}
    placements = tuple(
        Placement(item["id"], item["touchpoint_id"], step_place[item["step_id"]])
        for item in document.ordered(Kind.PLACEMENT)
    )
    return JourneyShape(stages, steps, placements, document.fields["goal_step_id"])
