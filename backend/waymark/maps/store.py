"""Between documents and rows: reading a map, writing what a change touched."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.committed import when_committed
from waymark.kit.clock import rfc3339
from waymark.maps import queries
from waymark.maps.cache import MapCache, WholeMap
from waymark.maps.document import Document, Fields, Item
from waymark.maps.errors import MapNotFound
from waymark.maps.fields import MapFields
from waymark.maps.models import Map
from waymark.maps.operations import Outcome
from waymark.maps.parts import PARTS, Kind

FIELD_NAMES = tuple(MapFields.model_fields)


class MapStore:
    """Reads and writes maps within one session, remembering what it saw for the next one."""

    def __init__(self, session: AsyncSession, cache: MapCache) -> None:
        self._session = session
        self._cache = cache

    async def document(self, row: Map) -> Document:
        """The whole map as plain data, at the row's revision."""
        found = self._cache.document(row.id, row.revision)
        if found is None:
            found = await self._load(row)
            self._cache.keep_document(row.id, row.revision, found)
        return found

    async def _load(self, row: Map) -> Document:
        rows = await queries.whole_map(self._session, row.id)
        while rows and rows[0].revision != row.revision:
            await self._session.refresh(row)
            rows = await queries.whole_map(self._session, row.id)
        if not rows:
            raise MapNotFound("There is no such map any more.")
        document = Document.empty(_fields(row))
        for kind, members in _lists(rows).items():
            items: list[Item] = orjson.loads(f"[{members}]")
            for item in items:
                del item["revision"]
                document.items[Kind(kind)][item["id"]] = item
        return document

    async def whole(self, map_id: str) -> WholeMap:
        """The map as it goes over the wire. Raises MapNotFound."""
        await self._session.flush()
        known = self._cache.whole(map_id)
        if known is not None:
            version = await queries.version_of(self._session, map_id)
            if version == (known.workspace_id, known.revision):
                return known
        rows = await queries.whole_map(self._session, map_id)
        if not rows:
            raise MapNotFound("There is no such map.")
        whole = WholeMap(rows[0].workspace_id, rows[0].revision, _members(rows))
        when_committed(self._session, lambda: self._cache.keep_whole(map_id, whole))
        return whole

    async def save(self, row: Map, outcome: Outcome, revision: int) -> None:
        """Write the items and fields that a change touched, as of the new revision.

        The caller updates the row's own `revision`. What is remembered changes only when the
        transaction is committed.
        """
        document = outcome.document
        rows = [
            _row(row.id, kind, document.items[kind][item_id], revision)
            for item_id, kind in outcome.changed.items()
            if item_id in document.items[kind]
        ]
        gone = [
            item_id
            for item_id, kind in outcome.changed.items()
            if item_id not in document.items[kind]
        ]
        await queries.delete_items(self._session, row.id, gone)
        await queries.put_items(self._session, rows)
        await self._save_fields(row, document.fields)
        when_committed(self._session, lambda: self._cache.keep_document(row.id, revision, document))

    async def _save_fields(self, row: Map, fields: Fields) -> None:
        if row.persona_ids != fields["persona_ids"]:
            await queries.replace_personas(self._session, row.id, fields["persona_ids"])
        for name in FIELD_NAMES:
            value = _to_column(name, fields[name])
            if getattr(row, name) != value:
                setattr(row, name, value)


def _lists(rows: Sequence[Row[*tuple[Any, ...]]]) -> dict[str, str]:
    return {row.kind: row.members for row in rows if row.kind is not None}


def _members(rows: Sequence[Row[*tuple[Any, ...]]]) -> bytes:
    row, lists = rows[0], _lists(rows)
    head = {
        "id": row.id,
        "workspace_id": row.workspace_id,
        "revision": row.revision,
        "created_at": rfc3339(row.created_at),
        "updated_at": rfc3339(row.updated_at),
        **_fields(row),
    }
    # Put together once: a map is long, and every copy of it costs.
    pieces = [orjson.dumps(head)[1:-1]]
    for kind, part in PARTS.items():
        pieces += (b',"%s":[' % part.plural.encode(), lists.get(kind, "").encode(), b"]")
    return b"".join(pieces)


def _fields(row: Map | Row[*tuple[Any, ...]]) -> Fields:
    fields: dict[str, Any] = {name: getattr(row, name) for name in FIELD_NAMES}
    fields["reviewed_on"] = row.reviewed_on.isoformat() if row.reviewed_on else None
    return fields


def _to_column(name: str, value: Any) -> Any:
    if name == "reviewed_on" and value is not None:
        return date.fromisoformat(value)
    return value


def _row(map_id: str, kind: Kind, item: Item, revision: int) -> dict[str, Any]:
    return {
        "map_id": map_id,
        "id": item["id"],
        "kind": kind.value,
        "position": item.get("order", ""),
        "touchpoint_id": item.get("touchpoint_id"),
        "body": orjson.dumps({"revision": revision, **item}).decode(),
    }
