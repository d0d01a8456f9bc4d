"""How sources are doing: what an operator looks at first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.ingest.models import Source
from waymark.ingest.sources import health_queries, queries
from waymark.ingest.sources.understanding import mapping_of
from waymark.kit.clock import utcnow

DAY, HOUR = timedelta(hours=24), timedelta(hours=1)
ACTIVE = "active"
LAST = 20
"""Deliveries from which the skew of a sender's clock is told."""


@dataclass(frozen=True, slots=True)
class Traffic:
    """What came within some time: deliveries, and what became of their items."""

    deliveries: int = 0
    items: int = 0
    events: int = 0
    quarantined: int = 0
    dead: int = 0
    """Deliveries that were given up."""


@dataclass(frozen=True, slots=True)
class Health:
    """How a source is doing."""

    last_event_at: datetime | None
    last_day: Traffic
    events_last_hour: int
    oldest_unprocessed_at: datetime | None
    skew_s: float | None
    """Seconds from when its requests say they were sent until they were received: the median."""


async def health_of(session: AsyncSession, sources: Sequence[Source]) -> dict[str, Health]:
    """How each of these sources is doing, by id."""
    ids, now = [source.id for source in sources], utcnow()
    last_day = await _traffic(session, ids, now - DAY)
    last_hour = await _traffic(session, ids, now - HOUR)
    oldest = await health_queries.oldest_unprocessed(session, ids)
    delays = await health_queries.last_delays_s(session, ids, LAST)
    return {
        source.id: Health(
            source.last_event_at,
            last_day.get(source.id, Traffic()),
            last_hour.get(source.id, Traffic()).events,
            oldest.get(source.id),
            median(delays[source.id]) if source.id in delays else None,
        )
        for source in sources
    }


async def _traffic(
    session: AsyncSession, ids: Sequence[str], since: datetime
) -> dict[str, Traffic]:
    rows = await health_queries.traffic_since(session, ids, since)
    return {source_id: Traffic(*counts) for source_id, counts in rows.items()}


@dataclass(frozen=True, slots=True)
class Activity:
    """A source and what came of what it sent within some days."""

    source: Source
    events: int
    quarantined: int


async def activity_of(session: AsyncSession, workspace_id: str, days: int) -> list[Activity]:
    """What the sources of a workspace did within so many days, for features that watch them."""
    sources = await queries.sources_of(session, workspace_id)
    ids = [source.id for source in sources]
    traffic = await _traffic(session, ids, utcnow() - timedelta(days=days)) if ids else {}
    seen = [(source, traffic.get(source.id, Traffic())) for source in sources]
    return [Activity(source, counts.events, counts.quarantined) for source, counts in seen]


async def feeding(session: AsyncSession, workspace_id: str) -> tuple[set[str], set[str]]:
    """The touchpoints that rules of active sources lead to: their ids, and their keys."""
    ids, keys = set[str](), set[str]()
    for source in await queries.sources_of(session, workspace_id):
        if source.state == ACTIVE:
            targets = [rule.then for rule in mapping_of(source).rules]
            ids |= {target.touchpoint_id for target in targets if target.touchpoint_id}
            keys |= {target.key for target in targets if target.key}
    return ids, keys
