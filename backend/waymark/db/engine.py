"""Connections and transactions; everything that differs between SQLite and PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from waymark.db import sqlite_driver
from waymark.db.committed import WRITING
from waymark.db.turns import Turns
from waymark.kit.errors import Unavailable

BUSY_TIMEOUT_S = 10
STATEMENT_TIMEOUT_MS = 30_000


class Database:
    """One engine, and the only two ways to use it: reading and writing.

    On SQLite writers take turns in order instead of polling the file (db.turns), and a writing
    transaction starts as one (BEGIN IMMEDIATE), so it can never fail half-way as a reader
    that wanted to become a writer.
    """

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine: AsyncEngine = (
            self._sqlite_engine(pool_size) if self.is_sqlite else self._postgres_engine(pool_size)
        )
        self._turns = Turns(self._shared_file(), BUSY_TIMEOUT_S)

    # Parameters are hidden from errors: these are logged, and what customers said must not be.
    def _sqlite_engine(self, pool_size: int) -> AsyncEngine:
        if self.url.database and self.url.database != ":memory:":
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_async_engine(
            self.url,
            json_serializer=_to_json,
            json_deserializer=orjson.loads,
            hide_parameters=True,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_use_lifo=True,  # each connection has a cache of pages: the warmest first
            connect_args={"timeout": BUSY_TIMEOUT_S, "isolation_level": None},
        )
        event.listen(engine.sync_engine, "do_connect", sqlite_driver.connect)
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine

    def _postgres_engine(self, pool_size: int) -> AsyncEngine:
        options = f"-c statement_timeout={STATEMENT_TIMEOUT_MS} -c timezone=UTC"
        return create_async_engine(
            self.url,
            json_serializer=_to_json,
            json_deserializer=orjson.loads,
            hide_parameters=True,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_pre_ping=True,
            connect_args={"options": options, "connect_timeout": 5},
        )

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session for reading: every statement sees one consistent state; nothing is kept."""
        with _told_as_unavailable():
            async with AsyncSession(self.engine, expire_on_commit=False) as session:
                yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A session whose work is committed when the block ends and undone when it raises."""
        with _told_as_unavailable():
            async with AsyncExitStack() as stack:
                if self.is_sqlite:
                    await stack.enter_async_context(self._turns.take())
                session = await stack.enter_async_context(
                    AsyncSession(self.engine, expire_on_commit=False, info={WRITING: True})
                )
                await session.connection(execution_options={"waymark_write": True})
                yield session
                await session.commit()

    async def ping(self) -> None:
        """Raise Unavailable unless the database answers."""
        async with self.reading() as session:
            await session.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()
        self._turns.close()

    def _shared_file(self) -> str | None:
        name = self.url.database
        return name if self.is_sqlite and name and name != ":memory:" else None


class _told_as_unavailable:
    """Turn "the database is gone, locked or full" into the one error that says so."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, DBAPIError) and _is_outage(error):
            raise Unavailable("The database cannot be reached just now.") from error
        if isinstance(error, TimeoutError):
            raise Unavailable("The database is too busy just now.") from error


SQLITE_OUTAGES = ("disk is full", "disk i/o error", "unable to open", "locked", "readonly")


def _is_outage(error: DBAPIError) -> bool:
    if error.connection_invalidated:
        return True
    name, message = type(error.orig).__name__, str(error.orig).lower()
    if "sqlite" in type(error.orig).__module__:
        return any(sign in message for sign in SQLITE_OUTAGES)
    state = str(getattr(error.orig, "sqlstate", None) or "")
    # 08 connection, 53 resources (disk full, out of memory), 57 operator intervention, 58 system
    return state[:2] in {"08", "53", "57", "58"} or (not state and name == "OperationalError")


def _to_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _prepare_sqlite(connection: Any, record: Any) -> None:
    # The built-in one knows ASCII only; PostgreSQL's knows every alphabet.
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "cache_size=-16000",
        "secure_delete=ON",  # what is erased is overwritten, and not only no longer listed
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _lower(text: str | None) -> str | None:
    return None if text is None else str(text).lower()


def _begin_sqlite(connection: Connection) -> None:
    # Without a transaction each select sees one consistent state, and costs nothing around it.
    if connection.get_execution_options().get("waymark_write", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
