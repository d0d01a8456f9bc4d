"""Plain CRUD on the parts of a map: the same five operations for each kind.

Every write here is a change of one operation; POST /maps/{map_id}/changes can do the same, many at
once.
"""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Path, Response, status

from waymark.http.access import CallerDep
from waymark.http.dependencies import SessionDep
from waymark.http.etag import IfMatch, etag
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.maps import part_service as service
from waymark.maps.dependencies import MapCacheDep
from waymark.maps.part_schemas import MODELS
from waymark.maps.parts import PARTS, Kind
from waymark.maps.present import json_response
from waymark.maps.routes import MapId
from waymark.maps.wire import json_changes


def part_router(kind: Kind) -> APIRouter:
    """The five operations on one kind of part."""
    router = api_router("map parts")
    read, new, patch = MODELS[kind]
    plural = PARTS[kind].plural
    many, one = f"/maps/{{map_id}}/{plural}", f"/maps/{{map_id}}/{plural}/{{{kind}_id}}"
    article = "an" if kind is Kind.EMOTION else "a"
    ItemId = Annotated[Id, Path(alias=f"{kind}_id", description=f"The {kind}.")]

    def answer(part: service.Part, status_code: int = 200, location: str = "") -> Response:
        headers = {"ETag": etag(part["revision"])}
        if location:
            headers["Location"] = location
        return json_response(orjson.dumps(part), status_code, headers)

    @router.get(
        many,
        name=f"list_{plural}",
        response_model=Page[read],  # type: ignore[valid-type]
        description=f"List the {plural} of a map.\n\nSorted by order key.",
    )
    async def list_parts(
        map_id: MapId, caller: CallerDep, session: SessionDep, paging: PagingDep
    ) -> Response:
        found, following = await service.list_parts(session, caller, map_id, kind, paging)
        return json_response(orjson.dumps({"items": found, "next": following}))

    @router.post(
        many,
        name=f"create_{kind}",
        response_model=read,
        status_code=status.HTTP_201_CREATED,
        description=f"Put {article} {kind} into a map.",
    )
    async def create_part(
        map_id: MapId,
        body: new,  # type: ignore[valid-type]
        caller: CallerDep,
        session: SessionDep,
        cache: MapCacheDep,
    ) -> Response:
        item: dict[str, Any] = body.model_dump(mode="json")  # type: ignore[attr-defined]
        part = await service.add_part(session, cache, caller, map_id, kind, item)
        return answer(part, 201, f"/api/v1/maps/{map_id}/{plural}/{item['id']}")

    @router.get(one, name=f"get_{kind}", response_model=read, description=f"Get {article} {kind}.")
    async def get_part(
        map_id: MapId, item_id: ItemId, caller: CallerDep, session: SessionDep
    ) -> Response:
        return answer(await service.get_part(session, caller, map_id, kind, item_id))

    @router.patch(
        one, name=f"update_{kind}", response_model=read, description=f"Change {article} {kind}."
    )
    async def update_part(
        map_id: MapId,
        item_id: ItemId,
        expected: IfMatch,
        body: patch,  # type: ignore[valid-type]
        caller: CallerDep,
        session: SessionDep,
        cache: MapCacheDep,
    ) -> Response:
        fields = json_changes(body)
        return answer(
            await service.update_part(
                session, cache, caller, map_id, kind, item_id, expected, fields
            )
        )

    @router.delete(
        one,
        name=f"delete_{kind}",
        status_code=status.HTTP_204_NO_CONTENT,
        description=f"Take {article} {kind} out of a map.\n\nAnd everything below it.",
    )
    async def delete_part(
        map_id: MapId,
        item_id: ItemId,
        expected: IfMatch,
        caller: CallerDep,
        session: SessionDep,
        cache: MapCacheDep,
    ) -> None:
        await service.remove_part(session, cache, caller, map_id, kind, item_id, expected)

    return router


routers = [part_router(kind) for kind in Kind]
