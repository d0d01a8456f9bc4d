"""Findings across a workspace: all of them, thing by thing, and how good its maps are."""

from waymark.findings.dependencies import InspectorDep, MessagesDep
from waymark.findings.filter_params import WorkspaceFiltersDep
from waymark.findings.overview import by_thing
from waymark.findings.overview_schemas import FindingSubjectSummary, MapScore
from waymark.findings.paging import page_of
from waymark.findings.present import present_score, present_thing
from waymark.findings.quality_service import map_scores
from waymark.findings.schemas import FindingsReport
from waymark.findings.service import Only
from waymark.http.access import CallerDep
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id

router = api_router("findings")


@router.get("/workspaces/{workspace_id}/findings")
async def list_workspace_findings(
    workspace_id: Id,
    caller: CallerDep,
    inspector: InspectorDep,
    said: MessagesDep,
    paging: PagingDep,
    filters: WorkspaceFiltersDep,
) -> FindingsReport:
    """List what there is to say of everything in a workspace.

    Each persona, touchpoint and source once, whatever maps it is on.
    """
    only = Only(filters.subject, filters.subject_id)
    report = await inspector.workspace_report(caller, workspace_id, only)
    return page_of(report, said, paging, filters)


@router.get("/workspaces/{workspace_id}/finding-subjects")
async def list_finding_subjects(
    workspace_id: Id,
    caller: CallerDep,
    inspector: InspectorDep,
    said: MessagesDep,
    paging: PagingDep,
    filters: WorkspaceFiltersDep,
) -> Page[FindingSubjectSummary]:
    """List the things that something was found of.

    Maps that nobody has looked at for long come first, then what has the worst findings, then what
    has the most of them.
    """
    only = Only(filters.subject, filters.subject_id)
    report = await inspector.workspace_report(caller, workspace_id, only)
    things = by_thing(filters.of(report, said))
    if paging.after:
        after = (*paging.after,)
        things = [one for one in things if one.place > after]
    page, following = paging.cut(things[: paging.limit + 1], lambda one: list(one.place))
    return Page(items=[present_thing(one) for one in page], next=following)


@router.get("/workspaces/{workspace_id}/map-scores")
async def list_map_scores(
    workspace_id: Id, caller: CallerDep, inspector: InspectorDep, paging: PagingDep
) -> Page[MapScore]:
    """List how good the maps of a workspace are, in the order of their ids.

    `GET /maps/{map_id}/quality` says where a map loses, and how it came to that.
    """
    page, following = await map_scores(inspector, caller, workspace_id, paging)
    return Page(items=[present_score(one) for one in page], next=following)
