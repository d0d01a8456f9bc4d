"""The stream of an open map: what others change, and what the rules say of it then."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.engine import Database
from waymark.findings.memory import FindingsMemory
from waymark.findings.messages import Messages
from waymark.findings.present import present_finding, present_report
from waymark.findings.report import Finding, Report
from waymark.findings.service import Inspector
from waymark.http.access import Caller
from waymark.kit.errors import Unavailable
from waymark.maps import service as maps
from waymark.maps.cache import MapCache
from waymark.maps.changes import MAX_CHANGES_BEHIND
from waymark.maps.errors import MapNotFound
from waymark.maps.models import Map
from waymark.maps.present import change_body
from waymark.maps.watching import MapWatch

HEARTBEAT_S = 15.0
RECONNECT_MS = 2_000
MAX_ADDED = 200
"""Findings told in one event; of more, `complete` is false, and the list has them all."""


@dataclass(slots=True)
class Told:
    """What somebody who follows a stream knows already."""

    revision: int
    findings: Mapping[str, Any] | None = None


@dataclass
class MapStream:
    """Follows one map for one caller."""

    database: Database
    memory: FindingsMemory
    cache: MapCache
    watch: MapWatch
    said: Messages
    who: Callable[[], Awaitable[Caller | None]]
    """Whoever follows, as of now: somebody may have left the workspace since."""
    map_id: str
    seconds: float
    _ended: bool = field(default=False, init=False)

    async def events(self, caller: Caller, after: int | None) -> AsyncIterator[bytes]:
        """Server-sent events: changes after a revision, and what they do to the findings.

        Ends after `seconds`, when the map is gone, and when the server stops; a browser comes back
        by itself, and tells the id of the last event it has seen.
        """
        until = time.monotonic() + self.seconds
        told = Told(-1 if after is None else after)
        async with self.watch.watching(self.map_id, caller.credential) as watcher:
            yield format_sse_event(retry=RECONNECT_MS)
            while not self._ended and not self.watch.stopping:
                try:
                    for event in await self._news(told):
                        yield event
                except Unavailable:
                    # The next look tells what this one could not.
                    yield KEEPALIVE_COMMENT
                left = until - time.monotonic()
                if left <= 0 or self._ended or self.watch.stopping:
                    return
                if not await watcher.wait(min(HEARTBEAT_S, left)):
                    yield KEEPALIVE_COMMENT

    async def _news(self, told: Told) -> list[bytes]:
        """What has happened since somebody was last told, as events."""
        caller = await self.who()
        if caller is None:
            self._ended = True
            return []
        async with self.database.reading() as session:
            try:
                row = await maps.get_map(session, caller, self.map_id)
                events = await self._changes(session, row, told)
                report = await Inspector(session, self.memory, self.cache).map_report(
                    caller, self.map_id
                )
            except MapNotFound:
                self._ended = True
                return [_event("gone", {}, told.revision)]
        return [*events, *self._findings(report, told)]

    async def _changes(self, session: AsyncSession, row: Map, told: Told) -> list[bytes]:
        behind = row.revision - told.revision
        first, told.revision = told.revision < 0, row.revision
        if first or not behind:
            return []
        if not 0 < behind <= MAX_CHANGES_BEHIND:
            return [_event("reset", {"revision": row.revision}, row.revision)]
        changes = await maps.changes_since(session, row, row.revision - behind, behind)
        return [_event("change", change_body(change), change.revision) for change in changes]

    def _findings(self, report: Report, told: Told) -> list[bytes]:
        """What came and went; at first all there is."""
        now = {_name(finding): _state(finding) for finding in report.findings}
        before = told.findings
        if now == before:
            return []
        told.findings = now
        known = before or {}
        fresh = [one for one in report.findings if known.get(_name(one)) != _state(one)]
        overview = present_report(report, self.said, [], None)
        body = {
            "map_revision": report.revision,
            "first": before is None,
            "complete": len(fresh) <= MAX_ADDED,
            "counts": overview.counts.model_dump(mode="json"),
            "groups": [group.model_dump(mode="json") for group in overview.groups],
            "failures": [failure.model_dump(mode="json") for failure in overview.failures],
            "added": [
                present_finding(one, self.said).model_dump(mode="json") for one in fresh[:MAX_ADDED]
            ],
            "removed": [name for name in known if name not in now],
        }
        return [_event("findings", body, told.revision)]


def _name(finding: Finding) -> str:
    return finding.said.key


def _state(finding: Finding) -> tuple[str, ...]:
    values = orjson.dumps(finding.said.found.values).decode()
    return (finding.state, finding.severity, finding.said.fingerprint, values)


def _event(kind: str, body: dict[str, Any], revision: int) -> bytes:
    return format_sse_event(
        event=kind, data_str=orjson.dumps(body).decode(), id=str(max(revision, 0))
    )
