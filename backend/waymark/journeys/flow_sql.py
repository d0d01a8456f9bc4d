"""How customers move through a map, in SQL.

Everything follows from when each customer was first and last seen at each step: somebody went on
from here to there if their last time there is not before their first time here. So one pass over
the events makes a small table of visits, and the rest is joins on that.
"""

from collections.abc import Sequence

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    column,
    func,
    select,
    values,
)

from waymark.db.base import Identifier
from waymark.events.models import Event
from waymark.journeys.period import Period
from waymark.journeys.shape import JourneyShape

FlowRow = Select[int, int, int, int, int]
"""Place, customers, continued, next_customers, next_after."""

NONE = -1


class FlowQueries:
    """The queries for one map and period. Places are indexes into the map's shape."""

    def __init__(
        self,
        shape: JourneyShape,
        following: Sequence[int | None],
        workspace_id: str,
        period: Period,
    ) -> None:
        self._workspace_id = workspace_id
        self._period = period
        self._places = _places(shape)
        self._next_of_step = _following("next_of_step", following)
        self._next_of_stage = _following("next_of_stage", _after_stages(shape, following))
        self._visits = self._all_visits()
        self._at_step = self._seen_at("step")

    def _all_visits(self) -> CTE:
        """When each customer was first and last seen at each placement, within the period."""
        places = self._places
        return (
            select(
                Event.customer,
                places.c.placement,
                func.min(Event.occurred_ms).label("first"),
                func.max(Event.occurred_ms).label("last"),
            )
            .join(places, places.c.touchpoint_id == Event.touchpoint_id)
            .where(*self._counted())
            .group_by(Event.customer, places.c.placement)
            .cte("visits")
        )

    def _counted(self) -> tuple[ColumnElement[bool], ...]:
        return (
            Event.workspace_id == self._workspace_id,
            Event.occurred_ms >= self._period.start_ms,
            Event.occurred_ms < self._period.end_ms,
        )

    def _seen_at(self, level: str) -> CTE:
        """When each customer was first and last seen at each step or stage, and last beyond it."""
        visits, places = self._visits, self._places
        place = places.c[level]
        last = func.max(visits.c.last)
        beyond = func.max(last).over(
            partition_by=visits.c.customer, order_by=place.desc(), rows=(None, -1)
        )
        return (
            select(
                visits.c.customer,
                place.label("place"),
                func.min(visits.c.first).label("first"),
                last.label("last"),
                beyond.label("beyond"),
            )
            .join(places, places.c.placement == visits.c.placement)
            .group_by(visits.c.customer, place)
            .cte(f"at_{level}")
        )

    def steps(self) -> FlowRow:
        """How customers moved on from each step."""
        here = self._at_step
        return self._flow(here, here.c.place, self._next_of_step)

    def stages(self) -> FlowRow:
        """How customers moved on from each stage."""
        here = self._seen_at("stage")
        return self._flow(here, here.c.place, self._next_of_stage)

    def placements(self) -> FlowRow:
        """How customers moved on from each placement, beyond its step."""
        visits, places, at_step = self._visits, self._places, self._at_step
        here = (
            select(
                visits.c.customer,
                visits.c.placement.label("place"),
                visits.c.first,
                at_step.c.beyond,
                at_step.c.place.label("step"),
            )
            .join(places, places.c.placement == visits.c.placement)
            .join(
                at_step,
                and_(at_step.c.customer == visits.c.customer, at_step.c.place == places.c.step),
            )
            .cte("at_placement")
        )
        return self._flow(here, here.c.step, self._next_of_step)

    def _flow(self, here: CTE, place: ColumnElement[int], following: CTE) -> FlowRow:
        """The customers of each place of `here`, and those of them who moved on.

        `place` is the column of `here` that `following` tells the next measured step of.
        """
        there = self._at_step.alias("there")
        return (
            select(
                here.c.place,
                func.count(),
                _count_if(here.c.beyond >= here.c.first),
                func.count(there.c.customer),
                _count_if(there.c.last >= here.c.first),
            )
            .select_from(here)
            .join(following, following.c.place == place)
            .outerjoin(
                there,
                and_(there.c.customer == here.c.customer, there.c.place == following.c.next_step),
            )
            .group_by(here.c.place)
        )

    def visitors(self, bucket: ColumnElement[int]) -> Select[int, int, int]:
        """Customers by step and bucket."""
        places = self._places
        named = bucket.label("bucket")
        return (
            select(places.c.step, named, func.count(Event.customer.distinct()))
            .join(places, places.c.touchpoint_id == Event.touchpoint_id)
            .where(*self._counted())
            .group_by(places.c.step, named)
        )


def _places(shape: JourneyShape) -> CTE:
    return (
        values(
            column("placement", Integer),
            column("step", Integer),
            column("stage", Integer),
            column("touchpoint_id", Identifier),
            name="places",
        )
        .data(
            [
                (place, item.step, shape.steps[item.step].stage, item.touchpoint_id)
                for place, item in enumerate(shape.placements)
            ]
        )
        .cte("places")
    )


def _following(name: str, following: Sequence[int | None]) -> CTE:
    return (
        values(column("place", Integer), column("next_step", Integer), name=name)
        .data([(place, NONE if step is None else step) for place, step in enumerate(following)])
        .cte(name)
    )


def _after_stages(shape: JourneyShape, following: Sequence[int | None]) -> list[int | None]:
    """The next measured step after each stage: what follows its last step."""
    last = {step.stage: place for place, step in enumerate(shape.steps)}
    return [following[last[stage]] if stage in last else None for stage in range(len(shape.stages))]


def _count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
