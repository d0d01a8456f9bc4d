"""What belongs to a workspace, and the one way to find it: within the workspaces one may see."""

from collections.abc import Collection
from typing import TypeVar

from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql.base import ExecutableOption

from waymark.db.base import Base, Identifier
from waymark.db.versioned import Versioned


class OfWorkspace:
    """A row that belongs to one workspace and goes with it.

    `workspace_id` has no index of its own: each table says which one it is the start of.
    """

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, sort_order=-2)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE"), sort_order=-2
    )


class Record(OfWorkspace, Versioned, Base):
    """A row of a workspace that counts its revisions."""

    __abstract__ = True


R = TypeVar("R", bound=OfWorkspace)


async def by_id(
    session: AsyncSession,
    model: type[R],
    row_id: str,
    visible: Collection[str],
    *options: ExecutableOption,
    lock: bool = False,
) -> R | None:
    """A row of a visible workspace; locked against other writers if asked."""
    wanted = select(model).where(model.id == row_id, model.workspace_id.in_(visible))
    wanted = wanted.options(*options)
    return await session.scalar(wanted.with_for_update() if lock else wanted)


async def ids_among(
    session: AsyncSession, model: type[Record], workspace_id: str, ids: Collection[str]
) -> set[str]:
    """Which of these are ids of rows of the workspace."""
    rows = await session.scalars(
        select(model.id).where(model.workspace_id == workspace_id, model.id.in_(ids))
    )
    return set(rows)
