"""What a chooser needs to draw a template small and true."""

from dataclasses import dataclass

from waymark.maps.fields import Color, LaneKind, MapState
from waymark.templates.authoring import Template


@dataclass(frozen=True, slots=True)
class MiniatureStage:
    """A stage bar: as wide as it has `steps`."""

    title: str
    color: Color
    steps: int


@dataclass(frozen=True, slots=True)
class Miniature:
    """A template in a chooser. `curve` holds one emotion (−2…+2) per step, or nothing at all."""

    key: str
    name: str
    summary: str
    state: MapState
    stages: tuple[MiniatureStage, ...]
    step_count: int
    lane_kinds: tuple[LaneKind, ...]
    curve: tuple[float, ...]


def miniature(template: Template) -> Miniature:
    """The miniature of `template`; the curve is that of its first persona, where it is whole."""
    return Miniature(
        key=template.key,
        name=template.name,
        summary=template.summary,
        state=template.map.state,
        stages=tuple(
            MiniatureStage(stage.title, stage.color, len(stage.steps)) for stage in template.stages
        ),
        step_count=len(template.steps),
        lane_kinds=tuple(lane.kind for lane in template.lanes),
        curve=_first_curve(template),
    )


def _first_curve(template: Template) -> tuple[float, ...]:
    if not template.personas:
        return ()
    first = template.personas[0].ref
    points = tuple(step.emotions[first].score for step in template.steps if first in step.emotions)
    return points if len(points) == len(template.steps) else ()
