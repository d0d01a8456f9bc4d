"""The parts of a map one by one: each write is a change of one operation."""

from typing import Any

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller
from waymark.http.etag import ensure_current
from waymark.http.pagination import Paging
from waymark.maps import queries
from waymark.maps.cache import MapCache
from waymark.maps.changes import change_map, lock_map
from waymark.maps.errors import PartNotFound, pointing_into
from waymark.maps.operations import Add, Remove, Set
from waymark.maps.parts import Kind
from waymark.maps.service import get_map

Part = dict[str, Any]
"""An item as it goes over the wire: with the revision that touched it last."""


async def list_parts(
    session: AsyncSession, caller: Caller, map_id: str, kind: Kind, paging: Paging
) -> tuple[list[Part], str | None]:
    """A page of a map's items of one kind, by order key. Raises MapNotFound."""
    row = await get_map(session, caller, map_id)
    rows = await queries.items_of_kind(session, row.id, kind, paging.limit + 1, paging.after)
    page, following = paging.cut(rows, lambda found: [found.position, found.id])
    return [orjson.loads(found.body) for found in page], following


async def get_part(
    session: AsyncSession, caller: Caller, map_id: str, kind: Kind, item_id: str
) -> Part:
    """One item. Raises MapNotFound, PartNotFound."""
    row = await get_map(session, caller, map_id)
    body = await queries.body_of(session, row.id, kind, item_id)
    if body is None:
        raise PartNotFound(f"There is no such {kind} on this map.")
    part: Part = orjson.loads(body)
    return part


async def add_part(
    session: AsyncSession,
    cache: MapCache,
    caller: Caller,
    map_id: str,
    kind: Kind,
    item: dict[str, Any],
) -> Part:
    """Put a new item into a map."""
    row = await lock_map(session, caller, map_id)
    with pointing_into("item"):
        applied = await change_map(session, cache, caller, row, [Add(kind, item)])
    return {"revision": applied.revision, **applied.document.items[kind][item["id"]]}


async def update_part(
    session: AsyncSession,
    cache: MapCache,
    caller: Caller,
    map_id: str,
    kind: Kind,
    item_id: str,
    expected: int,
    fields: dict[str, Any],
) -> Part:
    """Set fields of an item. Raises MapNotFound, PartNotFound, Stale."""
    row = await lock_map(session, caller, map_id)
    current = await get_part(session, caller, map_id, kind, item_id)
    ensure_current(expected, current["revision"])
    with pointing_into("set"):
        applied = await change_map(session, cache, caller, row, [Set(kind, item_id, fields)])
    if not applied.operations:
        return current
    return {"revision": applied.revision, **applied.document.items[kind][item_id]}


async def remove_part(
    session: AsyncSession,
    cache: MapCache,
    caller: Caller,
    map_id: str,
    kind: Kind,
    item_id: str,
    expected: int,
) -> None:
    """Take an item out of a map. Raises MapNotFound, PartNotFound, Stale."""
    row = await lock_map(session, caller, map_id)
    current = await get_part(session, caller, map_id, kind, item_id)
    ensure_current(expected, current["revision"])
    await change_map(session, cache, caller, row, [Remove(kind, item_id)])
