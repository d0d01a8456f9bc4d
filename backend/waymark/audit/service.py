"""The audit log: written in the transaction that does what it tells of, read by admins."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.audit import queries
from waymark.audit.models import AuditEntry
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.kit.clock import utcnow
from waymark.kit.ids import new_id


def record(
    session: AsyncSession,
    workspace_id: str,
    action: str,
    actor_id: str,
    actor_name: str,
    details: dict[str, Any],
) -> None:
    """Write down that something was done. The details are numbers and settings, never names."""
    session.add(
        AuditEntry(
            id=new_id(),
            workspace_id=workspace_id,
            action=action,
            actor_id=actor_id,
            actor_name=actor_name,
            details=details,
            created_at=utcnow(),
        )
    )


async def list_entries(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[AuditEntry], str | None]:
    """A page of the audit log, newest first. Raises NotFound, Forbidden."""
    caller.require(Role.ADMIN, workspace_id)
    rows = await queries.entries_page(session, workspace_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.id])
