"""What routes about findings are handed."""

from typing import Annotated, cast

from fastapi import Depends, Header, Request

from waymark.findings.memory import FindingsMemory
from waymark.findings.messages import Messages, best_locale, messages
from waymark.findings.service import Inspector
from waymark.http.dependencies import SessionDep
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
