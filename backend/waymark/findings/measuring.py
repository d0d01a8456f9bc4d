"""Measuring maps for the rules about evidence: in the background, one map after the other."""

import time
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.segments import count_alike
from waymark.db.engine import Database
from waymark.findings import queries
from waymark.findings.evidence_data import Evidence, PlacementEvidence, StepEvidence
from waymark.findings.model import Subject
from waymark.findings.stored_evidence import evidence_to
from waymark.http.access import Caller, Role
from waymark.journeys.period import period_between
from waymark.journeys.service import Measured, measure_map, senders_of
from waymark.kit.clock import utcnow
from waymark.maps.cache import MapCache
from waymark.maps.errors import MapNotFound
from waymark.personas import service as personas

Row = dict[str, Any]

EVERY = timedelta(minutes=15)
"""How old the evidence of an unchanged map may be."""
TIDY_EVERY_S = 3600.0
LOOK_EVERY_S = 5.0
"""How long after there was nothing to do it is looked for again."""


class Measuring:
    """Does what is due: maps that were never measured, then the oldest; then personas' segments."""

    def __init__(self, database: Database, cache: MapCache) -> None:
        self._database = database
        self._cache = cache
        self._next_look = 0.0
        self._tidy_at = time.monotonic()

    async def do(self) -> int:
        """Measure one thing that is due; answers how many that were."""
        if time.monotonic() < self._next_look:
            return 0
        if await self.measure_due(utcnow()):
            return 1
        self._next_look = time.monotonic() + LOOK_EVERY_S
        if time.monotonic() >= self._tidy_at:
            await self.tidy()
            self._tidy_at = time.monotonic() + TIDY_EVERY_S
        return 0

    async def measure_due(self, now: datetime) -> bool:
        """Measure one thing that is due at this moment, if there is any."""
        async with self._database.reading() as session:
            measured = await self._due_map(session, now) or await _due_persona(session, now)
        if measured is None:
            return False
        async with self._database.writing() as session:
            await queries.put_evidence(session, measured)
        return True

    async def _due_map(self, session: AsyncSession, now: datetime) -> Row | None:
        due = await queries.map_to_measure(session, now - EVERY)
        if due is None:
            return None
        map_id, workspace_id, revision = due
        try:
            evidence = await measure(session, self._cache, workspace_id, map_id, now)
        except MapNotFound:
            return None
        content = evidence_to(evidence)
        return _row(Subject.MAP, map_id, workspace_id, revision, now, content)

    async def tidy(self) -> None:
        """Forget what was measured of maps that are gone, and what was dismissed there."""
        async with self._database.writing() as session:
            await queries.forget_gone_maps(session)


async def _due_persona(session: AsyncSession, now: datetime) -> Row | None:
    """Count the customers of a persona's segment, if one is due."""
    people = await personas.personas_with_segment(session)
    measured = await queries.evidence_at(session, [one.id for one in people])
    for one in people:
        revision, at = measured.get(one.id, (0, now - 2 * EVERY))
        if revision != one.revision or at < now - EVERY:
            matched, known = await count_alike(session, one.workspace_id, one.segment)
            content = {"matched": matched, "known": known, "on": now.date().isoformat()}
            return _row(Subject.PERSONA, one.id, one.workspace_id, one.revision, now, content)
    return None


def _row(
    kind: Subject,
    subject_id: str,
    workspace_id: str,
    revision: int,
    now: datetime,
    content: dict[str, Any],
) -> Row:
    return {
        "subject_id": subject_id,
        "workspace_id": workspace_id,
        "kind": kind.value,
        "revision": revision,
        "measured_at": now,
        "content": content,
    }


async def measure(
    session: AsyncSession, cache: MapCache, workspace_id: str, map_id: str, now: datetime
) -> Evidence:
    """What customers did on a map in the last 30 days. Raises MapNotFound."""
    machine = Caller("", "Waymark", {workspace_id: Role.VIEWER})
    period, first, last = period_between(None, now.date(), now.date())
    measured = await measure_map(session, cache, machine, map_id, period)
    shape = measured.shape
    senders = (
        await senders_of(session, workspace_id, shape.touchpoint_ids, period)
        if measured.last_event_at
        else frozenset[str]()
    )
    summary = measured.now.summary(measured.goal)
    return Evidence(
        first,
        last,
        summary.customers,
        {
            step.id: _step(measured, place)
            for place, step in enumerate(shape.steps)
            if measured.last_event_at
        },
        {
            placement.id: PlacementEvidence(
                measured.now.placement(place).events,
                placement.touchpoint_id in measured.alive,
            )
            for place, placement in enumerate(shape.placements)
        },
        senders,
        summary.conversion,
    )


def _step(measured: Measured, place: int) -> StepEvidence:
    now, before = measured.now.step(place), measured.before.step(place)
    return StepEvidence(
        now.customers,
        now.continued,
        before.customers,
        before.continued,
        now.satisfaction,
        now.answers,
        measured.following[place] is None,
    )
