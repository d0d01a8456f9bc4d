"""Inserting many rows at once, through the driver.

SQLAlchemy prepares each row of an `executemany` on its own, which costs more than inserting it.
Here the statement is compiled once, and the values are prepared column by column.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, FromClause
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.base import Base

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Prepared:
    statement: str
    positional: bool
    columns: dict[str, Callable[[Any], Any]]
    """How the values of each are made ready for the driver, in the statement's order."""


class InsertNew:
    """Inserts rows of one table, except those that break a uniqueness."""

    def __init__(self, table: type[Base]) -> None:
        self._table = table.__table__
        self._prepared: dict[str, _Prepared] = {}

    async def __call__(self, session: AsyncSession, rows: Sequence[Row]) -> int:
        """Insert complete rows (a value for every column); answers how many were new."""
        connection = await session.connection()
        prepared = self._for(connection.dialect)
        columns = [
            [prepare(row[name]) for row in rows] for name, prepare in prepared.columns.items()
        ]
        lines: Any = list(zip(*columns, strict=True))
        if not prepared.positional:
            lines = [dict(zip(prepared.columns, line, strict=True)) for line in lines]
        done = await connection.exec_driver_sql(prepared.statement, lines)
        return done.rowcount

    def _for(self, dialect: Dialect) -> _Prepared:
        if dialect.name not in self._prepared:
            self._prepared[dialect.name] = _prepare(self._table, dialect)
        return self._prepared[dialect.name]


def _prepare(table: FromClause, dialect: Dialect) -> _Prepared:
    module = postgresql if dialect.name == "postgresql" else sqlite
    compiled = module.insert(table).on_conflict_do_nothing().compile(dialect=dialect)
    names = compiled.positiontup or list(table.columns.keys())
    types = {name: table.columns[name].type.dialect_impl(dialect) for name in names}
    return _Prepared(
        statement=str(compiled),
        positional=compiled.positional,
        columns={name: types[name].bind_processor(dialect) or _as_is for name in names},
    )


def _as_is(value: Any) -> Any:
    return value
