"""The measures of a map on the wire."""

from dataclasses import asdict
from datetime import date

from pydantic import Field

from waymark.http.schema import Id, Timestamp, Wire
from waymark.journeys import measures
from waymark.journeys.period import Period
from waymark.journeys.service import Measured


class Reach(Wire):
    """What happened at one place of the map within the period."""

    events: int = Field(examples=[412])
    customers: int = Field(examples=[310])
    """Different customers with an event here."""
    continued: int = Field(examples=[190])
    """Of them, seen at any later step at or after their first event here."""
    share_continued: float | None = Field(examples=[0.613])
    """`continued` of `customers`, 0 to 1; null when nobody was here."""
    next_customers: int = Field(examples=[171])
    """Of the customers here, seen at the next measured step at any time in the period."""
    next_after: int = Field(examples=[168])
    """Of the customers here, seen at the next measured step at or after their first event here."""
    satisfaction: float | None = Field(examples=[0.8])
    """Mean of the scored events, on −2 to +2; null without any."""
    answers: int = Field(examples=[57])
    """Events with a score."""
    value: float = Field(examples=[10450.5])
    """Sum of the values, in the first currency of the summary's revenue."""


class StageMeasures(Reach):
    """A stage: the events of all its steps. A later step is one of a later stage."""

    stage_id: Id


class SeriesPoint(Wire):
    """A step in one bucket of the period."""

    date: date
    """The bucket's first day."""
    customers: int = Field(examples=[22])
    events: int = Field(examples=[27])
    satisfaction: float | None = Field(examples=[0.5])


class StepMeasures(Reach):
    """A step, in the period and in the one before."""

    step_id: Id
    next_step_id: Id | None
    """The next measured step: a later one with a touchpoint that has ever had an event."""
    previous: Reach
    series: list[SeriesPoint]


class TouchpointMeasures(Reach):
    """A touchpoint on one step."""

    touchpoint_id: Id
    step_id: Id
    placement_id: Id


class RevenueSum(Wire):
    """A sum in one currency."""

    currency: str = Field(examples=["EUR"])
    amount: float = Field(examples=[10450.5])


class MeasuresSummary(Wire):
    """What happened on the map as a whole."""

    customers: int = Field(examples=[1204])
    """Different customers with an event anywhere on the map."""
    events: int = Field(examples=[5310])
    goal_step_id: Id | None
    """The step at which conversion is counted: the map's goal step, else the last measured one."""
    converted: int = Field(examples=[126])
    """Customers seen at the goal step."""
    conversion: float | None = Field(examples=[0.105])
    """`converted` of `customers`, 0 to 1."""
    median_days_to_goal: float | None = Field(examples=[14.65])
    """From customers' first event at an earlier step to the first one at the goal step after it.

    Who was at the goal only before that counts with the negative time between.
    """
    nps: float | None = Field(examples=[31.0])
    """Per cent of promoters less per cent of detractors, −100 to 100."""
    nps_answers: int = Field(examples=[88])
    revenue: list[RevenueSum]
    """Sums by currency, the one that most events have first."""


class MapMeasures(Wire):
    """What really happened on a map. Days are UTC, the first and the last one included."""

    map_id: Id
    revision: int
    """The revision of the map whose stages, steps and touchpoints were counted."""
    first_day: date = Field(alias="from")
    last_day: date = Field(alias="to")
    last_event_at: Timestamp | None
    """When any touchpoint of the map had its last event, at any time."""
    bucket_days: int = Field(examples=[2])
    """Days in each bucket of the series; the last one may have fewer."""
    summary: MeasuresSummary
    previous: MeasuresSummary
    """The period of the same length right before."""
    stages: list[StageMeasures]
    steps: list[StepMeasures]
    touchpoints: list[TouchpointMeasures]


def present(found: Measured, period: Period, first: date, last: date) -> MapMeasures:
    """The measures of a map, in the order in which things are on it."""
    shape, now, before = found.shape, found.now, found.before
    return MapMeasures.model_validate(
        {
            "map_id": found.map_id,
            "revision": found.revision,
            "from": first,
            "to": last,
            "last_event_at": found.last_event_at,
            "bucket_days": period.bucket_days,
            "summary": asdict(now.summary(found.goal)),
            "previous": asdict(before.summary(found.goal)),
            "stages": [
                {"stage_id": stage_id, **asdict(now.stage(place))}
                for place, stage_id in enumerate(shape.stages)
            ],
            "steps": [_step(found, place, period) for place in range(len(shape.steps))],
            "touchpoints": [
                {
                    "touchpoint_id": item.touchpoint_id,
                    "step_id": shape.steps[item.step].id,
                    "placement_id": item.id,
                    **asdict(now.placement(place)),
                }
                for place, item in enumerate(shape.placements)
            ],
        }
    )


def _step(found: Measured, place: int, period: Period) -> dict[str, object]:
    following = found.following[place]
    series: list[measures.Point] = found.now.series(place, period)
    return {
        "step_id": found.shape.steps[place].id,
        "next_step_id": None if following is None else found.shape.steps[following].id,
        "previous": asdict(found.before.step(place)),
        "series": [asdict(point) for point in series],
        **asdict(found.now.step(place)),
    }
