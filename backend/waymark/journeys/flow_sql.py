"""How customers move through a map, in SQL.

Everything follows from when each customer was first and last seen at each place: somebody went on
from here to there if their last time there is not before their first time here. So one pass over
the events makes a small table of visits, and the rest are windows over a customer's rows in it.
Nothing is joined by customer, which SQLite's planner would do row by row.

Steps are numbered by `rank` among the measured ones: a customer's next measured step is the row of
the next rank, if they have one.
"""

from collections.abc import Sequence

from sqlalchemy import CTE, ColumnElement, Integer, Select, case, column, func, select, values

from waymark.db.base import Identifier
from waymark.events.models import Event
from waymark.journeys.period import Period
from waymark.journeys.selection import counted
from waymark.journeys.shape import JourneyShape

FlowRow = Select[int, int, int, int, int]
"""Place, customers, continued, next_customers, next_after."""


class FlowQueries:
    """The queries for one map and period. Places are ranks, and indexes into the map's shape."""

    def __init__(
        self, shape: JourneyShape, measured: Sequence[bool], workspace_id: str, period: Period
    ) -> None:
        self._counted = counted(workspace_id, period)
        self._places = _places(shape, measured)
        self._visits = self._all_visits()

    def _all_visits(self) -> CTE:
        """When each customer was first and last seen at each placement, within the period."""
        places = self._places
        place = (places.c.placement, places.c.rank, places.c.stage, places.c.after_stage)
        return (
            select(
                Event.customer,
                *place,
                func.min(Event.occurred_ms).label("first"),
                func.max(Event.occurred_ms).label("last"),
            )
            .join(places, places.c.touchpoint_id == Event.touchpoint_id)
            .where(*self._counted)
            .group_by(Event.customer, *place)
            .cte("visits")
        )

    def placements(self) -> FlowRow:
        """How customers moved on from each placement, beyond its step."""
        visits = self._visits
        last = func.max(visits.c.last)
        who, rank = visits.c.customer, visits.c.rank
        here = select(
            visits.c.placement,
            visits.c.first,
            last.over(partition_by=who, order_by=rank, range_=(1, None)).label("beyond"),
            last.over(partition_by=who, order_by=rank, range_=(1, 1)).label("next"),
        ).cte("at_placement")
        return _flow(here, here.c.placement, here.c.first, here.c.beyond, here.c.next)

    def steps(self) -> FlowRow:
        """How customers moved on from each step, by rank."""
        here = self._at_step()
        following = case((here.c.next_rank == here.c.rank + 1, here.c.next_last))
        return _flow(here, here.c.rank, here.c.first, here.c.beyond, following)

    def stages(self) -> FlowRow:
        """How customers moved on from each stage: looked at from the last step they reached in it.

        `after_stage` is the rank of the next measured step after the whole stage.
        """
        here = self._at_step()
        following = case((here.c.next_rank == here.c.after_stage, here.c.next_last))
        leaves = here.c.next_stage.is_(None) | (here.c.next_stage != here.c.stage)
        return _flow(here, here.c.stage, here.c.first_in_stage, here.c.beyond, following).where(
            leaves
        )

    def _at_step(self) -> CTE:
        """When each customer was first and last seen at each step, and what came behind it."""
        visits = self._visits
        first, last = func.min(visits.c.first), func.max(visits.c.last)
        who, rank, stage = visits.c.customer, visits.c.rank, visits.c.stage
        step = (rank, stage, visits.c.after_stage)

        def behind(column: ColumnElement[int]) -> ColumnElement[int]:
            return func.lead(column).over(partition_by=who, order_by=rank)

        return (
            select(
                *step,
                first.label("first"),
                func.min(first).over(partition_by=(who, stage)).label("first_in_stage"),
                func.max(last)
                .over(partition_by=who, order_by=rank, rows=(1, None))
                .label("beyond"),
                behind(rank).label("next_rank"),
                behind(stage).label("next_stage"),
                behind(last).label("next_last"),
            )
            .group_by(who, *step)
            .cte("at_step")
        )

    def visitors(self, bucket: ColumnElement[int]) -> Select[int, int, int]:
        """Customers by step (its rank) and bucket."""
        places = self._places
        named = bucket.label("bucket")
        return (
            select(places.c.rank, named, func.count(Event.customer.distinct()))
            .join(places, places.c.touchpoint_id == Event.touchpoint_id)
            .where(*self._counted)
            .group_by(places.c.rank, named)
        )


def ranks(measured: Sequence[bool]) -> list[int]:
    """How many measured steps there are before each step: the rank of those that are measured."""
    return [sum(measured[:place]) for place in range(len(measured))]


def _places(shape: JourneyShape, measured: Sequence[bool]) -> CTE:
    """The placements by their touchpoint, each with where on the map it is."""
    rank = ranks(measured)
    after_stage = {
        stage: sum(
            found for step, found in zip(shape.steps, measured, strict=True) if step.stage <= stage
        )
        for stage in range(len(shape.stages))
    }
    names = ("placement", "rank", "stage", "after_stage")
    rows = []
    for place, item in enumerate(shape.placements):
        stage = shape.steps[item.step].stage
        rows.append((place, rank[item.step], stage, after_stage[stage], item.touchpoint_id))
    return (
        values(
            *(column(name, Integer) for name in names),
            column("touchpoint_id", Identifier),
            name="places",
        )
        .data(rows)
        .cte("places")
    )


def _flow(
    here: CTE,
    place: ColumnElement[int],
    first: ColumnElement[int],
    beyond: ColumnElement[int],
    following: ColumnElement[int],
) -> FlowRow:
    """By place: the customers here, and those of them who were seen beyond and right after it."""
    return (
        select(
            place,
            func.count(),
            _count_if(beyond >= first),
            func.count(following),
            _count_if(following >= first),
        )
        .select_from(here)
        .group_by(place)
    )


def _count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
