"""The store counts what the definitions say, whatever the map and the events look like."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession
from waymark.events.models import Event
from waymark.journeys.measures import following_steps, measured_steps
from waymark.journeys.period import DAY_MS, Period
from waymark.journeys.shape import JourneyShape, Placement, Step
from waymark.journeys.sql import SqlJourneyStore
from waymark.kit.clock import utcnow
from waymark.kit.ids import new_id
from waymark.workspaces.models import Workspace

from tests.factories import brute_force
from tests.factories.brute_force import Seen

TOUCHPOINTS = [new_id() for _ in range(6)]
FIRST_DAY = 20_000


@st.composite
def shapes(draw: st.DrawFn) -> JourneyShape:
    """A map of up to three stages with up to two steps each, and touchpoints placed on them."""
    sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
    steps = [Step(new_id(), stage) for stage, size in enumerate(sizes) for _ in range(size)]
    placed = draw(
        st.lists(
            st.tuples(st.sampled_from(TOUCHPOINTS), st.integers(0, len(steps) - 1)),
            unique=True,
            min_size=1,
            max_size=8,
        )
    )
    return JourneyShape(
        stages=tuple(new_id() for _ in sizes),
        steps=tuple(steps),
        placements=tuple(Placement(new_id(), touchpoint, step) for touchpoint, step in placed),
    )


def events() -> st.SearchStrategy[list[Seen]]:
    """Few customers and few moments, so that ties and odd orders are common."""
    moments = st.builds(
        lambda day, part: (FIRST_DAY + day) * DAY_MS + part,
        st.integers(-2, 20),
        st.sampled_from([0, 1, DAY_MS // 2, DAY_MS - 1]),
    )
    return st.lists(
        st.builds(Seen, st.sampled_from("abcdef"), st.sampled_from(TOUCHPOINTS), moments),
        max_size=40,
    )


@asynccontextmanager
async def store_with(app: FastAPI, seen: list[Seen]) -> AsyncIterator[SqlJourneyStore]:
    """A store over these events, and over the same ones in another workspace; undone afterwards."""
    async with AsyncSession(app.state.database.engine) as session:
        workspace_ids = [new_id(), new_id()]
        for workspace_id in workspace_ids:
            now = utcnow()
            workspace = {"id": workspace_id, "name": "w", "slug": workspace_id}
            stamps = {"revision": 1, "created_at": now, "updated_at": now}
            await session.execute(insert(Workspace), [workspace | stamps])
            rows = [a_row(workspace_id, event) for event in seen]
            if rows:
                await session.execute(insert(Event), rows)
        yield SqlJourneyStore(session, workspace_ids[0])
        await session.rollback()


def a_row(workspace_id: str, event: Seen) -> dict[str, object]:
    """An event as a row of the table."""
    event_id = new_id()
    return {
        "id": event_id,
        "workspace_id": workspace_id,
        "source_id": new_id(),
        "item_key": event_id,
        "item_digest": b"",
        "delivery_id": new_id(),
        "position": 0,
        "run": 0,
        "touchpoint_id": event.touchpoint_id,
        "customer": event.customer,
        "occurred_ms": event.ms,
        "clamped": False,
        "properties": {},
    }


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(shape=shapes(), seen=events(), days=st.integers(1, 18), data=st.data())
async def test_flows_and_funnel_are_what_the_definitions_say(
    app: FastAPI,
    shape: JourneyShape,
    seen: list[Seen],
    days: int,
    data: st.DataObject,
) -> None:
    period = Period(FIRST_DAY, days)
    measured = measured_steps(shape, {event.touchpoint_id for event in seen})
    following = following_steps(measured)
    goal = data.draw(st.one_of(st.none(), st.integers(0, len(shape.steps) - 1)))
    async with store_with(app, seen) as store:
        flows = await store.flows(shape, measured, goal, period)
        last = await store.last_events(shape.touchpoint_ids)
        traffic = await store.traffic(shape.touchpoint_ids, period)
    assert flows == brute_force.flows(seen, shape, following, goal, period)
    assert last == {
        touchpoint: max(event.ms for event in seen if event.touchpoint_id == touchpoint)
        for touchpoint in {event.touchpoint_id for event in seen} & shape.touchpoint_ids
    }
    assert sum(row.events for row in traffic) == sum(
        event.touchpoint_id in shape.touchpoint_ids for event in brute_force.within(seen, period)
    )
