"""What routes about findings are handed."""

from collections.abc import Callable
from typing import Annotated, cast

from fastapi import Depends, Header, Query, Request

from waymark.findings.catalogue import REGISTRY
from waymark.findings.errors import UnknownRule
from waymark.findings.memory import FindingsMemory
from waymark.findings.messages import Messages, best_locale, messages
from waymark.findings.model import Severity
from waymark.findings.report import Finding, State
from waymark.findings.rule_schemas import RuleId
from waymark.findings.service import Inspector
from waymark.http.dependencies import SessionDep
from waymark.kit.errors import Fault
from waymark.maps.dependencies import MapCacheDep


async def get_findings_memory(request: Request) -> FindingsMemory:
    """The process's memory of checked maps."""
    return cast(FindingsMemory, request.app.state.findings)


FindingsMemoryDep = Annotated[FindingsMemory, Depends(get_findings_memory)]


async def get_inspector(
    session: SessionDep, memory: FindingsMemoryDep, cache: MapCacheDep
) -> Inspector:
    """Looks at things within the request's session."""
    return Inspector(session, memory, cache)


InspectorDep = Annotated[Inspector, Depends(get_inspector)]


async def get_messages(
    accept_language: Annotated[
        str | None, Header(max_length=1000, description="The languages you read, best first.")
    ] = None,
) -> Messages:
    """The message catalogue in the caller's language."""
    return messages(best_locale(accept_language))


MessagesDep = Annotated[Messages, Depends(get_messages)]


async def get_wanted(
    severity: Annotated[Severity | None, Query(description="Only those this bad.")] = None,
    rule: Annotated[RuleId | None, Query(description="Only those of this rule.")] = None,
    state: Annotated[State | None, Query(description="Only open or only dismissed ones.")] = None,
) -> Callable[[Finding], bool]:
    """Whether a finding is among those that were asked for. Raises UnknownRule."""
    if rule is not None and REGISTRY.get(rule) is None:
        detail = f"There is no rule {rule}."
        raise UnknownRule(detail, faults=[Fault("?rule", UnknownRule.code, detail)])

    def wanted(one: Finding) -> bool:
        return (
            (severity is None or one.severity is severity)
            and (rule is None or one.said.rule.id == rule)
            and (state is None or one.state is state)
        )

    return wanted


WantedDep = Annotated[Callable[[Finding], bool], Depends(get_wanted)]
