"""New maps from templates: what a template needs is found in the workspace, or put there."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.kit.ids import new_id
from waymark.maps import service as maps
from waymark.maps.cache import MapCache
from waymark.maps.models import Map
from waymark.maps.wire import parse_operations
from waymark.personas import service as personas
from waymark.personas.schemas import NewPersona
from waymark.templates.authoring import Template
from waymark.templates.build import operations
from waymark.touchpoints import channels
from waymark.touchpoints import service as touchpoints
from waymark.touchpoints.schemas import NewTouchpoint


async def create_from_template(
    session: AsyncSession,
    cache: MapCache,
    caller: Caller,
    workspace_id: str,
    template: Template,
    fields: dict[str, Any],
) -> Map:
    """A new map filled by a template; `fields` has at least a title and wins over the template.

    Touchpoints that the workspace already knows by key are used, and personas by name; the others
    are added to it. Raises NotFound or Forbidden for the workspace.
    """
    caller.require(Role.EDITOR, workspace_id)
    plain = operations(
        template,
        personas=await _personas(session, workspace_id, template),
        touchpoints=await _touchpoints(session, workspace_id, template),
        new_id=new_id,
    )
    wanted = {"state": template.map.state.value, **fields}
    row, _ = await maps.create_map(
        session, cache, caller, workspace_id, wanted, parse_operations(plain)
    )
    return row


async def _personas(
    session: AsyncSession, workspace_id: str, template: Template
) -> Mapping[str, str]:
    by_name = await personas.ids_by_name(
        session, workspace_id, [persona.name for persona in template.personas]
    )
    known_channels = await channels.ids_by_key(
        session, workspace_id, {key for persona in template.personas for key in persona.channels}
    )
    ids: dict[str, str] = {}
    for persona in template.personas:
        if persona.name not in by_name:
            written = persona.model_dump(exclude={"ref", "channels"})
            liked = [known_channels[key] for key in persona.channels if key in known_channels]
            body = NewPersona(**written, channels=liked)
            made = await personas.add_persona(session, workspace_id, body.model_dump())
            by_name[persona.name] = made.id
        ids[persona.ref] = by_name[persona.name]
    return ids


async def _touchpoints(
    session: AsyncSession, workspace_id: str, template: Template
) -> Mapping[str, str]:
    by_key = await touchpoints.ids_by_key(
        session, workspace_id, [touchpoint.key for touchpoint in template.touchpoints]
    )
    known_channels = await channels.ids_by_key(
        session,
        workspace_id,
        {touchpoint.channel for touchpoint in template.touchpoints if touchpoint.channel},
    )
    ids: dict[str, str] = {}
    for touchpoint in template.touchpoints:
        if touchpoint.key not in by_key:
            body = NewTouchpoint(
                key=touchpoint.key,
                name=touchpoint.name,
                description=touchpoint.description,
                channel_id=known_channels.get(touchpoint.channel or ""),
            )
            made = await touchpoints.add_touchpoint(session, workspace_id, body.model_dump())
            by_key[touchpoint.key] = made.id
        ids[touchpoint.ref] = by_key[touchpoint.key]
    return ids
