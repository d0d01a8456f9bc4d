"""Looking up many rows at once by several columns, such as pairs of ids."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Text, Uuid, bindparam, func, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute


def one_of(
    session: AsyncSession,
    columns: Sequence[InstrumentedAttribute[Any]],
    wanted: Sequence[tuple[Any, ...]],
) -> ColumnElement[bool]:
    """Whether a row has in these columns one of the wanted combinations of values.

    PostgreSQL plans a list of tuples as one scan for each of them, which takes longer than the
    scans; from arrays, one for each column, it makes a join.
    """
    place = tuple_(*columns)
    if session.get_bind().dialect.name != "postgresql":
        return place.in_(wanted)
    arrays = [
        bindparam(None, list(values), type_=ARRAY(_plain(column)))
        for column, values in zip(columns, zip(*wanted, strict=True), strict=True)
    ]
    names = [column.key for column in columns]
    listed = func.unnest(*arrays).table_valued(*names, name="wanted").render_derived()
    return place.in_(select(*(listed.c[name] for name in names)))


def _plain(column: InstrumentedAttribute[Any]) -> Any:
    return column.type if isinstance(column.type, Uuid) else Text()
