"""aiosqlite with one trip to its thread per statement instead of four.

SQLAlchemy's adapter opens a cursor, executes, fetches and closes it as four messages to the
connection's thread. Each costs a hand-over between threads, which on SQLite is most of what a small
statement costs (docs/decisions/0005). Here a statement is one message, and a rollback with nothing
to roll back is none.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

import aiosqlite
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.util import EMPTY_DICT
from sqlalchemy.util.concurrency import await_


class OneTripCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that has fetched everything by the time `execute` returns."""

    __slots__ = ("_seen_description", "_seen_lastrowid", "_seen_rowcount")

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._soft_closed_memoized = EMPTY_DICT
        self._rows: deque[Any] = deque()
        self._seen_description: Any = None
        self._seen_rowcount = -1
        self._seen_lastrowid: Any = None

    @property
    def description(self) -> Any:
        """The columns of the last statement's result."""
        return self._seen_description

    @property
    def rowcount(self) -> int:
        """How many rows the last statement changed."""
        return self._seen_rowcount

    @property
    def lastrowid(self) -> Any:
        """The row id of the last insert."""
        return self._seen_lastrowid

    def execute(self, operation: Any, parameters: Any = None) -> None:
        """Run one statement and fetch its result."""
        self._trip(lambda connection: connection.execute(operation, parameters or ()))

    def executemany(self, operation: Any, seq_of_parameters: Sequence[Any]) -> None:
        """Run one statement for many sets of parameters."""
        self._trip(lambda connection: connection.executemany(operation, seq_of_parameters))

    def close(self) -> None:
        """Forget the rows; the real cursor is closed already."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        return None

    def _trip(self, run: Callable[[Any], Any]) -> None:
        try:
            await_(self._connection._execute(self._in_thread, run))
        except Exception as error:
            self._adapt_connection._handle_exception(error)

    def _in_thread(self, run: Callable[[Any], Any]) -> None:
        cursor = run(self._connection._conn)
        try:
            self._seen_description = cursor.description
            self._rows = deque(cursor.fetchall() if cursor.description else ())
            self._seen_rowcount, self._seen_lastrowid = cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()


class OneTripConnection(AsyncAdapt_aiosqlite_connection):
    """A connection with such cursors."""

    __slots__ = ()

    _cursor_cls = OneTripCursor

    def rollback(self) -> None:
        """Roll back, if a transaction is open at all."""
        connection = self._connection._connection
        if connection is not None and connection.in_transaction:
            super().rollback()


def connect(dialect: Any, record: Any, arguments: Any, keywords: Any) -> OneTripConnection:
    """For SQLAlchemy's `do_connect` event."""
    plain = dialect.loaded_dbapi.connect(*arguments, **keywords, async_creator_fn=_open)
    return OneTripConnection(dialect.loaded_dbapi, plain._connection)


async def _open(*arguments: Any, **keywords: Any) -> aiosqlite.Connection:
    connection = aiosqlite.connect(*arguments, **keywords)
    connection._thread.daemon = True
    try:
        return await connection
    except BaseException:
        # aiosqlite tells its thread to stop and leaves: the thread would answer to a loop that
        # may be closed by then.
        await asyncio.to_thread(connection._thread.join)
        raise
