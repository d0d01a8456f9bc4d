"""Has anything been committed since? On SQLite that costs two microseconds to ask."""

import sqlite3
import time
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from waymark.db.engine import Database

T = TypeVar("T")


class Stamp:
    """A number that is the same exactly as long as nothing was committed to the database.

    SQLite keeps one (`PRAGMA data_version`) for each connection, counting what all the others
    commit, in this process and in any other; this connection never writes. PostgreSQL has nothing
    as cheap: there `read` gives None, and nobody may rely on anything being unchanged.
    """

    def __init__(self, database: Database) -> None:
        self._path = database.url.database if database.is_sqlite else None
        self._connection: sqlite3.Connection | None = None

    def read(self) -> int | None:
        """The number as of now, or None when it cannot be known."""
        if self._path is None:
            return None
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(self._path, isolation_level=None, timeout=0)
            row: tuple[int] = self._connection.execute("PRAGMA data_version").fetchone()
        except sqlite3.Error:
            return None
        return row[0]

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    value: T
    stamp: int
    until: float
    size: int


class Memo(Generic[T]):
    """Values that were read from the database, good while it is unchanged.

    What time alone changes is noticed after `max_age` seconds. Holds at most `room`, in whatever
    the sizes given to `keep` are counted; the least recently used go first.
    """

    def __init__(self, stamp: Stamp, *, max_age: float, room: int) -> None:
        self._stamp = stamp
        self._max_age = max_age
        self._room = room
        self._entries: OrderedDict[Hashable, _Entry[T]] = OrderedDict()

    def now(self) -> int | None:
        """The state of the database; ask before reading what is to be kept."""
        return self._stamp.read()

    def get(self, key: Hashable) -> T | None:
        """The value of `key`, if nothing was committed since it was read."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if entry.stamp != self._stamp.read() or time.monotonic() >= entry.until:
            self._drop(key)
            return None
        self._entries.move_to_end(key)
        return entry.value

    def keep(self, key: Hashable, value: T, as_of: int | None, size: int = 1) -> None:
        """Remember a value that was read at the state `as_of`."""
        if as_of is None or size > self._room:
            return
        self._drop(key)
        self._entries[key] = _Entry(value, as_of, time.monotonic() + self._max_age, size)
        self._room -= size
        while self._room < 0:
            self._drop(next(iter(self._entries)))

    def _drop(self, key: Hashable) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._room += entry.size
