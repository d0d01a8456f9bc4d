"""Writers of several processes taking turns at one SQLite file.

SQLite itself lets a waiting process look again after ever longer pauses, so whoever writes much
and often starves the others. Here a writer takes two locks: the place at the head of the queue, and
then the turn. Whoever has just had a turn must queue first, behind the one who waits already.
Both are locks of the kernel on files of their own (flock), which end with the process.
"""

import asyncio
import fcntl
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from waymark.kit.errors import Unavailable

LOOK_EVERY_S = 0.001


class Turns:
    """The turns at one file, `None` for a database that no other process sees."""

    def __init__(self, file: str | None, patience_s: float) -> None:
        self._file = file
        self._patience_s = patience_s
        self._own = asyncio.Lock()
        self._queue = self._turn = -1

    @asynccontextmanager
    async def take(self) -> AsyncIterator[None]:
        """Wait for the turn, and give it back at the end. Raises TimeoutError, Unavailable."""
        async with self._own:
            if self._file is None:
                yield
                return
            self._open(self._file)
            until = time.monotonic() + self._patience_s
            await _lock(self._queue, until)
            try:
                await _lock(self._turn, until)
            finally:
                fcntl.flock(self._queue, fcntl.LOCK_UN)
            try:
                yield
            finally:
                fcntl.flock(self._turn, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close the files."""
        for handle in (self._queue, self._turn):
            if handle >= 0:
                os.close(handle)
        self._queue = self._turn = -1

    def _open(self, file: str) -> None:
        try:
            if self._queue < 0:
                self._queue = os.open(f"{file}-queue", os.O_RDWR | os.O_CREAT, 0o600)
            if self._turn < 0:
                self._turn = os.open(f"{file}-turn", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise Unavailable("The database cannot be written to just now.") from error


async def _lock(handle: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise TimeoutError from None
            await asyncio.sleep(LOOK_EVERY_S)
        else:
            return
