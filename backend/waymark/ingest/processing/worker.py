"""The worker's part: takes deliveries that are due, and lets no bad one stop the others."""

import asyncio
from collections.abc import Sequence

import structlog

from waymark.db.engine import Database
from waymark.ingest.models import InboxEntry
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

    `wake` is set by whoever takes deliveries in within this process; those taken in by another one
    are found by looking once in a while.
    """
    await loop.work(lambda: process_due(database, vault), stop, wake or asyncio.Event())


async def process_due(database: Database, vault: Vault) -> int:
    """Lease some due deliveries and process them; answers how many there were.

    Raises Unavailable when the database is gone; the leases then run out by themselves.
    """
    now = utcnow()
    async with database.reading() as session:
        if not await queries.is_any_due(session, now):
            return 0
    async with database.writing() as session:
        due = queries.due_entries(now, DELIVERIES_AT_ONCE)
        leased = await leases.take(session, due, now)
    turns = asyncio.Semaphore(BATCHES_AT_ONCE)
    done = await asyncio.gather(
        *(_process(database, vault, batch, turns) for batch in _batches(leased)),
        return_exceptions=True,
    )
    for failure in filter(None, done):
        raise failure
    return len(leased)


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


async def _process(
    database: Database, vault: Vault, batch: Sequence[InboxEntry], turns: asyncio.Semaphore
) -> None:
    async with turns:
        if len(batch) == 1 or not await _processed(database, vault, batch):
            for entry in batch:
                await _process_alone(database, vault, entry)


async def _processed(database: Database, vault: Vault, batch: Sequence[InboxEntry]) -> bool:
    try:
        await project(database, vault, batch)
    except Unavailable:
        raise
    except Exception as error:  # whichever delivery it was will fail again alone, and be told
        log.warning("ingest.batch_failed", deliveries=len(batch), error=repr(error))
        return False
    return True


async def _process_alone(database: Database, vault: Vault, entry: InboxEntry) -> None:
    try:
        await project(database, vault, [entry])
    except Unavailable:
        raise
    except Exception as error:  # a defect of ours must not hold up the deliveries behind it
        log.error("ingest.delivery_failed", delivery_id=entry.delivery_id, exc_info=error)
        async with database.writing() as session:
            for found in await still_ours(session, [entry]):
                leases.fail(found, utcnow(), f"{type(error).__name__}: {error}")
