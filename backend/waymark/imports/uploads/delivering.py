"""How an import's batches go in: through the source's address, without a network between."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from waymark.db.engine import Database
from waymark.imports.pushing import LONGEST_PAUSE_S, WAIT_S, Tally
from waymark.imports.resuming import Progress
from waymark.ingest.formats.base import Incoming, Reply
from waymark.ingest.intake.receiving import Intake, Receipt
from waymark.ingest.intake.waiting import wait_until_processed
from waymark.kit.errors import TooManyRequests, Unavailable


class Delivery:
    """Posts batches to a source's address, without a network between."""

    def __init__(
        self, database: Database, intake: Intake, wake_worker: asyncio.Event, key: str
    ) -> None:
        self._database = database
        self._intake = intake
        self._wake_worker = wake_worker
        self._key = key

    async def post(self, body: bytes) -> dict[str, Any]:
        """What became of a batch. Raises SourceRetired, UnknownSource, Unavailable."""
        source = await self._intake.source_now(self._key)
        incoming = Incoming(
            method="POST",
            url="",
            path="",
            query={},
            headers={
                "authorization": f"Bearer {source.secrets[0]}",
                "content-type": "application/json",
                "user-agent": "waymark-import",
            },
            body=body,
        )
        receipt = await self._take_in(incoming)
        if isinstance(receipt, Reply):
            raise Unavailable("The batch was not taken in.")
        self._wake_worker.set()
        if not source.paused:
            processed = await wait_until_processed(self._database, receipt, WAIT_S)
            if processed is not None:
                return processed.model_dump(mode="json")
        return {"items": receipt.items}

    async def _take_in(self, incoming: Incoming) -> Receipt | Reply:
        """Take a batch in, however long the source's quota makes it wait."""
        while True:
            try:
                return await self._intake.take_in(self._key, incoming)
            except TooManyRequests as wait:
                await asyncio.sleep(min(wait.retry_after, LONGEST_PAUSE_S))


class Carrier:
    """Pushes batches, as the command line's does over HTTP."""

    def __init__(self, post: Callable[[bytes], dict[str, Any]], tally: Tally) -> None:
        self._post = post
        self._tally = tally

    def push(self, events: Sequence[bytes]) -> None:
        self._tally.add(self._post(b"[" + b",".join(events) + b"]"))


class Place:
    """Writes down how far it is, as the command line does beside the file."""

    def __init__(self, note: Callable[[Progress], None]) -> None:
        self._note = note

    def write(self, progress: Progress) -> None:
        self._note(progress)
