"""The journey store over the table of events: SQL that means the same on SQLite and PostgreSQL."""

import asyncio
from collections.abc import Collection, Sequence

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    case,
    cast,
    column,
    func,
    select,
    type_coerce,
    values,
)
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.resolving import Whose, whose
from waymark.db.base import Identifier
from waymark.events.models import AMOUNT_UNIT, Event
from waymark.events.scores import DETRACTOR_UP_TO, NPS, PROMOTER_FROM
from waymark.journeys.flow_sql import visitors_of, visits_of
from waymark.journeys.median_sql import median_to_goal
from waymark.journeys.moving import Moving
from waymark.journeys.period import DAY_MS, Period
from waymark.journeys.selection import counted_at
from waymark.journeys.shape import JourneyShape
from waymark.journeys.store import Flows, Traffic


class SqlJourneyStore:
    """Answers from the rows of one workspace's events, counting anew each time."""

    def __init__(self, session: AsyncSession, workspace_id: str) -> None:
        self._session = session
        self._workspace_id = workspace_id

    async def last_events(self, touchpoint_ids: Collection[str]) -> dict[str, int]:
        """See JourneyStore. One look at the end of the index per touchpoint."""
        wanted = (
            values(column("touchpoint_id", Identifier), name="wanted")
            .data([(touchpoint_id,) for touchpoint_id in sorted(touchpoint_ids)])
            .cte("wanted")
        )
        last = (
            select(func.max(Event.occurred_ms))
            .where(
                Event.workspace_id == self._workspace_id,
                Event.touchpoint_id == wanted.c.touchpoint_id,
            )
            .scalar_subquery()
        )
        rows = await self._session.execute(select(wanted.c.touchpoint_id, last))
        return {row[0]: row[1] for row in rows if row[1] is not None}

    async def senders(self, touchpoint_ids: Collection[str], period: Period) -> Sequence[str]:
        """The sources whose events are counted."""
        rows = await self._session.scalars(
            select(Event.source_id)
            .where(*counted_at(self._workspace_id, touchpoint_ids, period))
            .distinct()
        )
        return rows.all()

    async def traffic(self, touchpoint_ids: Collection[str], period: Period) -> Sequence[Traffic]:
        """See JourneyStore."""
        bucket = bucket_of(period).label("bucket")
        asked = Event.score_scale == NPS
        # Summed as a double: exact far beyond any turnover, and it cannot overflow.
        amount = func.coalesce(func.sum(cast(Event.amount_e4, Float(53))), 0.0) / AMOUNT_UNIT
        rows = await self._session.execute(
            select(
                Event.touchpoint_id,
                bucket,
                Event.currency,
                func.count(),
                func.count(Event.score),
                type_coerce(func.coalesce(func.sum(Event.score), 0.0), Float()),
                _count_if(asked),
                _count_if(asked & (Event.score_raw >= PROMOTER_FROM)),
                _count_if(asked & (Event.score_raw <= DETRACTOR_UP_TO)),
                type_coerce(amount, Float()),
            )
            .where(*counted_at(self._workspace_id, touchpoint_ids, period))
            .group_by(Event.touchpoint_id, bucket, Event.currency)
        )
        return [Traffic(*tuple(row)) for row in rows]

    async def flows(
        self, shape: JourneyShape, measured: Sequence[bool], goal: int | None, period: Period
    ) -> Flows:
        """See JourneyStore."""
        touchpoints = sorted(shape.touchpoint_ids)
        customers = await whose(self._session, self._workspace_id)
        visits = await self._session.execute(visits_of(customers, touchpoints, period))
        # In a thread, so that many customers do not hold up other requests.
        moving = await asyncio.to_thread(Moving(shape, measured, touchpoints).add, visits.all())
        visitors = await self._session.execute(
            visitors_of(customers, shape, bucket_of(period), period)
        )
        steps = moving.steps()
        return Flows(
            steps=steps,
            stages=moving.stages(),
            placements=moving.placements(),
            visitors={(step, bucket): customers for step, bucket, customers in visitors},
            customers=moving.customers,
            converted=steps[goal].customers if goal in steps else 0,
            median_ms_to_goal=await self._median_to_goal(customers, shape, goal, period),
        )

    async def _median_to_goal(
        self, customers: Whose, shape: JourneyShape, goal: int | None, period: Period
    ) -> float | None:
        if goal is None:
            return None
        before = {item.touchpoint_id for item in shape.placements if item.step < goal}
        at_goal = {item.touchpoint_id for item in shape.placements if item.step == goal}
        median = await self._session.scalar(median_to_goal(customers, before, at_goal, period))
        return None if median is None else float(median)


def bucket_of(period: Period) -> ColumnElement[int]:
    """The bucket of the period that an event falls into."""
    return cast((Event.occurred_ms - period.start_ms) // (period.bucket_days * DAY_MS), Integer)


def _count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
