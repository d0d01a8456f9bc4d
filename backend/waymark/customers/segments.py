"""How many customers are alike: counting those whose traits meet some conditions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Select, and_, func, intersect, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.models import CustomerKey, CustomerTrait

TAKEN_BACK = "null"
MOST_TRAITS, MOST_VALUES, MOST_PAIRS = 100, 50, 2_000
SHARED = 5
"""How many customers' ids a value must have before it is told: rarer ones may name somebody."""

NamedTrait = tuple[str, int, list[tuple[str, int]]]
"""A trait's name, how many ids have it, and its most frequent values with theirs."""


async def count_alike(
    session: AsyncSession, workspace_id: str, conditions: Sequence[Mapping[str, Any]]
) -> tuple[int, int]:
    """Customers who meet all conditions, and those of whom any trait is known.

    A condition names a trait and the values that will do, as text; without values any will. A
    customer meets it when any of their ids does.
    """
    known = await _count(session, _customers(workspace_id))
    if not conditions:
        return 0, known
    meeting = [_customers(workspace_id, *_met(condition)) for condition in conditions]
    matched = select(intersect(*meeting).subquery())
    return await _count(session, matched), known


async def traits_in(session: AsyncSession, workspace_id: str) -> list[NamedTrait]:
    """The traits that most ids have, each with the values that at least five share."""
    here = (CustomerTrait.workspace_id == workspace_id, CustomerTrait.value != TAKEN_BACK)
    count = func.count()
    names = await session.execute(
        select(CustomerTrait.name, count)
        .where(*here)
        .group_by(CustomerTrait.name)
        .order_by(count.desc(), CustomerTrait.name)
        .limit(MOST_TRAITS)
    )
    pairs = await session.execute(
        select(CustomerTrait.name, CustomerTrait.value, count)
        .where(*here)
        .group_by(CustomerTrait.name, CustomerTrait.value)
        .having(count >= SHARED)
        .order_by(count.desc(), CustomerTrait.name, CustomerTrait.value)
        .limit(MOST_PAIRS)
    )
    values: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name, value, some in pairs:
        if len(values[name]) < MOST_VALUES:
            values[name].append((as_text(value), some))
    return [(name, some, values[name]) for name, some in names]


def as_text(value: str) -> str:
    """A trait's value, kept as JSON, as people write it in a condition."""
    plain = orjson.loads(value)
    return plain if isinstance(plain, str) else value


async def _count(session: AsyncSession, customers: Select[Any]) -> int:
    return await session.scalar(select(func.count()).select_from(customers.subquery())) or 0


def _customers(workspace_id: str, *conditions: ColumnElement[bool]) -> Select[str]:
    on = and_(
        CustomerKey.workspace_id == CustomerTrait.workspace_id,
        CustomerKey.key == CustomerTrait.key,
    )
    return (
        select(func.coalesce(CustomerKey.customer, CustomerTrait.key).label("customer"))
        .select_from(CustomerTrait)
        .outerjoin(CustomerKey, on)
        .where(
            CustomerTrait.workspace_id == workspace_id,
            CustomerTrait.value != TAKEN_BACK,
            *conditions,
        )
        .distinct()
    )


def _met(condition: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    named = [CustomerTrait.name == condition["trait"]]
    if condition["values"]:
        # A number and a text of the same look are both meant: people write traits as text.
        texts = {form for value in condition["values"] for form in (value, _quoted(value))}
        named.append(CustomerTrait.value.in_(sorted(texts)))
    return named


def _quoted(text: str) -> str:
    return orjson.dumps(text).decode()
