"""Starting a workspace."""

from fastapi import Response, status

from waymark.http.access import CallerDep, Role
from waymark.http.dependencies import SessionDep
from waymark.http.etag import etag
from waymark.http.routing import api_router
from waymark.onboarding import service
from waymark.workspaces.schemas import NewWorkspace, Workspace, present

router = api_router("workspaces")


@router.post("/workspaces", status_code=status.HTTP_201_CREATED)
async def create_workspace(
    body: NewWorkspace, response: Response, caller: CallerDep, session: SessionDep
) -> Workspace:
    """Start a workspace.

    The caller becomes its admin; it has the usual channels. API keys cannot do this.
    """
    row = await service.create_workspace(session, body.name, caller.require_person())
    response.headers["ETag"] = etag(row.revision)
    response.headers["Location"] = f"/api/v1/workspaces/{row.id}"
    return present(row, Role.ADMIN)
