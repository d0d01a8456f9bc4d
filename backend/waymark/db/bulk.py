"""Inserting many rows at once, past SQLAlchemy: preparing a row there costs more than storing it.

SQLite gets a hundred rows a statement: the driver holds Python's lock while it binds values, and
lets go of it while a statement runs, so that other threads have to wait for few of these changes.
PostgreSQL gets all rows as one COPY; where some may be there already, into a temporary table, and
one INSERT from there.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from operator import itemgetter
from typing import Any

import orjson
import psycopg
from sqlalchemy import JSON, Dialect, LargeBinary, Uuid
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.types import TypeEngine

from waymark.db.base import Base, Moment

Row = tuple[Any, ...]
Prepare = Callable[[Any], Any]

ROWS_A_STATEMENT = 100


@dataclass(frozen=True, slots=True)
class _Column:
    prepare: Prepare | None
    """Makes a value ready for the driver."""
    repeats: bool
    """Whether many rows have the same value."""

    def prepared(self, values: Sequence[Any]) -> Sequence[Any]:
        if self.prepare is None:
            return values
        if self.repeats:
            ready = {value: self.prepare(value) for value in set(values)}
            return [ready[value] for value in values]
        return [self.prepare(value) for value in values]


class _Table:
    """Some columns of a table, and how their values are made ready for each kind of database."""

    def __init__(self, model: type[Base], columns: Sequence[str]) -> None:
        self.name = model.__tablename__
        self.columns = ", ".join(columns)
        self.into = f"INSERT INTO {self.name} ({self.columns})"
        self._types = [model.__table__.columns[name].type for name in columns]
        self._prepared: dict[str, list[_Column]] = {}

    def lines(self, dialect: Dialect, rows: Iterable[Row]) -> list[Row]:
        """Rows with every value ready for the driver; on PostgreSQL, for COPY."""
        if dialect.name not in self._prepared:
            self._prepared[dialect.name] = _columns(self._types, dialect)
        values = zip(*rows, strict=True)
        columns = zip(self._prepared[dialect.name], values, strict=True)
        return list(zip(*[column.prepared(each) for column, each in columns], strict=True))


class Append:
    """Inserts rows of one table that are new for certain."""

    def __init__(self, model: type[Base]) -> None:
        names = model.__table__.columns.keys()
        self._of = itemgetter(*names)
        self._table = _Table(model, names)

    async def __call__(self, session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows with values for all columns. Raises IntegrityError."""
        connection, table = await session.connection(), self._table
        lines = table.lines(connection.dialect, map(self._of, rows))
        if connection.dialect.name == "postgresql":
            await _copy(connection, table.name, table.columns, lines)
        else:
            await _insert(connection, table.into, lines)


class InsertNew:
    """Inserts rows of one table, except those that break a uniqueness."""

    def __init__(self, model: type[Base], columns: Sequence[str]) -> None:
        self._table = _Table(model, columns)

    async def __call__(self, session: AsyncSession, rows: Sequence[Row]) -> int:
        """Insert rows, with values in the order of the columns; answers how many were new."""
        if not rows:
            return 0
        connection, table = await session.connection(), self._table
        lines = table.lines(connection.dialect, rows)
        if connection.dialect.name != "postgresql":
            return await _insert(connection, table.into, lines, " ON CONFLICT DO NOTHING")
        incoming = f"incoming_{table.name}"
        await connection.exec_driver_sql(
            f"CREATE TEMP TABLE IF NOT EXISTS {incoming} (LIKE {table.name}) ON COMMIT DELETE ROWS"
        )
        await _copy(connection, incoming, table.columns, lines)
        done = await connection.exec_driver_sql(
            f"{table.into} SELECT {table.columns} FROM {incoming} ON CONFLICT DO NOTHING"
        )
        return done.rowcount


async def _insert(
    connection: AsyncConnection, into: str, lines: Sequence[Row], otherwise: str = ""
) -> int:
    """Insert rows on SQLite, many a statement; answers how many went in."""
    full = len(lines) - len(lines) % ROWS_A_STATEMENT
    inserted = 0
    for some in (lines[:full], lines[full:]):
        if some:
            size = min(len(some), ROWS_A_STATEMENT)
            values = ", ".join([f"({', '.join('?' * len(some[0]))})"] * size)
            portions = [
                tuple(chain.from_iterable(some[start : start + size]))
                for start in range(0, len(some), size)
            ]
            done = await connection.exec_driver_sql(f"{into} VALUES {values}{otherwise}", portions)
            inserted += done.rowcount
    return inserted


async def _copy(
    connection: AsyncConnection, table: str, columns: str, lines: Sequence[Row]
) -> None:
    """Insert rows on PostgreSQL. Raises DBAPIError as whatever goes through SQLAlchemy does."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    try:
        async with (
            driver.cursor() as cursor,
            cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
        ):
            await copy.write("".join(["\t".join(line) + "\n" for line in lines]))
    except psycopg.Error as error:
        raise DBAPIError.instance(
            None,
            None,
            error,
            psycopg.Error,
            hide_parameters=True,
            connection_invalidated=driver.closed,
            dialect=connection.dialect,
        ) from error


def _columns(types: Sequence[TypeEngine[Any]], dialect: Dialect) -> list[_Column]:
    own = _COPIED if dialect.name == "postgresql" else _STORED
    columns = []
    for kind in types:
        prepare = own.get(type(kind), kind.dialect_impl(dialect).bind_processor(dialect))
        if dialect.name == "postgresql":
            prepare = _copied(prepare)
        columns.append(_Column(prepare, isinstance(kind, Uuid)))
    return columns


def _as_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _as_hex(value: bytes) -> str:
    return r"\x" + value.hex()


def _as_stored(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat(" ", "microseconds").removesuffix("+00:00")


_STORED: dict[type, Prepare | None] = {Moment: _as_stored, JSON: _as_json}
"""What goes into SQLite as everywhere else (db.base), only sooner."""

_COPIED: dict[type, Prepare | None] = {JSON: _as_json, LargeBinary: _as_hex}
"""How PostgreSQL's COPY wants those types whose values the driver wraps."""


def _copied(prepare: Prepare | None) -> Prepare:
    """What makes a value ready for COPY."""

    def text(value: Any) -> str:
        if value is None:
            return r"\N"
        if prepare is not None:
            value = prepare(value)
        return _escaped(str(value))

    return text


def _escaped(text: str) -> str:
    """As COPY wants it (PostgreSQL, "COPY", section "Text Format")."""
    text = text.replace("\\", r"\\")
    return text.replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")
