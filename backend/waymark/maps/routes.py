"""Maps as a whole, and their changes."""

from typing import Annotated

import orjson
from fastapi import Header, Path, Query, Request, Response, status

from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.etag import IfMatch, etag, matches
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.http.unchanged import mark_repeatable
from waymark.maps import service
from waymark.maps.changes import change_map, lock_map
from waymark.maps.dependencies import MapCacheDep
from waymark.maps.fields import MapState
from waymark.maps.operation_schemas import MapUpdate
from waymark.maps.present import change_body, json_response, map_response, summary_body
from waymark.maps.schemas import (
    Change,
    DuplicateMap,
    MapDocument,
    MapSummary,
    NewChange,
)
from waymark.maps.wire import json_changes, operations_from

router = api_router("maps")

MapId = Annotated[Id, Path(description="The map.")]


@router.get("/workspaces/{workspace_id}/maps", response_model=Page[MapSummary])
async def list_maps(
    workspace_id: Id,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    state: Annotated[MapState | None, Query(description="Only maps in this state.")] = None,
    persona_id: Annotated[Id | None, Query(description="Only maps of this persona.")] = None,
    touchpoint_id: Annotated[
        Id | None, Query(description="Only maps on which this touchpoint is placed.")
    ] = None,
) -> Response:
    """List maps.

    With everything the gallery shows of them; the last changed ones come first.
    """
    found, following = await service.list_maps(
        session,
        caller,
        workspace_id,
        paging,
        state=state,
        persona_id=persona_id,
        touchpoint_id=touchpoint_id,
    )
    rows = [summary_body(caller, *entry) for entry in found]
    return json_response(orjson.dumps({"items": rows, "next": following}))


@router.get("/maps/{map_id}", response_model=MapDocument, responses={304: {}})
async def get_map(
    request: Request,
    map_id: MapId,
    caller: CallerDep,
    session: SessionDep,
    cache: MapCacheDep,
    if_none_match: Annotated[
        str | None, Header(description="The ETag you have; 304 when it is still the one.")
    ] = None,
) -> Response:
    """Get a whole map.

    Everything on it in one document, at one revision.
    """
    whole = await service.read_whole(session, cache, caller, map_id)
    mark_repeatable(request)
    tag = etag(whole.revision)
    if matches(if_none_match, tag):
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers={"ETag": tag})
    return map_response(caller, map_id, whole)


@router.patch("/maps/{map_id}", response_model=MapDocument)
async def update_map(
    map_id: MapId,
    expected: IfMatch,
    body: MapUpdate,
    caller: CallerDep,
    session: SessionDep,
    cache: MapCacheDep,
) -> Response:
    """Change a map's own fields."""
    await service.update_map(session, cache, caller, map_id, expected, json_changes(body))
    return map_response(caller, map_id, await service.read_whole(session, cache, caller, map_id))


@router.delete("/maps/{map_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_map(
    map_id: MapId, expected: IfMatch, caller: CallerDep, session: SessionDep
) -> None:
    """Delete a map.

    With everything on it, its changes included. Events stay: they belong to touchpoints.
    """
    await service.delete_map(session, caller, map_id, expected)


@router.post(
    "/maps/{map_id}/duplicate",
    status_code=status.HTTP_201_CREATED,
    response_model=MapDocument,
)
async def duplicate_map(
    map_id: MapId,
    body: DuplicateMap,
    caller: CallerDep,
    session: SessionDep,
    cache: MapCacheDep,
) -> Response:
    """Copy a map.

    The copy has new ids throughout, and the caller as its owner.
    """
    row, _ = await service.duplicate_map(session, cache, caller, map_id, body.title)
    whole = await service.read_whole(session, cache, caller, row.id)
    return map_response(caller, row.id, whole, 201)


@router.post(
    "/maps/{map_id}/changes",
    status_code=status.HTTP_201_CREATED,
    response_model=Change,
    responses=problems(412),
)
async def change_map_by_operations(
    map_id: MapId,
    body: NewChange,
    caller: CallerDep,
    session: SessionDep,
    cache: MapCacheDep,
) -> Response:
    """Change a map by operations.

    All of them are applied, in order, as the next revision, or none is. What others did since
    `base_revision` is merged; where that would lose somebody's edit the answer is 409 with the
    code `edit_conflict`, and `conflicts` tells both values. Up to 5,000 operations.
    """
    row = await lock_map(session, caller, map_id)
    operations = operations_from(body.operations)
    applied = await change_map(session, cache, caller, row, operations, body.base_revision)
    return json_response(orjson.dumps(change_body(applied)), 201, {"ETag": etag(applied.revision)})


@router.get("/maps/{map_id}/changes", response_model=Page[Change])
async def list_changes(
    map_id: MapId,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    after: Annotated[int, Query(ge=0, le=2**31, description="Only later revisions.")] = 0,
) -> Response:
    """List a map's changes.

    Oldest first: what was done, by whom, and the operations that undo it.
    """
    found, following = await service.list_changes(session, caller, map_id, paging, after)
    rows = [change_body(change) for change in found]
    return json_response(orjson.dumps({"items": rows, "next": following}))
