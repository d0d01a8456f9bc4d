"""A map and its touchpoints, read through the API."""

from typing import Any

import httpx

from waymark.simulation.plan import BadPlan, Stop, from_map

PAGES = 100


def read_plan(api: str, map_id: str, api_key: str) -> list[Stop]:
    """The way through a map. Raises BadPlan where it cannot be read or has no touchpoints."""
    headers = {"Authorization": f"Bearer {api_key}"}
    with httpx.Client(base_url=f"{api.rstrip('/')}/api/v1", headers=headers, timeout=30) as client:
        document = _read(client, f"/maps/{map_id}", {})
        keys: dict[str, str] = {}
        place: dict[str, Any] = {"limit": 200}
        for _ in range(PAGES):
            page = _read(client, f"/workspaces/{document['workspace_id']}/touchpoints", place)
            keys |= {entry["id"]: entry["key"] for entry in page["items"]}
            if page["next"] is None:
                break
            place["cursor"] = page["next"]
    return from_map(document, keys)


def _read(client: httpx.Client, path: str, query: dict[str, Any]) -> dict[str, Any]:
    try:
        answer = client.get(path, params=query)
    except httpx.TransportError as error:
        raise BadPlan(f"The map cannot be read: {error}") from error
    if not answer.is_success:
        reason = answer.text[:200]
        raise BadPlan(f"The map cannot be read: Waymark answered {answer.status_code}: {reason}")
    content: dict[str, Any] = answer.json()
    return content
