"""Finding erasures."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.privacy.models import Erasure


async def erasure_by_id(
    session: AsyncSession, erasure_id: str, visible: Collection[str]
) -> Erasure | None:
    """An erasure in a visible workspace."""
    return await session.scalar(
        select(Erasure).where(Erasure.id == erasure_id, Erasure.workspace_id.in_(visible))
    )


async def erasures_page(
    session: AsyncSession, workspace_id: str, after: list[Any] | None, limit: int
) -> list[Erasure]:
    """The erasures of a workspace, newest first; one more than `limit`."""
    wanted = select(Erasure).where(Erasure.workspace_id == workspace_id)
    if after is not None:
        wanted = wanted.where(Erasure.id < after[0])
    return list(await session.scalars(wanted.order_by(Erasure.id.desc()).limit(limit + 1)))


def due_erasure(now: datetime) -> Select[Erasure]:
    """The erasure that has been due for longest."""
    return select(Erasure).where(Erasure.due_at <= now).order_by(Erasure.due_at).limit(1)


async def is_any_due(session: AsyncSession, now: datetime) -> bool:
    """Whether there is anything to do: asked without writing, for it is asked all the time."""
    due = select(Erasure.id).where(Erasure.due_at <= now).limit(1)
    return await session.scalar(due) is not None


async def still_leased(
    session: AsyncSession, erasure_id: str, lease_id: str | None
) -> Erasure | None:
    """An erasure, locked, if the lease still covers it."""
    return await session.scalar(
        select(Erasure)
        .where(Erasure.id == erasure_id, Erasure.lease_id == lease_id)
        .with_for_update()
    )
