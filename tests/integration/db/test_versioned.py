"""Rows with a revision: what every versioned table promises."""

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession
from waymark.workspaces.models import Workspace


async def _two_workspaces(session: AsyncSession) -> list[Workspace]:
    rows = [
        Workspace(
            id=f"018f0000-0000-7000-8000-00000000000{n}",
            name="Fernwood",
            slug=f"fern-{n}",
        )
        for n in range(2)
    ]
    session.add_all(rows)
    await session.flush()
    return rows


async def test_a_new_row_was_changed_when_it_was_made(app: FastAPI) -> None:
    async with app.state.database.writing() as session:
        for row in await _two_workspaces(session):
            assert row.revision == 1
            assert row.created_at == row.updated_at
            await session.refresh(row)
            assert row.created_at == row.updated_at


async def test_a_revision_sets_the_fields_and_counts(app: FastAPI) -> None:
    async with app.state.database.writing() as session:
        row = (await _two_workspaces(session))[0]
        row.revise({"name": "Fernwood Home"})
        await session.flush()
        await session.refresh(row)
        assert (row.name, row.revision) == ("Fernwood Home", 2)
        assert row.updated_at > row.created_at
