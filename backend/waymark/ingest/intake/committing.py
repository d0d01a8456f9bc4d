"""Group commit: what arrives while one transaction is being written goes into the next together.

Making a transaction durable costs the same for one delivery as for a hundred. A request waits for
the transaction its delivery is in, and no longer.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from sqlalchemy.exc import IntegrityError

from waymark.db.engine import Database
from waymark.ingest.processing import queries as inbox_queries
from waymark.ingest.sources.known import KnownSource
from waymark.kit.errors import Unavailable

MAX_ROWS = 200
MAX_BYTES = 8 * 1024 * 1024
MAX_WAITING = 1000
"""Deliveries that may wait to be written; more than that are sent away for a moment."""
MOMENT_S, MOMENTS, IDLE_MOMENTS = 0.001, 10, 2
"""A transaction waits for those who were answered just now: not for ever, and not for nobody."""


class OutOfDate(Exception):
    """The source was changed since the request was judged by it."""


class Row(NamedTuple):
    """A delivery ready to be stored, and the source that it was judged by."""

    id: str
    source: KnownSource
    delivery: dict[str, Any]
    entry: dict[str, Any]


class _Waiting(NamedTuple):
    row: Row
    done: asyncio.Future[None]

    def fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)

    def succeed(self) -> None:
        if not self.done.done():
            self.done.set_result(None)


class Committer:
    """Stores deliveries durably, as many at once as there are."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: deque[_Waiting] = deque()
        self._running: asyncio.Task[None] | None = None
        self._expected = 0
        """How many may wait in a moment: those who did, and those who were answered just now."""
        self._gathered = asyncio.Event()

    async def store(self, row: Row) -> None:
        """Return once a delivery is durable. Raises OutOfDate, Unavailable."""
        if len(self._waiting) >= MAX_WAITING:
            raise Unavailable("More is coming in than can be written. Send it again in a moment.")
        waiting = _Waiting(row, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if len(self._waiting) >= self._expected:
            self._gathered.set()
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())
        await waiting.done

    async def _run(self) -> None:
        while self._waiting:
            await self._gather()
            portion = self._portion()
            await self._write(portion)
            self._expected = min(len(self._waiting) + len(portion), MAX_ROWS)

    async def _gather(self) -> None:
        """Give those a moment who were answered just now: it saves a transaction if they send."""
        self._gathered.clear()
        idle = 0
        for _ in range(MOMENTS):
            before = len(self._waiting)
            if idle == IDLE_MOMENTS or before >= self._expected:
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._gathered.wait(), MOMENT_S)
            idle = idle + 1 if len(self._waiting) == before else 0

    def _portion(self) -> list[_Waiting]:
        portion: list[_Waiting] = []
        size = 0
        while self._waiting and len(portion) < MAX_ROWS and size < MAX_BYTES:
            portion.append(self._waiting.popleft())
            size += len(portion[-1].row.delivery["body"])
        return portion

    async def _write(self, portion: Sequence[_Waiting]) -> None:
        try:
            current = await self._commit([waiting.row for waiting in portion])
        except IntegrityError:
            # A source was deleted between the look at it and the insert.
            _fail(portion, OutOfDate())
        except Exception as error:  # whoever waits must hear of it, or waits for ever
            _fail(portion, error)
        else:
            for waiting in portion:
                if waiting.row.id in current:
                    waiting.succeed()
                else:
                    waiting.fail(OutOfDate())

    async def _commit(self, rows: Sequence[Row]) -> set[str]:
        """Store those rows whose source is still as it was; answers their ids."""
        async with self._database.writing() as session:
            revisions = await inbox_queries.revisions(session, {row.source.id for row in rows})
            current = [row for row in rows if revisions.get(row.source.id) == row.source.revision]
            if current:
                await inbox_queries.append(
                    session, [row.delivery for row in current], [row.entry for row in current]
                )
        return {row.id for row in current}


def _fail(portion: Sequence[_Waiting], error: Exception) -> None:
    for waiting in portion:
        waiting.fail(error)
