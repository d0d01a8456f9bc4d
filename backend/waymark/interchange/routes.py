"""Maps as files."""

from fastapi import Response, status

from waymark.http.access import CallerDep
from waymark.http.dependencies import SessionDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.interchange import service
from waymark.interchange.file import MapFile
from waymark.maps import service as maps
from waymark.maps.dependencies import MapCacheDep
from waymark.maps.present import map_response
from waymark.maps.schemas import MapDocument

router = api_router("maps")


@router.get("/maps/{map_id}/file")
async def get_map_file(
    map_id: Id, caller: CallerDep, session: SessionDep, cache: MapCacheDep
) -> MapFile:
    """Export a map to a file.

    With the personas, touchpoints and channels it speaks of. Importing the file and exporting it
    again gives the same file. Its JSON Schema is `openapi/map-file.schema.json`.
    """
    return await service.export_map(session, cache, caller, map_id)


@router.post(
    "/workspaces/{workspace_id}/maps/file",
    status_code=status.HTTP_201_CREATED,
    response_model=MapDocument,
)
async def create_map_from_file(
    workspace_id: Id, body: MapFile, caller: CallerDep, session: SessionDep, cache: MapCacheDep
) -> Response:
    """Import a map from a file.

    Touchpoints and channels are found by their keys, personas by what is said of them; what is not
    there yet is made. Owners are the members of that name, if there is just one.
    """
    row = await service.import_map(session, cache, caller, workspace_id, body)
    whole = await maps.read_whole(session, cache, caller, row.id)
    return map_response(caller, row.id, whole, 201)
