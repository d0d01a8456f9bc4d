"""The templates, and new maps made from them."""

from fastapi import Response, status

from waymark.http.access import CallerDep
from waymark.http.dependencies import SessionDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.maps.dependencies import MapCacheDep
from waymark.maps.present import map_response
from waymark.maps.schemas import MapDocument, NewMap
from waymark.maps.service import create_map as create_empty_map
from waymark.maps.service import read_whole
from waymark.templates import service
from waymark.templates.catalogue import template, templates
from waymark.templates.miniature import miniature
from waymark.templates.schemas import TemplateList, TemplateSummary

router = api_router("templates")
map_router = api_router("maps")


@router.get("/templates")
async def list_templates(caller: CallerDep) -> TemplateList:
    """List the templates.

    With miniatures; the same for every workspace.
    """
    return TemplateList(
        items=[TemplateSummary.model_validate(miniature(found)) for found in templates()]
    )


@map_router.post(
    "/workspaces/{workspace_id}/maps",
    status_code=status.HTTP_201_CREATED,
    response_model=MapDocument,
)
async def create_map(
    workspace_id: Id, body: NewMap, caller: CallerDep, session: SessionDep, cache: MapCacheDep
) -> Response:
    """Create a map.

    Empty, or filled by a template: its touchpoints and personas are added to the workspace unless
    it knows them already.
    """
    fields = body.model_dump(mode="json", exclude={"template"}, exclude_none=True)
    if body.template is None:
        row, _ = await create_empty_map(session, cache, caller, workspace_id, fields)
    else:
        row = await service.create_from_template(
            session, cache, caller, workspace_id, template(body.template), fields
        )
    whole = await read_whole(session, cache, caller, row.id)
    return map_response(caller, row.id, whole, 201)
