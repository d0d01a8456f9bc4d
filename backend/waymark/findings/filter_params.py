"""The query parameters by which lists of findings are narrowed down."""

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Query

from waymark.findings.catalogue import REGISTRY
from waymark.findings.errors import UnknownRule
from waymark.findings.filters import Filters
from waymark.findings.model import Severity, Subject, Topic
from waymark.findings.report import State
from waymark.findings.rule_schemas import RuleId
from waymark.http.schema import Id
from waymark.kit.errors import Fault


async def get_filters(
    severity: Annotated[Severity | None, Query(description="Only those this bad.")] = None,
    rule: Annotated[RuleId | None, Query(description="Only those of this rule.")] = None,
    state: Annotated[State | None, Query(description="Only open or only dismissed ones.")] = None,
) -> Filters:
    """What every list of findings can be narrowed down by. Raises UnknownRule."""
    if rule is not None and REGISTRY.get(rule) is None:
        detail = f"There is no rule {rule}."
        raise UnknownRule(detail, faults=[Fault("?rule", UnknownRule.code, detail)])
    return Filters(severity, rule, state)


FiltersDep = Annotated[Filters, Depends(get_filters)]


async def get_workspace_filters(
    filters: FiltersDep,
    topic: Annotated[Topic | None, Query(description="Only those about this.")] = None,
    subject_kind: Annotated[
        Subject | None, Query(description="Only those of things of this kind.")
    ] = None,
    subject_id: Annotated[
        Id | None,
        Query(description="Only those of this map, persona, touchpoint or source itself."),
    ] = None,
    owner_id: Annotated[
        Id | None, Query(description="Only those of maps and touchpoints that this member owns.")
    ] = None,
    search: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=200,
            description="Only those with all of these words in what they say, in the name of the "
            "thing, or in the rule's id.",
        ),
    ] = None,
) -> Filters:
    """What lists across a workspace can be narrowed down by as well."""
    return replace(
        filters,
        topic=topic,
        subject=subject_kind,
        subject_id=subject_id,
        owner_id=owner_id,
        search=search,
    )


WorkspaceFiltersDep = Annotated[Filters, Depends(get_workspace_filters)]
