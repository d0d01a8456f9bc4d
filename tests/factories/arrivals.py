"""Where what a source sent ended up, as an editor sees it through the API."""

from typing import Any

from fastapi import FastAPI

from tests.factories.events import Sender, process_all
from tests.factories.people import Person


async def arrivals(app: FastAPI, admin: Person, sender: Sender) -> list[str]:
    """Of each item of the newest delivery the key of its touchpoint, or what became of it."""
    await process_all(app)
    listed = await admin.client.get(
        f"/api/v1/workspaces/{admin.workspace_id}/deliveries", params={"source_id": sender.id}
    )
    newest = listed.json()["items"][0]
    assert newest["state"] == "done", newest
    delivery = (await admin.client.get(f"/api/v1/deliveries/{newest['id']}")).json()
    keys = {entry["id"]: entry["key"] for entry in await touchpoints(admin)}
    return [
        keys[result["touchpoint_id"]] if result["outcome"] == "accepted" else result["outcome"]
        for result in delivery["results"]
    ]


async def touchpoints(admin: Person) -> list[dict[str, Any]]:
    """The touchpoints of the workspace."""
    answer = await admin.client.get(f"/api/v1/workspaces/{admin.workspace_id}/touchpoints")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def address(admin: Person, sender: Sender) -> str:
    """The public address of a source."""
    source = await admin.client.get(f"/api/v1/sources/{sender.id}")
    return str(source.json()["url"])
