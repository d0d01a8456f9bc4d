"""Inserting many rows at once, past SQLAlchemy: preparing a row there costs more than storing it.

SQLite gets a hundred rows a statement: the driver holds Python's lock while it binds values, and
lets go of it while a statement runs, so that other threads have to wait for few of these changes.
PostgreSQL gets all rows as one COPY into a temporary table, and one INSERT from there.
Rows that are new for certain, and few, go in one by one: in one trip all the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Any

import orjson
from sqlalchemy import JSON, Dialect, LargeBinary, Uuid
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.types import TypeEngine

from waymark.db.base import Base

Row = tuple[Any, ...]
Prepare = Callable[[Any], Any]

ROWS_A_STATEMENT = 100
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
"""PostgreSQL, "COPY", section "Text Format"."""


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


class Append:
    """Inserts rows of one table that are new for certain."""

    def __init__(self, model: type[Base]) -> None:
        names = model.__table__.columns.keys()
        self._of = itemgetter(*names)
        self._types = [column.type for column in model.__table__.columns]
        self._into = f"INSERT INTO {model.__tablename__} ({', '.join(names)})"
        self._known: dict[str, tuple[str, list[_Column]]] = {}

    async def __call__(self, session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows with values for all columns. Raises IntegrityError."""
        connection = await session.connection()
        dialect = connection.dialect
        if dialect.name not in self._known:
            self._known[dialect.name] = self._prepared_for(dialect)
        statement, columns = self._known[dialect.name]
        await connection.exec_driver_sql(statement, _lines(columns, map(self._of, rows)))

    def _prepared_for(self, dialect: Dialect) -> tuple[str, list[_Column]]:
        postgres = dialect.name == "postgresql"
        places = ", ".join(["%s" if postgres else "?"] * len(self._types))
        columns = _columns(self._types, dialect, _PLAIN if postgres else {})
        return f"{self._into} VALUES ({places})", columns


class InsertNew:
    """Inserts rows of one table, except those that break a uniqueness."""

    def __init__(self, model: type[Base], columns: Sequence[str]) -> None:
        self._table = model.__tablename__
        self._types = [model.__table__.columns[name].type for name in columns]
        self._names = ", ".join(columns)
        self._into = f"INSERT INTO {self._table} ({self._names})"
        self._columns: dict[str, list[_Column]] = {}

    async def __call__(self, session: AsyncSession, rows: Sequence[Row]) -> int:
        """Insert rows, with values in the order of the columns; answers how many were new."""
        if not rows:
            return 0
        connection = await session.connection()
        if connection.dialect.name not in self._columns:
            self._columns[connection.dialect.name] = self._prepared_for(connection.dialect)
        columns = self._columns[connection.dialect.name]
        lines = _lines(columns, rows)
        if connection.dialect.name == "postgresql":
            return await self._copy(connection, lines)
        return await self._insert(connection, lines)

    async def _insert(self, connection: AsyncConnection, lines: list[Row]) -> int:
        size = ROWS_A_STATEMENT
        full = len(lines) - len(lines) % size
        inserted = 0
        if full:
            many = [
                tuple(chain.from_iterable(lines[start : start + size]))
                for start in range(0, full, size)
            ]
            inserted += (await connection.exec_driver_sql(self._values(size), many)).rowcount
        if lines[full:]:
            rest = await connection.exec_driver_sql(self._values(1), lines[full:])
            inserted += rest.rowcount
        return inserted

    def _values(self, rows: int) -> str:
        places = ", ".join("?" * len(self._types))
        values = ", ".join([f"({places})"] * rows)
        return f"{self._into} VALUES {values} ON CONFLICT DO NOTHING"

    async def _copy(self, connection: AsyncConnection, lines: list[Row]) -> int:
        incoming = f"incoming_{self._table}"
        await connection.exec_driver_sql(
            f"CREATE TEMP TABLE IF NOT EXISTS {incoming} (LIKE {self._table}) ON COMMIT DELETE ROWS"
        )
        driver: Any = (await connection.get_raw_connection()).driver_connection
        async with (
            driver.cursor() as cursor,
            cursor.copy(f"COPY {incoming} ({self._names}) FROM STDIN") as copy,
        ):
            await copy.write("".join(["\t".join(line) + "\n" for line in lines]))
        done = await connection.exec_driver_sql(
            f"{self._into} SELECT {self._names} FROM {incoming} ON CONFLICT DO NOTHING"
        )
        return done.rowcount

    def _prepared_for(self, dialect: Dialect) -> list[_Column]:
        if dialect.name != "postgresql":
            return _columns(self._types, dialect, {})
        plain = _columns(self._types, dialect, _TEXTS)
        return [_Column(_copied(column.prepare), column.repeats) for column in plain]


def _columns(
    types: Sequence[TypeEngine[Any]], dialect: Dialect, own: Mapping[type, Prepare | None]
) -> list[_Column]:
    """Columns of these types; `own` has what the driver is given in another way than usual."""
    return [
        _Column(
            own.get(type(kind), kind.dialect_impl(dialect).bind_processor(dialect)),
            isinstance(kind, Uuid),
        )
        for kind in types
    ]


def _lines(columns: Sequence[_Column], rows: Iterable[Row]) -> list[Row]:
    """Rows with every value ready for the driver."""
    values = zip(*rows, strict=True)
    ready = [column.prepared(each) for column, each in zip(columns, values, strict=True)]
    return list(zip(*ready, strict=True))


def _as_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _as_hex(value: bytes) -> str:
    return r"\x" + value.hex()


_PLAIN: dict[type, Prepare | None] = {JSON: _as_json, LargeBinary: None}
"""What PostgreSQL's driver takes as it is, or as text."""

_TEXTS: dict[type, Prepare | None] = {JSON: _as_json, LargeBinary: _as_hex}
"""How PostgreSQL's COPY wants those types whose values the driver wraps."""


def _copied(prepare: Prepare | None) -> Prepare:
    """What makes a value ready for COPY."""

    def text(value: Any) -> str:
        if value is None:
            return r"\N"
        if prepare is not None:
            value = prepare(value)
        return str(value).translate(_ESCAPES)

    return text
