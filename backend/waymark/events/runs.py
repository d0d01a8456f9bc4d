"""Runs: why taking in the millionth event costs no more than the first.

An index of events by customer alone takes each new event at another place: with a million of them
nearly every insert reads and writes a page of its own. So it has the run in front: some 16,000
events that came after each other. Only the last run is written to, and that is a few pages. Who
looks for a customer looks into every run, which costs some microseconds each.

The run means nothing else. Two workers may write to the same one, or skip one.
"""

import random
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.events.models import Event

EVENTS_A_RUN = 16_384
"""On average: a new one is begun by chance, so that nobody has to count."""


async def next_run(session: AsyncSession, workspace_id: str, events: int) -> int:
    """The run to put so many new events of a workspace into."""
    last = await _last_run(session, [workspace_id])
    if last is None:
        return 0
    return last + (random.random() < events / EVENTS_A_RUN)


async def of_customers(
    session: AsyncSession, workspace_ids: Collection[str], *which: ColumnElement[bool]
) -> tuple[Any, ...]:
    """Conditions: the events in these workspaces whose `Event.customer` meets `which`."""
    last = await _last_run(session, workspace_ids)
    runs = range((last if last is not None else -1) + 1)
    return Event.workspace_id.in_(workspace_ids), Event.run.in_(runs), *which


async def _last_run(session: AsyncSession, workspace_ids: Collection[str]) -> int | None:
    lasts = [
        await session.scalar(select(func.max(Event.run)).where(Event.workspace_id == workspace_id))
        for workspace_id in workspace_ids
    ]
    return max((last for last in lasts if last is not None), default=None)
