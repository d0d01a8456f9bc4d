"""The worker's part: takes deliveries that are due, and lets no bad one stop the others."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import structlog

from waymark.db.engine import Database
from waymark.ingest.models import NEVER, InboxEntry
from waymark.ingest.processing import queries
from waymark.ingest.processing.projection import project, still_ours
from waymark.jobs import leases, loop
from waymark.kit.clock import utcnow
from waymark.kit.errors import Unavailable
from waymark.kit.vault import Vault

log = structlog.get_logger()

DELIVERIES_AT_ONCE = 500
ITEMS_AT_ONCE = 2000
BYTES_AT_ONCE = 2 * 1024 * 1024
BATCHES_AT_ONCE = 2
"""While the database writes one, the next is being understood."""


async def run_worker(
    database: Database, vault: Vault, stop: asyncio.Event, wake: asyncio.Event | None = None
) -> None:
    """Process deliveries until `stop` is set.

    `wake` is set by whoever knows that deliveries were taken in; otherwise they are found by
    looking once in a while.
    """
    worker = Worker(database, vault)
    await loop.work(worker.process_due, stop, wake or asyncio.Event())


async def process_due(database: Database, vault: Vault) -> int:
    """Process some due deliveries, once; answers how many there were. Raises Unavailable."""
    return await Worker(database, vault).process_due()


class Worker:
    """Processes deliveries, and remembers what it had in hand when the database went away."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        self._interrupted: set[str] = set()
        """Leases that nobody works on; they run out by themselves if this process ends."""

    async def process_due(self) -> int:
        """Lease some due deliveries and process them; answers how many there were.

        Raises Unavailable when the database is gone.
        """
        now = utcnow()
        if self._interrupted:
            await self._give_back(now)
        async with self._database.reading() as session:
            if not await queries.is_any_due(session, now):
                return 0
        async with self._database.writing() as session:
            due = queries.due_entries(now, DELIVERIES_AT_ONCE)
            leased = await leases.take(session, due, now)
        turns = asyncio.Semaphore(BATCHES_AT_ONCE)
        done = await asyncio.gather(
            *(self._process(batch, turns) for batch in _batches(leased)), return_exceptions=True
        )
        for failure in filter(None, done):
            self._interrupted.update(entry.lease_id for entry in leased if entry.lease_id)
            raise failure
        return len(leased)

    async def _give_back(self, now: datetime) -> None:
        """Make due at once what could not be finished."""
        async with self._database.writing() as session:
            for entry in await queries.leased_by(session, self._interrupted, now + leases.LEASE):
                leases.give_back(entry, now)
        self._interrupted.clear()

    async def _process(self, batch: Sequence[InboxEntry], turns: asyncio.Semaphore) -> None:
        async with turns:
            if len(batch) == 1 or not await self._processed(batch):
                for entry in batch:
                    await self._process_alone(entry)

    async def _processed(self, batch: Sequence[InboxEntry]) -> bool:
        try:
            await project(self._database, self._vault, batch)
        except Unavailable:
            raise
        except Exception as error:  # whichever delivery it was will fail again alone, and be told
            log.warning("ingest.batch_failed", deliveries=len(batch), error=repr(error))
            return False
        return True

    async def _process_alone(self, entry: InboxEntry) -> None:
        try:
            await project(self._database, self._vault, [entry])
        except Unavailable:
            raise
        except Exception as error:  # a defect of ours must not hold up the deliveries behind it
            log.error("ingest.delivery_failed", delivery_id=entry.delivery_id, exc_info=error)
            async with self._database.writing() as session:
                for found in await still_ours(session, [entry]):
                    with _kept_paused(found):
                        leases.fail(found, utcnow(), f"{type(error).__name__}: {error}")


@contextmanager
def _kept_paused(entry: InboxEntry) -> Iterator[None]:
    """Whatever is done to an entry, it waits on if its source was paused meanwhile."""
    paused = entry.due_at == NEVER
    yield
    if paused and entry.due_at is not None:
        entry.due_at = NEVER


def _batches(entries: Sequence[InboxEntry]) -> list[list[InboxEntry]]:
    """Entries in portions of bounded size, so that no transaction is long or needs much memory."""
    batches: list[list[InboxEntry]] = []
    items = size = 0
    for entry in entries:
        items, size = items + entry.items, size + entry.size
        if not batches or items > ITEMS_AT_ONCE or size > BYTES_AT_ONCE:
            batches.append([])
            items, size = entry.items, entry.size
        batches[-1].append(entry)
    return batches
