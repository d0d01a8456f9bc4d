"""Counting how often something came already, in bounded memory."""

import sqlite3


class Occurrences:
    """Counts digests, in a database of its own that goes to a temporary file when it grows.

    A file of ten million rows would otherwise need a gigabyte to tell its equal rows apart.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        for setting in ("journal_mode = OFF", "synchronous = OFF"):
            self._database.execute(f"PRAGMA {setting}")
        self._database.execute(
            "CREATE TABLE seen (digest BLOB PRIMARY KEY, times INTEGER) WITHOUT ROWID"
        )
        self._database.execute("BEGIN")

    def count(self, digest: bytes) -> int:
        """How often this one came, this time included."""
        [times] = self._database.execute(
            "INSERT INTO seen VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1"
            " RETURNING times",
            [digest],
        ).fetchone()
        return int(times)

    def close(self) -> None:
        """Forget everything."""
        self._database.close()
