"""Exporting a map to a file, and importing one from a file."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.interchange.file import FileChannel, FilePersona, FileTouchpoint, MapFile
from waymark.interchange.reading import check, fields_of, operations_of
from waymark.interchange.writing import file_of
from waymark.kit.ids import new_id
from waymark.maps import service as maps
from waymark.maps.cache import MapCache
from waymark.maps.models import Map
from waymark.maps.parts import Kind
from waymark.personas import service as personas
from waymark.personas.schemas import PersonaFields
from waymark.touchpoints import channels
from waymark.touchpoints import service as touchpoints
from waymark.workspaces import service as workspaces


async def export_map(
    session: AsyncSession, cache: MapCache, caller: Caller, map_id: str
) -> MapFile:
    """A map as a file. Raises MapNotFound."""
    row, document = await maps.read_document(session, cache, caller, map_id)
    placed = {item["touchpoint_id"] for item in document.items[Kind.PLACEMENT].values()}
    shown = list(document.fields["persona_ids"])
    drawn = {item["persona_id"] for item in document.items[Kind.EMOTION].values()}
    people = {one.id: one for one in await personas.all_personas(session, row.workspace_id)}
    order = [*shown, *sorted(drawn - {None, *shown})]
    catalogue = await touchpoints.all_touchpoints(session, row.workspace_id)
    known = await channels.all_channels(session, row.workspace_id)
    return file_of(
        document,
        [people[persona_id] for persona_id in order if persona_id in people],
        [touchpoint for touchpoint in catalogue if touchpoint.id in placed],
        {channel.id: channel for channel in known},
        await workspaces.member_names(session, row.workspace_id),
    )


async def import_map(
    session: AsyncSession, cache: MapCache, caller: Caller, workspace_id: str, file: MapFile
) -> Map:
    """A new map from a file; what it speaks of and the workspace lacks is made.

    Touchpoints and channels are those with the same keys, personas those of which all the same is
    said, owners the members of that name, if there is just one. Raises NotFound, Forbidden,
    BadMapFile, ImpossibleChange, DuplicateId.
    """
    caller.require(Role.EDITOR, workspace_id)
    check(file)
    channel_ids = await _channels(session, workspace_id, file.channels)
    touchpoint_ids = await _touchpoints(session, workspace_id, file.touchpoints, channel_ids)
    persona_ids = await _personas(session, workspace_id, file.personas, channel_ids)
    members = await _members_by_name(session, workspace_id)
    operations = operations_of(file, persona_ids, touchpoint_ids, members)
    fields = fields_of(file, persona_ids, members)
    row, _ = await maps.create_map(session, cache, caller, workspace_id, fields, operations[:-1])
    return row


async def _channels(
    session: AsyncSession, workspace_id: str, wanted: list[FileChannel]
) -> dict[str, str]:
    known = await channels.ids_by_key(session, workspace_id, [one.key for one in wanted])
    for one in wanted:
        if one.key not in known:
            fields = {**one.model_dump(), "id": new_id()}
            known[one.key] = (await channels.add_channel(session, workspace_id, fields)).id
    return known


async def _touchpoints(
    session: AsyncSession,
    workspace_id: str,
    wanted: list[FileTouchpoint],
    channel_ids: Mapping[str, str],
) -> dict[str, str]:
    known = await touchpoints.ids_by_key(session, workspace_id, [one.key for one in wanted])
    for one in wanted:
        if one.key not in known:
            fields = {
                **one.model_dump(exclude={"channel"}),
                "id": new_id(),
                "channel_id": channel_ids[one.channel] if one.channel else None,
                "owner_id": None,
            }
            known[one.key] = (await touchpoints.add_touchpoint(session, workspace_id, fields)).id
    return known


async def _personas(
    session: AsyncSession,
    workspace_id: str,
    wanted: list[FilePersona],
    channel_ids: Mapping[str, str],
) -> dict[str, str]:
    known = await personas.all_personas(session, workspace_id)
    names = list(PersonaFields.model_fields)
    found: dict[str, str] = {}
    for one in wanted:
        fields = one.model_dump(mode="json", exclude={"ref"})
        fields["channels"] = [channel_ids[key] for key in one.channels]
        same = (
            row.id
            for row in known
            if row.id not in found.values()
            and all(getattr(row, name) == fields[name] for name in names)
        )
        persona_id = next(same, None)
        if persona_id is None:
            persona_id = new_id()
            await personas.add_persona(session, workspace_id, {**fields, "id": persona_id})
        found[one.ref] = persona_id
    return found


async def _members_by_name(session: AsyncSession, workspace_id: str) -> dict[str, str]:
    names: dict[str, Any] = await workspaces.member_names(session, workspace_id)
    often = Counter(names.values())
    return {name: user_id for user_id, name in names.items() if often[name] == 1}
