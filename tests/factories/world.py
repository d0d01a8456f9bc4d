"""A workspace with one of everything in it, for tests that go through every operation."""

from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from httpx import AsyncClient
from waymark.http.access import Role
from waymark.kit.ids import new_id

from tests.factories.events import a_source, a_touchpoint, an_event, process_all
from tests.factories.imports import an_import
from tests.factories.maps import change
from tests.factories.people import Person, a_person


@dataclass(frozen=True)
class World:
    """Who is in a workspace, by role, and what: ids by the name that paths call them.

    Nothing else uses what `ids` names, except parts of the map that hold other parts.
    """

    people: dict[Role, AsyncClient]
    ids: dict[str, str]


async def a_world(app: FastAPI) -> World:
    """A new workspace with somebody in each role and one of everything."""
    admin = await a_person(app)
    editor = await a_person(app, "Jon", Role.EDITOR, admin.workspace_id)
    viewer = await a_person(app, "Mia", Role.VIEWER, admin.workspace_id)
    member = await a_person(app, "Ben", Role.VIEWER, admin.workspace_id)
    sender = await a_source(app, admin)
    sent = await sender.post([an_event(touchpoint="unheard_of")])
    await sender.post({"type": "identify", "customer": "anna", "traits": {"plan": "premium"}})
    await process_all(app)
    replay = await admin.client.post(admin.url("replays"), json={"kind": "dead"})
    uploaded = await an_import(admin, sender.id)
    erasure = await admin.client.post(
        admin.url("erasures"), json={"own_ids": ["ben"], "reason": "request"}
    )
    ids = {
        "workspace_id": admin.workspace_id,
        "user_id": member.id,
        "source_id": sender.id,
        "source_key": sender.key,
        "delivery_id": sent.json()["delivery_id"],
        "customer_id": app.state.vault.pseudonym(admin.workspace_id, "anna"),
        "erasure_id": erasure.json()["id"],
        "import_id": uploaded["id"],
        "replay_id": replay.json()["id"],
        "touchpoint_id": await a_touchpoint(admin, "on_no_map"),
        **await _simple_things(admin),
        **await _a_map(admin),
    }
    ids["key"] = f"LAN009.card.{ids['card_id']}"
    ids["rule_id"] = "LAN009"
    ids["dismissal_id"] = await _a_dismissal(admin, ids["map_id"])
    clients = {
        Role.ADMIN: admin.client,
        Role.EDITOR: editor.client,
        Role.VIEWER: viewer.client,
    }
    return World(clients, ids)


async def _simple_things(admin: Person) -> dict[str, str]:
    made = {}
    for name, path, body in (
        ("persona_id", "personas", {"name": "Mara"}),
        ("channel_id", "channels", {"name": "Podcast", "group": "people"}),
        ("invitation_id", "invitations", {"email": "a@b.example", "role": "viewer"}),
        ("api_key_id", "api-keys", {"name": "A machine", "scope": "read"}),
    ):
        made[name] = (await admin.make(path, **body))["id"]
    return made


async def _a_dismissal(admin: Person, map_id: str) -> str:
    made = await admin.make(
        "dismissals", subject_kind="map", subject_id=map_id, key=f"MAP002.map.{map_id}", reason=""
    )
    return str(made["id"])


async def _a_map(admin: Person) -> dict[str, str]:
    made = await admin.make("maps", title="Buying a sofa")
    kinds = ("stage", "step", "lane", "card", "placement", "emotion")
    ids = {f"{kind}_id": new_id() for kind in kinds}
    placed = await a_touchpoint(admin, "on_the_map")
    items: dict[str, dict[str, Any]] = {
        "stage": {"title": "Awareness"},
        "step": {"stage_id": ids["stage_id"], "title": "Sees a post"},
        "lane": {"kind": "actions", "title": "Actions"},
        "card": {"step_id": ids["step_id"], "lane_id": ids["lane_id"], "text": "Saves"},
        "placement": {"step_id": ids["step_id"], "touchpoint_id": placed},
        "emotion": {"step_id": ids["step_id"], "score": 1},
    }
    operations = [
        {"op": f"{kind}.add", "item": {"id": ids[f"{kind}_id"], **items[kind]}} for kind in kinds
    ]
    answer = await change(admin, made, *operations)
    assert answer.status_code == 201, answer.text
    return {"map_id": made["id"], **ids}
