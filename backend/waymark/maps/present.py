"""From rows and documents to what goes over the wire."""

from dataclasses import asdict
from typing import Any

import orjson
from fastapi import Response

from waymark.http.access import Caller, Role
from waymark.http.etag import etag
from waymark.kit.clock import rfc3339
from waymark.maps.cache import WholeMap
from waymark.maps.changes import Applied
from waymark.maps.miniature import Miniature
from waymark.maps.models import Map, MapChange
from waymark.maps.operations import to_wire


def abilities(caller: Caller, row: Map | WholeMap) -> dict[str, bool]:
    """What the caller may do with a map."""
    edits = caller.can(Role.EDITOR, row.workspace_id)
    return {"edit": edits, "delete": edits}


def map_response(caller: Caller, map_id: str, whole: WholeMap, status: int = 200) -> Response:
    """A whole map."""
    head = orjson.dumps({"abilities": abilities(caller, whole)})[:-1]
    headers = {"ETag": etag(whole.revision), "Cache-Control": "private, no-cache"}
    if status == 201:
        headers["Location"] = f"/api/v1/maps/{map_id}"
    return json_response(b"%s,%s}" % (head, whole.members), status, headers)


def json_response(
    body: bytes, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """An answer whose JSON is ready."""
    return Response(body, status_code=status, media_type="application/json", headers=headers)


def change_body(change: Applied | MapChange) -> dict[str, Any]:
    """A change, freshly applied or from the log."""
    fresh = isinstance(change, Applied)
    return {
        "map_id": change.map_id,
        "revision": change.revision,
        "base_revision": change.base_revision,
        "operations": _wire(change.operations) if fresh else change.operations,
        "inverse": _wire(change.inverse) if fresh else change.inverse,
        "actor_id": change.actor_id,
        "actor_name": change.actor_name,
        "created_at": rfc3339(change.created_at),
    }


def _wire(operations: Any) -> list[dict[str, Any]]:
    return [to_wire(operation) for operation in operations]


def summary_body(caller: Caller, row: Map, miniature: Miniature) -> dict[str, Any]:
    """A map in the gallery."""
    return {
        "id": row.id,
        "title": row.title,
        "state": row.state,
        "owner_id": row.owner_id,
        "persona_ids": row.persona_ids,
        "revision": row.revision,
        "created_at": rfc3339(row.created_at),
        "updated_at": rfc3339(row.updated_at),
        "abilities": abilities(caller, row),
        "miniature": asdict(miniature),
    }
