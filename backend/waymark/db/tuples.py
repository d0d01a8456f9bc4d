"""Having the database look where it finds fastest: what planners do not see by themselves."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Text, Uuid, and_, bindparam, func, or_, select, tuple_
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
    scans; from arrays, one for each column, it makes a join. SQLite uses no index at all for such
    a list: it gets one list of last values for each combination of the others.
    """
    if session.get_bind().dialect.name != "postgresql":
        return _grouped(columns, wanted)
    arrays = [
        bindparam(None, list(values), type_=ARRAY(_plain(column)))
        for column, values in zip(columns, zip(*wanted, strict=True), strict=True)
    ]
    names = [column.key for column in columns]
    listed = func.unnest(*arrays).table_valued(*names, name="wanted").render_derived()
    return tuple_(*columns).in_(select(*(listed.c[name] for name in names)))


def _grouped(
    columns: Sequence[InstrumentedAttribute[Any]], wanted: Sequence[tuple[Any, ...]]
) -> ColumnElement[bool]:
    *leading, last = columns
    groups: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for *first, value in wanted:
        groups[tuple(first)].append(value)
    return or_(
        *(
            and_(*(column == value for column, value in zip(leading, first, strict=True)))
            & last.in_(values)
            for first, values in groups.items()
        )
    )


def unindexed(session: AsyncSession, column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """A column by whose index nothing is to be found: another one narrows things down more.

    PostgreSQL knows that from its statistics; SQLite has none, and takes the first index that fits.
    """
    if session.get_bind().dialect.name == "postgresql":
        return column.expression
    return func.coalesce(column, None)


def _plain(column: InstrumentedAttribute[Any]) -> Any:
    return column.type if isinstance(column.type, Uuid) else Text()
