"""Findings that somebody has put away."""

from typing import Annotated

from fastapi import Path, Response, status

from waymark.findings import dismissing
from waymark.findings.dependencies import FindingsMemoryDep
from waymark.findings.schemas import Dismissal, NewDismissal
from waymark.http.access import CallerDep
from waymark.http.dependencies import SessionDep
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.maps.dependencies import MapCacheDep

router = api_router("findings")


@router.get("/workspaces/{workspace_id}/dismissals")
async def list_dismissals(
    workspace_id: Id, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[Dismissal]:
    """List dismissals, oldest first.

    Also those whose findings are back because what they rest on has changed, or are gone.
    """
    rows, after = await dismissing.list_dismissals(session, caller, workspace_id, paging)
    return Page(items=[Dismissal.of(row) for row in rows], next=after)


@router.post("/workspaces/{workspace_id}/dismissals", status_code=status.HTTP_201_CREATED)
async def create_dismissal(
    workspace_id: Id,
    body: NewDismissal,
    caller: CallerDep,
    session: SessionDep,
    memory: FindingsMemoryDep,
    cache: MapCacheDep,
    response: Response,
) -> Dismissal:
    """Dismiss a finding.

    It stays away for everybody while what it points at stays as it is, and comes back by itself
    when that changes.
    """
    row = await dismissing.dismiss(
        session,
        memory,
        cache,
        caller,
        workspace_id,
        body.subject_kind,
        body.subject_id,
        body.key,
        body.reason,
    )
    return Dismissal.of(row)


@router.delete(
    "/workspaces/{workspace_id}/dismissals/{dismissal_id}",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_dismissal(
    workspace_id: Id,
    dismissal_id: Annotated[Id, Path(description="The dismissal.")],
    caller: CallerDep,
    session: SessionDep,
) -> None:
    """Reopen a finding.

    A dismissal never changes, so there is no version to name.
    """
    await dismissing.reopen(session, caller, workspace_id, dismissal_id)
