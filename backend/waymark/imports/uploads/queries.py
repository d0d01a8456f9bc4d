"""Finding imports."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.imports.uploads.models import FINISHED, RUNNING, Import


async def imports_page(
    session: AsyncSession,
    workspace_id: str,
    source_id: str | None,
    after: list[Any] | None,
    limit: int,
) -> list[Import]:
    """The imports of a workspace, newest first; one more than `limit`."""
    wanted = select(Import).where(Import.workspace_id == workspace_id)
    if source_id is not None:
        wanted = wanted.where(Import.source_id == source_id)
    if after is not None:
        wanted = wanted.where(Import.id < after[0])
    return list(await session.scalars(wanted.order_by(Import.id.desc()).limit(limit + 1)))


async def count_unfinished(session: AsyncSession, workspace_id: str) -> int:
    """How many imports of a workspace have a file that is kept."""
    found = await session.scalar(
        select(func.count()).where(
            Import.workspace_id == workspace_id, Import.state.not_in(FINISHED)
        )
    )
    return found or 0


async def unfinished_ids(session: AsyncSession) -> list[str]:
    """The imports whose files are kept, of all workspaces."""
    return list(await session.scalars(select(Import.id).where(Import.state.not_in(FINISHED))))


async def discard(session: AsyncSession, which: ColumnElement[bool], now: datetime) -> None:
    """Give up those of these imports that are not finished."""
    await session.execute(
        update(Import)
        .where(which, Import.state.not_in(FINISHED))
        .values(state="discarded", due_at=None, lease_id=None, finished_at=now)
    )


def of_workspace(workspace_id: str) -> ColumnElement[bool]:
    """All imports of a workspace."""
    return Import.workspace_id == workspace_id


def idle_since(then: datetime) -> ColumnElement[bool]:
    """Imports that nobody has started, or gone on with, since then."""
    return (Import.created_at < then) & Import.state.not_in(RUNNING)


async def forget_texts(session: AsyncSession, workspace_id: str) -> None:
    """Remove what the imports of a workspace tell of the content of their files."""
    await session.execute(
        update(Import).where(of_workspace(workspace_id)).values(examples=[], reasons={})
    )


def due_import(now: datetime) -> Select[Import]:
    """The import that has been due for longest."""
    return select(Import).where(Import.due_at <= now).order_by(Import.due_at).limit(1)


async def is_any_due(session: AsyncSession, now: datetime) -> bool:
    """Whether there is anything to do: asked without writing, for it is asked all the time."""
    return await session.scalar(select(Import.id).where(Import.due_at <= now).limit(1)) is not None


async def still_leased(
    session: AsyncSession, import_id: str, lease_id: str | None, states: Collection[str]
) -> Import | None:
    """An import, locked, if the lease still covers it and it is in one of these states."""
    return await session.scalar(
        select(Import)
        .where(Import.id == import_id, Import.lease_id == lease_id, Import.state.in_(states))
        .with_for_update()
    )
