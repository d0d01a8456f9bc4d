"""Measuring a map: what happened at its steps, stages and touchpoints over some days."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller
from waymark.journeys.measures import (
    Counted,
    Measures,
    following_steps,
    goal_of,
    measured_steps,
)
from waymark.journeys.period import Period
from waymark.journeys.shape import JourneyShape, shape_of
from waymark.journeys.sql import SqlJourneyStore
from waymark.journeys.store import Flows, JourneyStore
from waymark.kit.clock import from_ms
from waymark.maps import service as maps
from waymark.maps.cache import MapCache

NOTHING = Counted((), Flows({}, {}, {}, {}))


@dataclass(frozen=True, slots=True)
class Measured:
    """A map's measures in a period and in the one before, with the shape that they refer to."""

    map_id: str
    revision: int
    shape: JourneyShape
    following: Sequence[int | None]
    goal: int | None
    last_event_at: datetime | None
    alive: frozenset[str]
    """The touchpoints that have ever had an event."""
    now: Measures
    before: Measures


async def measure_map(
    session: AsyncSession, cache: MapCache, caller: Caller, map_id: str, period: Period
) -> Measured:
    """Measure a map, as it is drawn now, over a period. Raises MapNotFound."""
    row, document = await maps.read_document(session, cache, caller, map_id)
    shape = shape_of(document)
    store = SqlJourneyStore(session, row.workspace_id)
    last = await store.last_events(shape.touchpoint_ids) if shape.placements else {}
    measured = measured_steps(shape, last)
    following, goal = following_steps(measured), goal_of(shape, measured)
    now = before = NOTHING
    if last:
        now = await _count(store, shape, measured, goal, period)
        before = await _count(store, shape, measured, goal, period.before)
    return Measured(
        map_id=row.id,
        revision=row.revision,
        shape=shape,
        following=following,
        goal=goal,
        last_event_at=from_ms(max(last.values())) if last else None,
        alive=frozenset(last),
        now=Measures(shape, now),
        before=Measures(shape, before),
    )


async def _count(
    store: JourneyStore,
    shape: JourneyShape,
    measured: Sequence[bool],
    goal: int | None,
    period: Period,
) -> Counted:
    traffic = await store.traffic(shape.touchpoint_ids, period)
    if not traffic:
        return NOTHING
    return Counted(
        traffic=traffic,
        flows=await store.flows(shape, measured, goal, period),
    )


async def ever_seen(
    session: AsyncSession, workspace_id: str, touchpoint_ids: Collection[str]
) -> set[str]:
    """Which of these touchpoints of a workspace have ever had an event."""
    if not touchpoint_ids:
        return set()
    return set(await SqlJourneyStore(session, workspace_id).last_events(touchpoint_ids))


async def senders_of(
    session: AsyncSession, workspace_id: str, touchpoint_ids: Collection[str], period: Period
) -> frozenset[str]:
    """The sources whose events count at these touchpoints in a period."""
    return frozenset(await SqlJourneyStore(session, workspace_id).senders(touchpoint_ids, period))
