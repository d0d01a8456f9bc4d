"""For senders that want to know at once what became of their events."""

import asyncio
import time

from waymark.db import tenancy
from waymark.db.engine import Database
from waymark.ingest.deliveries import queries
from waymark.ingest.deliveries.schemas import DeliveryItem
from waymark.ingest.deliveries.service import results_of
from waymark.ingest.intake.receiving import Receipt
from waymark.ingest.intake.schemas import Processed
from waymark.ingest.models import Source
from waymark.jobs.leases import DONE

FIRST_LOOK_S, LONGEST_PAUSE_S = 0.02, 0.25


async def wait_until_processed(
    database: Database, receipt: Receipt, seconds: float
) -> Processed | None:
    """What became of a delivery, or None if it is not processed within so many seconds."""
    until, pause = time.monotonic() + seconds, FIRST_LOOK_S
    while (left := until - time.monotonic()) > 0:
        await asyncio.sleep(min(pause, left))
        pause = min(pause * 1.5, LONGEST_PAUSE_S)
        found = await _processed(database, receipt)
        if found is not None:
            return found
    return None


async def _processed(database: Database, receipt: Receipt) -> Processed | None:
    visible = [receipt.workspace_id]
    async with database.reading() as session:
        entry = await queries.entry_by_id(session, receipt.delivery_id, visible)
        if entry is None or entry.state != DONE:
            return None
        delivery = await queries.delivery_by_id(session, receipt.delivery_id, visible)
        if delivery is None:
            return None
        source = await tenancy.by_id(session, Source, entry.source_id, visible)
        if source is None:
            return None
        results = await results_of(session, entry, delivery, source)
    return Processed(
        delivery_id=entry.delivery_id,
        items=entry.items,
        accepted=entry.accepted,
        duplicates=entry.duplicates,
        identified=entry.identified,
        ignored=entry.ignored,
        quarantined=entry.quarantined,
        results=[DeliveryItem.model_validate(result) for result in results],
    )
