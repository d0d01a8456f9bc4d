"""Noticing that maps have changed, whoever changed them: this process, another one, a script.

One look for all maps that anybody watches, several times a second. On SQLite the look costs
nothing while nothing was committed; on PostgreSQL it is one statement by primary key. What a map is
judged by beside itself is looked at less often, as that takes counting.
"""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Hashable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.engine import Database
from waymark.db.portions import portions
from waymark.db.stamp import Stamp
from waymark.kit.errors import TooManyRequests, Unavailable
from waymark.maps import reference_queries

LOOK_EVERY_S = 0.2
LOOK_AROUND_EVERY_S = 0.6
MAX_WATCHERS, MAX_OF_ONE_CALLER = 500, 30
RETRY_AFTER_S = 10


LookAround = Callable[[AsyncSession, Collection[str]], Awaitable[Mapping[str, Hashable]]]
"""From the ids of maps to values that change when anything does that they are judged by."""


class Watcher:
    """Somebody who wants to know when a map changes."""

    def __init__(self, map_id: str) -> None:
        self.map_id = map_id
        self._changed = asyncio.Event()

    def notify(self) -> None:
        """Something has changed, or watching ends."""
        self._changed.set()

    async def wait(self, seconds: float) -> bool:
        """Wait for a change, at most so long; whether there was one."""
        try:
            await asyncio.wait_for(self._changed.wait(), seconds)
        except TimeoutError:
            return False
        self._changed.clear()
        return True


class MapWatch:
    """Looks after all maps that are watched in this process."""

    def __init__(self, database: Database, stamp: Stamp, look_around: LookAround) -> None:
        self._database = database
        self._stamp = stamp
        self._look_around = look_around
        self._watchers: dict[str, set[Watcher]] = defaultdict(set)
        self._by_caller: Counter[str] = Counter()
        self._seen: dict[str, int] = {}
        self._seen_around: dict[str, Hashable] = {}
        self._looking: asyncio.Task[None] | None = None
        self.stopping = False

    def stop(self) -> None:
        """Let everybody go; called from a signal handler, so it only takes note."""
        self.stopping = True

    def ensure_room(self, caller: str) -> None:
        """Raise TooManyRequests or Unavailable where one more would be one too many."""
        if sum(self._by_caller.values()) >= MAX_WATCHERS:
            raise Unavailable("Too many maps are watched just now.")
        if self._by_caller[caller] >= MAX_OF_ONE_CALLER:
            raise TooManyRequests(
                f"At most {MAX_OF_ONE_CALLER} streams at once.", retry_after=RETRY_AFTER_S
            )

    @asynccontextmanager
    async def watching(self, map_id: str, caller: str) -> AsyncIterator[Watcher]:
        """Watch a map until the block ends."""
        watcher = Watcher(map_id)
        self._watchers[map_id].add(watcher)
        self._by_caller[caller] += 1
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            yield watcher
        finally:
            self._by_caller -= Counter([caller])
            self._watchers[map_id].discard(watcher)
            if not self._watchers[map_id]:
                del self._watchers[map_id]
                self._seen.pop(map_id, None)
                self._seen_around.pop(map_id, None)

    async def _look(self) -> None:
        """Look while there is anybody to tell; tell everybody when it is over."""
        stamp = stamp_around = None
        due = 0.0
        while self._watchers and not self.stopping:
            now = self._stamp.read()
            fresh = self._watchers.keys() - self._seen.keys()
            # A database that is gone for a moment is looked at again in the next one.
            around = time.monotonic() >= due and (now is None or now != stamp_around)
            wanted = now is None or now != stamp or fresh or around
            if wanted and await self._compare(around=around):
                stamp = now
                if around:
                    stamp_around, due = now, time.monotonic() + LOOK_AROUND_EVERY_S
            await asyncio.sleep(LOOK_EVERY_S)
        for watchers in self._watchers.values():
            for watcher in watchers:
                watcher.notify()

    async def _compare(self, *, around: bool) -> bool:
        watched = list(self._watchers)
        revisions: dict[str, int] = {}
        states: dict[str, Hashable] = {}
        try:
            async with self._database.reading() as session:
                for some in portions(watched):
                    revisions |= await reference_queries.revisions_of(session, some)
                    if around:
                        states |= await self._look_around(session, some)
        except Unavailable:
            return False
        for map_id in watched:
            self._note(map_id, self._seen, revisions.get(map_id, 0))
            if around:
                self._note(map_id, self._seen_around, states.get(map_id))
        return True

    def _note(self, map_id: str, seen: dict[str, Any], now: Hashable) -> None:
        # Also when it is looked at for the first time: it may have changed just before.
        if map_id not in seen or seen[map_id] != now:
            for watcher in self._watchers.get(map_id, ()):
                watcher.notify()
        if map_id in self._watchers:
            seen[map_id] = now
