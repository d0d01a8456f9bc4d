"""How many customers are alike: counting those whose traits meet some conditions."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Select, and_, func, intersect, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.models import CustomerKey, CustomerTrait

TAKEN_BACK = "null"


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
