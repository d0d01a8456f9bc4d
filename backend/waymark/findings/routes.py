"""Findings of maps, personas and touchpoints, and mending them."""

from typing import Annotated

import orjson
from fastapi import Path, Response

from waymark.findings.dependencies import FindingsMemoryDep, InspectorDep, MessagesDep
from waymark.findings.filter_params import FiltersDep
from waymark.findings.fixing import fix_finding
from waymark.findings.paging import page_of
from waymark.findings.present import present_fix, present_quality
from waymark.findings.quality_schemas import MapQuality
from waymark.findings.quality_service import map_quality
from waymark.findings.schemas import FindingFix, FindingKey, FindingsReport, FixRequest
from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.pagination import PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.maps.dependencies import MapCacheDep
from waymark.maps.present import json_response

router = api_router("findings")


@router.get("/maps/{map_id}/findings")
async def list_map_findings(
    map_id: Id,
    caller: CallerDep,
    inspector: InspectorDep,
    said: MessagesDep,
    paging: PagingDep,
    filters: FiltersDep,
) -> FindingsReport:
    """List what there is to say of a map.

    And of the personas and touchpoints on it, and the sources that feed it. The worst comes first.
    """
    report = await inspector.map_report(caller, map_id)
    return page_of(report, said, paging, filters)


@router.get("/personas/{persona_id}/findings")
async def list_persona_findings(
    persona_id: Id,
    caller: CallerDep,
    inspector: InspectorDep,
    said: MessagesDep,
    paging: PagingDep,
    filters: FiltersDep,
) -> FindingsReport:
    """List what there is to say of a persona."""
    report = await inspector.persona_report(caller, persona_id)
    return page_of(report, said, paging, filters)


@router.get("/touchpoints/{touchpoint_id}/findings")
async def list_touchpoint_findings(
    touchpoint_id: Id,
    caller: CallerDep,
    inspector: InspectorDep,
    said: MessagesDep,
    paging: PagingDep,
    filters: FiltersDep,
) -> FindingsReport:
    """List what there is to say of a touchpoint."""
    report = await inspector.touchpoint_report(caller, touchpoint_id)
    return page_of(report, said, paging, filters)


@router.get("/maps/{map_id}/quality")
async def get_map_quality(
    map_id: Id,
    caller: CallerDep,
    session: SessionDep,
    memory: FindingsMemoryDep,
    cache: MapCacheDep,
    said: MessagesDep,
) -> MapQuality:
    """Get the quality of a map.

    From 0 to 100, by topic, and on the last 30 days on which the map was changed.
    """
    return present_quality(await map_quality(session, memory, cache, caller, map_id), said)


@router.post(
    "/maps/{map_id}/findings/{key}/fix",
    response_model=FindingFix,
    responses=problems(409),
)
async def fix_map_finding(
    map_id: Id,
    key: Annotated[FindingKey, Path(description="The finding's key.")],
    body: FixRequest,
    caller: CallerDep,
    session: SessionDep,
    memory: FindingsMemoryDep,
    cache: MapCacheDep,
    said: MessagesDep,
) -> Response:
    """Mend a finding, or show how.

    The fix is a change like any other: its `inverse` undoes it. Where there is nothing to mend any
    more the answer is 409 `fix_no_longer_applies`, and nothing is changed; 409 `no_fix` where it
    takes a person.
    """
    fixed = await fix_finding(session, memory, cache, caller, said, map_id, key, really=body.apply)
    return json_response(orjson.dumps(present_fix(fixed)))
