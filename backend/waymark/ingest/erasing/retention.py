"""How long raw bodies are kept. Events stay for ever; what they were made of need not."""

from datetime import datetime

from waymark.db.engine import Database
from waymark.ingest.erasing import queries
from waymark.kit.clock import utcnow
from waymark.kit.ids import first_id_at

DELIVERIES_AT_ONCE = 200


async def remove_old_bodies(
    database: Database, older_than: datetime, after: str | None
) -> str | None:
    """Remove the bodies of the next deliveries received before then; where to go on, or None.

    What still waits to be processed is kept, however old it is.
    """
    async with database.reading() as session:
        ids = await queries.old_deliveries(
            session, after, first_id_at(older_than), DELIVERIES_AT_ONCE
        )
    if not ids:
        return None
    async with database.writing() as session:
        finished = await queries.finished_among(session, ids)
        await queries.remove_bodies(session, finished, utcnow())
    return ids[-1]
