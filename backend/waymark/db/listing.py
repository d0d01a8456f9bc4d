"""Sorting a list, page by page."""

from typing import Any, TypeVar

from sqlalchemy import Select, func, literal, tuple_
from sqlalchemy.orm import InstrumentedAttribute

T = TypeVar("T")


def by_name(
    statement: Select[T],
    name: InstrumentedAttribute[str],
    identity: InstrumentedAttribute[str],
    after: list[Any] | None,
    limit: int,
) -> Select[T]:
    """`statement` sorted by name whatever its case: `limit` rows after `after`, and one more.

    `after` holds the name and the id of the last row of the page before; the one more row tells
    whether there is a next page.
    """
    if after is not None:
        last_name, last_id = after
        here = tuple_(func.lower(literal(last_name)), literal(last_id, identity.type))
        statement = statement.where(tuple_(func.lower(name), identity) > here)
    return statement.order_by(func.lower(name), identity).limit(limit + 1)


def by_age(
    statement: Select[T], identity: InstrumentedAttribute[str], after: list[Any] | None, limit: int
) -> Select[T]:
    """`statement` sorted by ids that carry their time: `limit` rows after `after`, and one more.

    `after` holds the id of the last row of the page before.
    """
    if after is not None:
        statement = statement.where(identity > after[0])
    return statement.order_by(identity).limit(limit + 1)
