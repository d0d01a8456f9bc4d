"""The worker's part: an import is worked on under a lease, and how far it came is written down.

Reading is synchronous and goes on in a thread of its own, in the same loop over the rows as that
of the command line; every batch is handed to the event loop, which takes it in as if its sender
had posted it. A worker that ends in the middle loses nothing: another one goes on from the last
batch that was written down, and what was sent twice counts once.
"""

import asyncio
import contextlib
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import structlog

from waymark.db import tenancy
from waymark.db.engine import Database
from waymark.imports.opening import FileKind
from waymark.imports.pushing import Tally
from waymark.imports.resuming import Progress
from waymark.imports.running import LeftOut, Outcome, send
from waymark.imports.tables import BadFile, Row, Table
from waymark.imports.uploads import queries, service
from waymark.imports.uploads.delivering import Carrier, Delivery, Place
from waymark.imports.uploads.files import Files
from waymark.imports.uploads.models import STOPPED, Import
from waymark.imports.uploads.reading import BadImportMapping, ready
from waymark.imports.uploads.schemas import ImportMapping
from waymark.ingest.intake.receiving import Intake
from waymark.ingest.models import Source
from waymark.jobs import leases
from waymark.jobs.leases import LEASED
from waymark.kit.clock import utcnow
from waymark.kit.errors import Gone, NotFound, Unavailable

log = structlog.get_logger()

T = TypeVar("T")

EXAMPLES = 200
BEAT_S = leases.LEASE.total_seconds() / 3
TIDY_EVERY_S = 600.0


class Halted(Exception):
    """The import was stopped, was discarded, is another worker's by now, or we are to end."""


