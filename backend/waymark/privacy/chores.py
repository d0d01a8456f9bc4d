"""What the worker does beside processing deliveries: erasures, and what is no longer kept."""

import time
from datetime import timedelta

import structlog

from waymark.db.engine import Database
from waymark.http.idempotency import forget_old_answers
from waymark.ingest.erasing.retention import remove_old_bodies
from waymark.kit.clock import utcnow
from waymark.kit.vault import Vault
from waymark.privacy.erasing import erase_due

log = structlog.get_logger()

TIDY_EVERY_S = 3600.0


class Chores:
    """Does what is due; once an hour also what has grown old."""

    def __init__(self, database: Database, vault: Vault, keep_deliveries_days: int) -> None:
        self._database = database
        self._vault = vault
        self._keep = timedelta(days=keep_deliveries_days)
        self._tidy_at = time.monotonic()

    async def do(self) -> int:
        """Do a portion of what there is to do; answers how many portions that was."""
        if await erase_due(self._database, self._vault):
            return 1
        if time.monotonic() < self._tidy_at:
            return 0
        async with self._database.writing() as session:
            await forget_old_answers(session, utcnow())
        await self.remove_old_bodies()
        self._tidy_at = time.monotonic() + TIDY_EVERY_S
        return 0

    async def remove_old_bodies(self) -> None:
        """Remove the bodies of all deliveries that are older than they are kept."""
        if not self._keep:
            return
        reached = None
        while reached := await remove_old_bodies(self._database, utcnow() - self._keep, reached):
            pass
