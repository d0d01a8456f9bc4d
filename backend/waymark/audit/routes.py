"""The audit log of a workspace."""

from waymark.audit import service
from waymark.audit.schemas import AuditEntry
from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id

router = api_router("audit")


@router.get("/workspaces/{workspace_id}/audit", responses=problems(403))
async def list_audit_entries(
    workspace_id: Id, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[AuditEntry]:
    """List what was done that has to be accounted for.

    Newest first. For admins.
    """
    rows, after = await service.list_entries(session, caller, workspace_id, paging)
    return Page(items=[AuditEntry.of(row) for row in rows], next=after)
