"""Maps: listing, reading, creating, copying, deleting. How they change is in changes.py."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.http.etag import ensure_current
from waymark.http.pagination import Paging
from waymark.http.usage import Use
from waymark.kit.clock import utcnow
from waymark.kit.ids import new_id
from waymark.maps import queries, reference_queries
from waymark.maps.cache import MapCache, WholeMap
from waymark.maps.changes import Applied, change_map, lock_map
from waymark.maps.document import Document
from waymark.maps.errors import MapNotFound, pointing_into
from waymark.maps.miniature import Miniature, miniatures
from waymark.maps.models import Map, MapChange
from waymark.maps.operations import Add, Operation, Set
from waymark.maps.parts import Kind
from waymark.maps.store import MapStore

MAX_MAPS = 2_000


async def get_map(session: AsyncSession, caller: Caller, map_id: str) -> Map:
    """The map's own row. Raises MapNotFound."""
    row = await queries.map_by_id(session, map_id, caller.workspace_ids)
    if row is None:
        raise MapNotFound("There is no such map.")
    return row


async def read_whole(
    session: AsyncSession, cache: MapCache, caller: Caller, map_id: str
) -> WholeMap:
    """A map as it goes over the wire. Raises MapNotFound."""
    whole = await MapStore(session, cache).whole(map_id)
    if whole.workspace_id not in caller.roles:
        raise MapNotFound("There is no such map.")
    return whole


async def read_document(
    session: AsyncSession, cache: MapCache, caller: Caller, map_id: str
) -> tuple[Map, Document]:
    """A map as plain data, for features that look at it. Raises MapNotFound."""
    row = await get_map(session, caller, map_id)
    return row, await MapStore(session, cache).document(row)


async def list_maps(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    paging: Paging,
    *,
    state: str | None = None,
    persona_id: str | None = None,
    touchpoint_id: str | None = None,
) -> tuple[list[tuple[Map, Miniature]], str | None]:
    """A page of the gallery: maps with their miniatures, last changed first."""
    caller.require(Role.VIEWER, workspace_id)
    after = (datetime.fromisoformat(paging.after[0]), paging.after[1]) if paging.after else None
    rows = await queries.page_of_maps(
        session,
        workspace_id,
        limit=paging.limit + 1,
        after=after,
        state=state,
        persona_id=persona_id,
        touchpoint_id=touchpoint_id,
    )
    page, following = paging.cut(rows, lambda row: [row.updated_at.isoformat(), row.id])
    ids = [row.id for row in page]
    pictures = await miniatures(session, ids)
    return [(row, pictures[row.id]) for row in page], following


async def create_map(
    session: AsyncSession,
    cache: MapCache,
    caller: Caller,
    workspace_id: str,
    fields: dict[str, Any],
    operations: Sequence[Operation] = (),
) -> tuple[Map, Document]:
    """A new map with at least a title; its first content goes the way of every change."""
    caller.require(Role.EDITOR, workspace_id)
    now = utcnow()
    row = Map(
        id=new_id(),
        workspace_id=workspace_id,
        revision=1,
        created_at=now,
        updated_at=now,
        title=fields["title"],
        state=fields.get("state", "current"),
        goal="",
        goal_start="",
        goal_end="",
        scenario="",
        constraints=[],
        persona_ids=[],
        owner_id=caller.user_id,
        reviewed_on=None,
        goal_step_id=None,
    )
    session.add(row)
    await session.flush()
    # What the map says of itself comes last: it may point at a step.
    applied = await change_map(session, cache, caller, row, [*operations, Set(None, "", fields)])
    return row, applied.document


async def duplicate_map(
    session: AsyncSession, cache: MapCache, caller: Caller, map_id: str, title: str
) -> tuple[Map, Document]:
    """A copy of a map under another title, with new ids throughout."""
    row, document = await read_document(session, cache, caller, map_id)
    ids = {item_id: new_id() for items in document.items.values() for item_id in items}
    operations = [
        Add(
            kind,
            {
                name: ids.get(value, value) if isinstance(value, str) else value
                for name, value in item.items()
            },
        )
        for kind in Kind
        for item in document.items[kind].values()
    ]
    fields = dict(document.fields, title=title)
    fields["goal_step_id"] = ids.get(fields["goal_step_id"])
    fields["owner_id"] = caller.user_id
    return await create_map(session, cache, caller, row.workspace_id, fields, operations)


async def delete_map(session: AsyncSession, caller: Caller, map_id: str, expected: int) -> None:
    """Delete a map with everything in it. Raises MapNotFound, Stale."""
    row = await lock_map(session, caller, map_id)
    ensure_current(expected, row.revision)
    await queries.delete_map(session, row.id)


async def update_map(
    session: AsyncSession,
    cache: MapCache,
    caller: Caller,
    map_id: str,
    expected: int,
    fields: dict[str, Any],
) -> Applied:
    """Set the map's own fields. Raises MapNotFound, Stale."""
    row = await lock_map(session, caller, map_id)
    ensure_current(expected, row.revision)
    with pointing_into("set"):
        return await change_map(session, cache, caller, row, [Set(None, "", fields)])


async def list_changes(
    session: AsyncSession, caller: Caller, map_id: str, paging: Paging, after: int
) -> tuple[list[MapChange], str | None]:
    """A page of the changes after a revision, oldest first. Raises MapNotFound."""
    row = await get_map(session, caller, map_id)
    start = paging.after[0] if paging.after else after
    rows = await queries.changes_after(session, row.id, start, paging.limit + 1)
    return paging.cut(rows, lambda change: [change.revision])


async def changes_since(
    session: AsyncSession, row: Map, revision: int, limit: int
) -> list[MapChange]:
    """The changes after a revision of a map that was found already, oldest first."""
    return await queries.changes_after(session, row.id, revision, limit)


async def last_changes(session: AsyncSession, map_id: str, limit: int) -> list[MapChange]:
    """The last changes of a map that was found already, the newest first."""
    return await queries.last_changes(session, map_id, limit)


async def uses_of_touchpoint(session: AsyncSession, thing_id: str, limit: int) -> list[Use]:
    """The maps on which a touchpoint is placed."""
    rows = await reference_queries.maps_with_touchpoint(session, thing_id, limit)
    return [Use("map", row.id, row.title) for row in rows]


async def uses_of_persona(session: AsyncSession, thing_id: str, limit: int) -> list[Use]:
    """The maps that show a persona's journey."""
    rows = await reference_queries.maps_with_persona(session, thing_id, limit)
    return [Use("map", row.id, row.title) for row in rows]


async def maps_per_persona(session: AsyncSession, workspace_id: str) -> dict[str, int]:
    """How many maps of a workspace show each persona; those on none are left out."""
    return await reference_queries.maps_per_persona(session, workspace_id)


async def all_maps(session: AsyncSession, workspace_id: str) -> list[Map]:
    """The maps of a workspace, for features that look at all of them: the last changed 2,000."""
    return await reference_queries.maps_of(session, workspace_id, MAX_MAPS)


async def document_of(session: AsyncSession, cache: MapCache, row: Map) -> Document:
    """A map that was found already, as plain data. Raises MapNotFound when it has just gone."""
    return await MapStore(session, cache).document(row)


async def revisions_of(session: AsyncSession, map_ids: Collection[str]) -> dict[str, int]:
    """The current revisions of these maps; those that are gone are left out."""
    return await reference_queries.revisions_of(session, map_ids)
