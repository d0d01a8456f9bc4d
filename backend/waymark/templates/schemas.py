"""Templates on the wire."""

from pydantic import Field

from waymark.http.schema import Wire
from waymark.maps.fields import LaneKind, MapState
from waymark.maps.schemas import MiniatureStage


class TemplateSummary(Wire):
    """What a chooser shows of a template."""

    key: str = Field(examples=["ecommerce"])
    name: str = Field(examples=["E-commerce"])
    summary: str = Field(examples=["From the first ad to the second order."])
    state: MapState
    stages: list[MiniatureStage]
    step_count: int = Field(examples=[9])
    lane_kinds: list[LaneKind]
    curve: list[float] = Field(examples=[[0.6, 0.9, 1.5]])
    """One emotion for each step, or none at all."""


class TemplateList(Wire):
    """All templates, in the order of the chooser."""

    items: list[TemplateSummary]
