"""A map's quality now, and how it came to that."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.findings import queries
from waymark.findings.checking import check_map
from waymark.findings.context import Context
from waymark.findings.history import MAX_CHANGES, past_of
from waymark.findings.memory import FindingsMemory
from waymark.findings.model import Subject
from waymark.findings.quality import Quality, quality_of
from waymark.findings.report import findings_of, merged
from waymark.findings.service import Inspector, thing_of, things_on
from waymark.findings.view import MapView
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.maps import service as maps
from waymark.maps.cache import MapCache
from waymark.maps.document import Document
from waymark.maps.models import Map, MapChange


@dataclass(frozen=True, slots=True)
class DayQuality:
    """The score that a map had at the end of a day on which it was changed."""

    day: date
    revision: int
    score: int


@dataclass(frozen=True, slots=True)
class MapQuality:
    """A map's quality now, and on the days on which it was changed."""

    map_id: str
    revision: int
    now: Quality
    history: Sequence[DayQuality]


@dataclass(frozen=True, slots=True)
class MapScore:
    """A map's quality now in short, and its findings counted as in a report."""

    map_id: str
    revision: int
    score: int
    counts: Counter[str]
    conversion: float | None


async def map_scores(
    inspector: Inspector, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[MapScore], str | None]:
    """How good the maps of a workspace are: a page of them, by id. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    after = paging.after[0] if paging.after else ""
    rows = sorted(await maps.all_maps(inspector.session, workspace_id), key=lambda row: row.id)
    rest = [row for row in rows if row.id > after]
    page, following = paging.cut(rest[: paging.limit + 1], lambda row: [row.id])
    context = await inspector.context(workspace_id)
    stored = await queries.evidence_of(inspector.session, workspace_id, Subject.MAP)
    scores = []
    for row in page:
        known = await inspector.check(row, context, stored.get(row.id))
        report = await inspector.report_on(row, context, stored.get(row.id))
        quality = quality_of(report, known.checked, context.settings)
        conversion = known.evidence.conversion if known.evidence else None
        scores.append(MapScore(row.id, row.revision, quality.score, report.counts, conversion))
    return scores, following


async def map_quality(
    session: AsyncSession, memory: FindingsMemory, cache: MapCache, caller: Caller, map_id: str
) -> MapQuality:
    """How good a map is. Earlier days are judged by the rules of today. Raises MapNotFound."""
    row, document = await maps.read_document(session, cache, caller, map_id)
    inspector = Inspector(session, memory, cache)
    context = await inspector.context(row.workspace_id)
    stored = await queries.evidence_of(session, row.workspace_id, Subject.MAP, [row.id])
    known = await inspector.check(row, context, stored.get(row.id))
    report = await inspector.report_on(row, context, stored.get(row.id))
    changes = await maps.last_changes(session, row.id, MAX_CHANGES)
    # In a thread: going back through thousands of changes must not hold up other requests.
    history = await asyncio.to_thread(_history, row, document, changes, context)
    now = quality_of(report, known.checked, context.settings)
    return MapQuality(row.id, row.revision, now, history)


def _history(
    row: Map, document: Document, changes: Sequence[MapChange], context: Context
) -> list[DayQuality]:
    days = []
    for past in past_of(document, changes):
        view = MapView(row.id, past.document, context.around)
        checked = check_map(context.rules, view, context.thresholds)
        own = findings_of(thing_of(row), checked, context)
        below = things_on(
            context, tuple(view.fields["persona_ids"]), view.touchpoint_ids, frozenset()
        )
        quality = quality_of(merged(own, *below), checked, context.settings)
        days.append(DayQuality(past.day, past.revision, quality.score))
    return days[::-1]
