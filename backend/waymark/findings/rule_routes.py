"""The catalogue of rules, and what workspaces settle about it."""

from typing import Annotated

from fastapi import Path, Response

from waymark.findings import settling
from waymark.findings.catalogue import REGISTRY
from waymark.findings.dependencies import MessagesDep
from waymark.findings.errors import RuleNotFound
from waymark.findings.models import FindingSettings as SettingsRow
from waymark.findings.pages import examples_of
from waymark.findings.present import present_rule, present_settings
from waymark.findings.rule_schemas import (
    FindingSettings,
    FindingSettingsUpdate,
    RuleExamples,
    RuleId,
    RuleList,
)
from waymark.http.access import Caller, CallerDep, Role
from waymark.http.dependencies import SessionDep
from waymark.http.etag import IfMatch, etag
from waymark.http.routing import api_router
from waymark.http.schema import Id

router = api_router("rules")


@router.get("/rules")
async def list_rules(caller: CallerDep, said: MessagesDep) -> RuleList:
    """List all rules.

    What each looks at, why it matters, and which thresholds it has.
    """
    return RuleList(items=[present_rule(rule, said) for rule in REGISTRY.all()])


@router.get("/rules/{rule_id}/examples")
async def get_rule_examples(
    rule_id: Annotated[RuleId, Path(description="The rule.")], caller: CallerDep
) -> RuleExamples:
    """Get the examples of a rule.

    One that it says something about, and one that it is content with.
    """
    rule = REGISTRY.get(rule_id)
    if rule is None:
        raise RuleNotFound("There is no such rule.")
    return RuleExamples(rule_id=rule.id, **examples_of(rule))


@router.get("/workspaces/{workspace_id}/finding-settings")
async def get_finding_settings(
    workspace_id: Id, caller: CallerDep, session: SessionDep, response: Response
) -> FindingSettings:
    """Get a workspace's settings of the rules.

    Every rule is there, whether anything was settled about it or not.
    """
    row = await settling.get_settings(session, caller, workspace_id)
    return _answer(row, caller, response)


@router.patch("/workspaces/{workspace_id}/finding-settings")
async def update_finding_settings(
    workspace_id: Id,
    expected: IfMatch,
    body: FindingSettingsUpdate,
    caller: CallerDep,
    session: SessionDep,
    response: Response,
) -> FindingSettings:
    """Change a workspace's settings of the rules.

    Switch a rule off, say how bad it is, or change its thresholds within their bounds.
    """
    changes = body.model_dump(mode="json", exclude_unset=True)["rules"]
    row = await settling.change_settings(session, caller, workspace_id, expected, changes)
    return _answer(row, caller, response)


def _answer(row: SettingsRow, caller: Caller, response: Response) -> FindingSettings:
    response.headers["ETag"] = etag(row.revision)
    may_edit = caller.can(Role.ADMIN, row.workspace_id)
    return present_settings(row, REGISTRY.all(), may_edit)
