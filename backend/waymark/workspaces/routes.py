"""Workspaces and their members."""

from fastapi import Response, status

from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.etag import IfMatch, etag
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.workspaces import members, service
from waymark.workspaces.departures import DeparturesDep
from waymark.workspaces.schemas import (
    Member,
    MemberUpdate,
    Workspace,
    WorkspaceUpdate,
    present,
    present_member,
)

router = api_router("workspaces")
member_router = api_router("members")


@router.get("/workspaces")
async def list_workspaces(
    caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[Workspace]:
    """List one's own workspaces, by name."""
    rows, after = await service.list_workspaces(session, caller, paging)
    return Page(items=[present(row, caller.roles[row.id]) for row in rows], next=after)


@router.get("/workspaces/{workspace_id}")
async def get_workspace(
    workspace_id: Id, response: Response, caller: CallerDep, session: SessionDep
) -> Workspace:
    """Show a workspace."""
    row = await service.get_workspace(session, caller, workspace_id)
    response.headers["ETag"] = etag(row.revision)
    return present(row, caller.roles[row.id])


@router.patch("/workspaces/{workspace_id}")
async def update_workspace(
    workspace_id: Id,
    body: WorkspaceUpdate,
    expected: IfMatch,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Workspace:
    """Rename a workspace."""
    row = await service.update_workspace(session, caller, workspace_id, expected, body.changes())
    response.headers["ETag"] = etag(row.revision)
    return present(row, caller.roles[row.id])


@member_router.get("/workspaces/{workspace_id}/members")
async def list_members(
    workspace_id: Id, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[Member]:
    """List members, oldest accounts first."""
    found, after = await members.list_members(session, caller, workspace_id, paging)
    return Page(items=[present_member(member, caller) for member in found], next=after)


@member_router.patch("/workspaces/{workspace_id}/members/{user_id}", responses=problems(409))
async def update_member(
    workspace_id: Id,
    user_id: Id,
    body: MemberUpdate,
    expected: IfMatch,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Member:
    """Change a member's role.

    The last admin stays one: 409 `last_admin`.
    """
    member = await members.change_role(session, caller, workspace_id, user_id, expected, body.role)
    response.headers["ETag"] = etag(member.membership.revision)
    return present_member(member, caller)


@member_router.delete(
    "/workspaces/{workspace_id}/members/{user_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(409),
)
async def remove_member(
    workspace_id: Id,
    user_id: Id,
    expected: IfMatch,
    departures: DeparturesDep,
    caller: CallerDep,
    session: SessionDep,
) -> None:
    """Remove a member, or leave.

    Admins remove anybody, everybody else only themselves. The last admin stays: 409 `last_admin`.
    Touchpoints, maps and cards that the person owned have no owner then.
    """
    await members.remove_member(session, caller, workspace_id, user_id, expected, departures)
