"""Checking drafts that are never stored."""

from typing import Annotated

from fastapi import Query

from waymark.findings import drafts
from waymark.findings.context import Context
from waymark.findings.dependencies import InspectorDep, MessagesDep
from waymark.findings.messages import Messages
from waymark.findings.present import present_report
from waymark.findings.report import Report
from waymark.findings.schemas import FindingsReport
from waymark.findings.service import Inspector
from waymark.http.access import Caller, CallerDep, Role
from waymark.http.contract import problems
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.interchange.file import MapFile
from waymark.personas.schemas import PersonaFields
from waymark.touchpoints.schemas import TouchpointFields

router = api_router("findings")

MAX_FINDINGS = 2_000
"""Of a draft all findings are told at once, up to here; `counts` and `groups` tell of all."""

In = Annotated[
    Id | None,
    Query(description="Judge by this workspace's settings, beside what is in it."),
]


@router.post("/validate/map", responses=problems(404))
async def validate_map(
    body: MapFile,
    caller: CallerDep,
    inspector: InspectorDep,
    said: MessagesDep,
    workspace_id: In = None,
) -> FindingsReport:
    """Check a draft of a map.

    In the format of exported maps. Nothing is stored, and imperfect content is never refused; only
    a file that contradicts itself is.
    """
    context = await _context(inspector, caller, workspace_id)
    return _told(drafts.check_map_draft(body, context.settings), said)


@router.post("/validate/persona", responses=problems(404))
async def validate_persona(
    body: PersonaFields,
    caller: CallerDep,
    inspector: InspectorDep,
    said: MessagesDep,
    workspace_id: In = None,
) -> FindingsReport:
    """Check a draft of a persona.

    Nothing is stored. With a workspace, it is compared with the personas there.
    """
    context = await _context(inspector, caller, workspace_id)
    return _told(drafts.check_persona_draft(body.model_dump(mode="json"), context), said)


@router.post("/validate/touchpoint", responses=problems(404))
async def validate_touchpoint(
    body: TouchpointFields,
    caller: CallerDep,
    inspector: InspectorDep,
    said: MessagesDep,
    workspace_id: In = None,
) -> FindingsReport:
    """Check a draft of a touchpoint.

    Nothing is stored. With a workspace, it is compared with the touchpoints there.
    """
    context = await _context(inspector, caller, workspace_id)
    return _told(drafts.check_touchpoint_draft(body.model_dump(mode="json"), context), said)


async def _context(inspector: Inspector, caller: Caller, workspace_id: str | None) -> Context:
    if workspace_id is None:
        return drafts.nobody()
    caller.require(Role.VIEWER, workspace_id)
    return await inspector.context(workspace_id)


def _told(report: Report, said: Messages) -> FindingsReport:
    return present_report(report, said, list(report.findings[:MAX_FINDINGS]), None)