class Importer:
    """Works on imports that are due, one at a time."""

    def __init__(
        self,
        database: Database,
        intake: Intake,
        files: Files,
        wake_worker: asyncio.Event,
        stop: asyncio.Event,
    ) -> None:
        self._database = database
        self._intake = intake
        self._files = files
        self._wake_worker = wake_worker
        self._stop = stop
        self._tidy_at = time.monotonic()

    async def do(self) -> int:
        """Finish the import that has been due for longest; answers how many that is."""
        async with self._database.reading() as session:
            due = await queries.is_any_due(session, utcnow())
        if due:
            async with self._database.writing() as session:
                taken = await leases.take(session, queries.due_import(utcnow()), utcnow())
            for row in taken:
                await self._work(row)
        await self._tidy()
        return int(due)

    async def _tidy(self) -> None:
        """Give up what was left alone for long; remove the files of what is over."""
        if time.monotonic() >= self._tidy_at:
            self._tidy_at = time.monotonic() + TIDY_EVERY_S
            async with self._database.writing() as session:
                await service.give_up_idle(session)
        # In this order: an import is there before its file is, so none that begins now is hit.
        names = await asyncio.to_thread(self._files.names)
        if names:
            async with self._database.reading() as session:
                kept = await queries.unfinished_ids(session)
            await asyncio.to_thread(self._files.remove, names - set(kept))

    async def _work(self, row: Import) -> None:
        try:
            async with self._leased(row) as halt:
                await self._import(row, halt)
                await self._finish(row)
        except Halted:
            await self._let_go(row)
        except (BadFile, BadImportMapping, NotFound, Gone) as error:
            await self._give_up(row, str(error))
        except FileNotFoundError:
            await self._give_up(row, "The file is gone; upload it again.")
        except Unavailable as error:
            await self._fail(row, error.detail)
        except Exception as error:  # a defect of ours must not hold up other imports
            log.error("imports.failed", import_id=row.id, error=repr(error))
            await self._fail(row, "Something unexpected went wrong.")

    async def _import(self, row: Import, halt: threading.Event) -> None:
        async with self._database.reading() as session:
            source = await tenancy.by_id(session, Source, row.source_id, [row.workspace_id])
        if source is None:
            raise NotFound("The source is gone.")
        delivery = Delivery(self._database, self._intake, self._wake_worker, source.key)
        loop = asyncio.get_running_loop()
        await asyncio.to_thread(self._read, row, delivery, halt, loop)

    def _read(
        self,
        row: Import,
        delivery: "Delivery",
        halt: threading.Event,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        """Read and push from where it stopped, in a thread. Raises Halted, BadFile …"""

        def wait_for(work: Coroutine[Any, Any, T]) -> T:
            return asyncio.run_coroutine_threadsafe(work, loop).result()

        tally = Tally(
            row.accepted, row.duplicates, row.quarantined, row.waiting, Counter(row.reasons)
        )
        outcome = Outcome(
            tally,
            left_out=row.left_out,
            examples=[LeftOut(number, reason) for number, reason in row.examples],
            most_examples=EXAMPLES,
        )
        said = ImportMapping.model_validate(row.mapping).said()
        with ready(self._files.path(row.id), FileKind(row.kind), said) as (table, maker):
            watched = replace(table, rows=_until(halt, table.rows))
            carrier = Carrier(lambda body: wait_for(delivery.post(body)), tally)
            place = Place(lambda progress: wait_for(self._note(row, table, outcome, progress)))
            send(watched, maker, carrier, place, outcome, row.rows, lambda: None)

    async def _note(self, row: Import, table: Table, outcome: Outcome, progress: Progress) -> None:
        """Write down how far it is. Raises Halted when it shall not go on."""
        share = min(1.0, table.position() / table.size) if table.size else 1.0
        async with self._database.writing() as session:
            found = await queries.still_leased(session, row.id, row.lease_id, [LEASED, STOPPED])
            if found is None:
                raise Halted
            found.share = max(found.share, share)
            found.rows, found.left_out = progress.rows, progress.left_out
            for name in ("accepted", "duplicates", "quarantined", "waiting"):
                setattr(found, name, getattr(progress.tally, name))
            found.reasons = dict(progress.tally.reasons)
            found.examples = [[each.number, each.reason] for each in outcome.examples]
            found.attempts = 1
            halted = found.state == STOPPED or self._stop.is_set()
        if halted:
            raise Halted

    @contextlib.asynccontextmanager
    async def _leased(self, row: Import) -> AsyncIterator[threading.Event]:
        """Keep the lease while it is worked; the event is set once that may not go on."""
        halt = threading.Event()
        beat = asyncio.create_task(self._beat(row, halt))
        try:
            yield halt
        finally:
            halt.set()
            beat.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await beat

    async def _beat(self, row: Import, halt: threading.Event) -> None:
        while not halt.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), BEAT_S)
                halt.set()
                return
            try:
                async with self._database.writing() as session:
                    found = await queries.still_leased(session, row.id, row.lease_id, [LEASED])
                    if found is None:
                        halt.set()
                    else:
                        found.due_at = utcnow() + leases.LEASE
            except Unavailable:
                log.warning("imports.no_beat", import_id=row.id)

    async def _finish(self, row: Import) -> None:
        def change(found: Import) -> None:
            leases.finish(found)
            found.share, found.finished_at = 1.0, utcnow()

        await self._settle(row, change)

    async def _give_up(self, row: Import, reason: str) -> None:
        def change(found: Import) -> None:
            found.state, found.due_at, found.lease_id = leases.DEAD, None, None
            found.error, found.finished_at = reason[:500], utcnow()

        await self._settle(row, change)

    async def _fail(self, row: Import, reason: str) -> None:
        def change(found: Import) -> None:
            leases.fail(found, utcnow(), reason)
            if found.state == leases.DEAD:
                found.finished_at = utcnow()

        await self._settle(row, change)

    async def _let_go(self, row: Import) -> None:
        """So that whoever is next need not wait for the lease to run out."""
        await self._settle(row, lambda found: leases.enqueue(found, utcnow()))

    async def _settle(self, row: Import, change: Callable[[Import], None]) -> None:
        """Change the import if it is still ours."""
        async with self._database.writing() as session:
            found = await queries.still_leased(session, row.id, row.lease_id, [LEASED])
            if found is not None:
                change(found)


def _until(halt: threading.Event, rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if halt.is_set():
            raise Halted
        yield row
