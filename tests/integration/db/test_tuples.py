"""Rows are found by several columns at once, the same in both databases."""

from fastapi import FastAPI
from sqlalchemy import insert, select
from waymark.customers.models import CustomerLink
from waymark.db.tuples import one_of

from tests.factories.people import Person


async def test_only_the_wanted_combinations_are_found(app: FastAPI, admin: Person) -> None:
    rows = [
        {
            "workspace_id": admin.workspace_id,
            "key": key,
            "other": other,
            "bond": "same",
            "first_ms": place,
        }
        for place, (key, other) in enumerate([("a", "b"), ("b", "a"), ("a", "c"), ("Ä'\"", "{,}")])
    ]
    columns = (CustomerLink.workspace_id, CustomerLink.key, CustomerLink.other)
    pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("Ä'\"", "{,}"), ("a", "b")]
    wanted = [(admin.workspace_id, *pair) for pair in pairs]
    async with app.state.database.writing() as session:
        await session.execute(insert(CustomerLink), rows)
        found = await session.scalars(
            select(CustomerLink.first_ms).where(one_of(session, columns, wanted))
        )
        assert sorted(found) == [0, 3]
