"""The journey store over the table of events: SQL that means the same on SQLite and PostgreSQL."""

from collections.abc import Collection, Sequence

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    String,
    case,
    cast,
    column,
    func,
    select,
    type_coerce,
    values,
)
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.base import Identifier
from waymark.events.models import AMOUNT_UNIT, Event
from waymark.events.scores import DETRACTOR_UP_TO, NPS, PROMOTER_FROM
from waymark.journeys.flow_sql import FlowQueries, FlowRow
from waymark.journeys.funnel_sql import count_customers, median_to_goal
from waymark.journeys.period import DAY_MS, Period
from waymark.journeys.selection import counted_at
from waymark.journeys.shape import JourneyShape
from waymark.journeys.store import Flow, Flows, Journey, Revenue, Traffic


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

    async def traffic(self, touchpoint_ids: Collection[str], period: Period) -> Sequence[Traffic]:
        """See JourneyStore."""
        bucket = bucket_of(period).label("bucket")
        asked = Event.score_scale == NPS
        rows = await self._session.execute(
            select(
                Event.touchpoint_id,
                bucket,
                func.count(),
                func.count(Event.score),
                type_coerce(func.coalesce(func.sum(Event.score), 0.0), Float()),
                _count_if(asked),
                _count_if(asked & (Event.score_raw >= PROMOTER_FROM)),
                _count_if(asked & (Event.score_raw <= DETRACTOR_UP_TO)),
            )
            .where(*counted_at(self._workspace_id, touchpoint_ids, period))
            .group_by(Event.touchpoint_id, bucket)
        )
        return [Traffic(*row) for row in rows]

    async def revenue(self, touchpoint_ids: Collection[str], period: Period) -> Sequence[Revenue]:
        """See JourneyStore."""
        # Summed as a double: exact far beyond any turnover, and it cannot overflow.
        amount = func.sum(cast(Event.amount_e4, Float(53))) / AMOUNT_UNIT
        rows = await self._session.execute(
            select(Event.touchpoint_id, type_coerce(Event.currency, String()), amount, func.count())
            .where(*counted_at(self._workspace_id, touchpoint_ids, period))
            .where(Event.currency.is_not(None))
            .group_by(Event.touchpoint_id, Event.currency)
        )
        return [Revenue(*row) for row in rows]

    async def flows(self, shape: JourneyShape, measured: Sequence[bool], period: Period) -> Flows:
        """See JourneyStore."""
        queries = FlowQueries(shape, measured, self._workspace_id, period)
        steps = [place for place, found in enumerate(measured) if found]
        by_rank = await self._flow(queries.steps())
        visitors = await self._session.execute(queries.visitors(bucket_of(period)))
        return Flows(
            steps={steps[rank]: flow for rank, flow in by_rank.items()},
            stages=await self._flow(queries.stages()),
            placements=await self._flow(queries.placements()),
            visitors={(steps[rank], bucket): customers for rank, bucket, customers in visitors},
        )

    async def _flow(self, query: FlowRow) -> dict[int, Flow]:
        return {row[0]: Flow(*row[1:]) for row in await self._session.execute(query)}

    async def journey(self, shape: JourneyShape, goal: int | None, period: Period) -> Journey:
        """See JourneyStore."""
        at_goal = {item.touchpoint_id for item in shape.placements if item.step == goal}
        before = {
            item.touchpoint_id for item in shape.placements if goal is not None and item.step < goal
        }
        median = None
        if at_goal and before:
            median = await self._session.scalar(
                median_to_goal(self._workspace_id, before, at_goal, period)
            )
        return Journey(
            customers=await self._customers(shape.touchpoint_ids, period),
            converted=await self._customers(at_goal, period),
            median_ms_to_goal=None if median is None else float(median),
        )

    async def _customers(self, touchpoint_ids: Collection[str], period: Period) -> int:
        query = count_customers(self._workspace_id, touchpoint_ids, period)
        return await self._session.scalar(query) or 0


def bucket_of(period: Period) -> ColumnElement[int]:
    """The bucket of the period that an event falls into."""
    return cast((Event.occurred_ms - period.start_ms) // (period.bucket_days * DAY_MS), Integer)


def _count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
