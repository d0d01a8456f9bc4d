"""Finding what was done."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.audit.models import AuditEntry


async def entries_page(
    session: AsyncSession, workspace_id: str, after: list[Any] | None, limit: int
) -> list[AuditEntry]:
    """The audit entries of a workspace, newest first; one more than `limit`."""
    wanted = select(AuditEntry).where(AuditEntry.workspace_id == workspace_id)
    if after is not None:
        wanted = wanted.where(AuditEntry.id < after[0])
    rows = await session.scalars(wanted.order_by(AuditEntry.id.desc()).limit(limit + 1))
    return list(rows)
