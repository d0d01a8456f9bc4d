"""Editing one map from several places at once, through the API."""

from typing import Any

from fastapi import FastAPI
from waymark.http.access import Role
from waymark.kit.ids import new_id

from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person, a_person


def sets(card: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """The operation that sets fields of a card."""
    return {"op": "card.set", "id": card["id"], "set": fields}


async def test_a_change_gives_the_next_revision_and_the_way_back(admin: Person) -> None:
    document = await a_map(admin)
    card = document["cards"][0]
    done = (await change(admin, document, sets(card, text="Saves the post", severity=2))).json()
    assert done["revision"] == document["revision"] + 1
    changed = await read_map(admin, document["id"])
    assert changed["cards"][0]["text"] == "Saves the post"
    assert changed["cards"][0]["revision"] == done["revision"]
    await change(admin, changed, *done["inverse"])
    restored = await read_map(admin, document["id"])
    for moving in ("revision", "updated_at"):
        restored.pop(moving), document.pop(moving)
    restored["cards"][0].pop("revision"), document["cards"][0].pop("revision")
    assert restored == document


async def test_the_items_of_a_map_come_in_their_order(admin: Person) -> None:
    document = await a_map(admin)
    first = document["cards"][0]
    keys = ["a5", "Zz", "a0V", "a1", "b00"]
    more = [{**first, "id": new_id(), "order": key, "text": key} for key in keys]
    for card in more:
        card.pop("revision")
    added = await change(admin, document, *({"op": "card.add", "item": card} for card in more))
    assert added.status_code == 201, added.text
    cards = (await read_map(admin, document["id"]))["cards"]
    assert [card["order"] for card in cards] == sorted([first["order"], *keys])
    moved = {"op": "card.set", "id": more[0]["id"], "set": {"order": "Zy"}}
    assert (await change(admin, added.json() | {"id": document["id"]}, moved)).status_code == 201
    cards = (await read_map(admin, document["id"]))["cards"]
    assert cards[0]["id"] == more[0]["id"]
    assert [card["order"] for card in cards] == sorted(card["order"] for card in cards)


async def test_edits_of_different_fields_merge(app: FastAPI, admin: Person) -> None:
    document = await a_map(admin)
    card = document["cards"][0]
    jonas = await a_person(app, "Jonas", Role.EDITOR, admin.workspace_id)
    assert (await change(jonas, document, sets(card, severity=3))).status_code == 201
    assert (await change(admin, document, sets(card, text="Mine"))).status_code == 201
    merged = (await read_map(admin, document["id"]))["cards"][0]
    assert (merged["text"], merged["severity"]) == ("Mine", 3)


async def test_the_same_field_is_a_conflict_with_both_values_and_nothing_is_applied(
    app: FastAPI, admin: Person
) -> None:
    document = await a_map(admin)
    card = document["cards"][0]
    jonas = await a_person(app, "Jonas", Role.EDITOR, admin.workspace_id)
    await change(jonas, document, sets(card, text="Theirs"))
    answer = await change(admin, document, sets(card, tags=["x"]), sets(card, text="Mine"))
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["code"] == "edit_conflict"
    (conflict,) = problem["conflicts"]
    assert (conflict["base"], conflict["yours"], conflict["theirs"]) == (
        "Saves",
        "Mine",
        "Theirs",
    )
    assert (conflict["operation"], conflict["field"]) == (1, "text")
    assert conflict["their_actor_name"] == "Jonas"
    after = (await read_map(admin, document["id"]))["cards"][0]
    assert (after["text"], after["tags"]) == ("Theirs", [])


async def test_removing_what_a_colleague_has_just_edited_is_asked_first(
    app: FastAPI, admin: Person
) -> None:
    document = await a_map(admin)
    jonas = await a_person(app, "Jonas", Role.EDITOR, admin.workspace_id)
    await change(jonas, document, sets(document["cards"][0], text="Theirs"))
    stage = document["stages"][0]["id"]
    answer = await change(admin, document, {"op": "stage.remove", "id": stage})
    assert answer.status_code == 409
    assert answer.json()["conflicts"][0]["theirs"]["text"] == "Theirs"


async def test_editing_what_a_colleague_has_removed_says_so(app: FastAPI, admin: Person) -> None:
    document = await a_map(admin)
    card, step = document["cards"][0], document["steps"][0]
    jonas = await a_person(app, "Jonas", Role.EDITOR, admin.workspace_id)
    await change(jonas, document, {"op": "step.remove", "id": step["id"]})
    answer = await change(admin, document, sets(card, text="Mine"))
    assert answer.status_code == 409
    assert answer.json()["conflicts"][0]["kind"] == "removed"
    new = {"step_id": step["id"], "lane_id": document["lanes"][0]["id"], "text": "x"}
    answer = await change(admin, document, {"op": "card.add", "item": new})
    assert answer.json()["conflicts"][0]["item_id"] == step["id"]


async def test_a_change_that_does_not_fit_points_at_the_operation(
    admin: Person,
) -> None:
    document = await a_map(admin)
    bad = {
        "op": "card.add",
        "item": {"step_id": new_id(), "lane_id": new_id(), "text": "x"},
    }
    answer = await change(admin, document, sets(document["cards"][0], text="y"), bad)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/operations/1/item/step_id"
    assert answer.json()["errors"][0]["code"] == "unknown_step"
    unchanged = await read_map(admin, document["id"])
    assert unchanged == document


async def test_a_map_never_points_into_another_workspace(admin: Person, stranger: Person) -> None:
    path = stranger.url("personas")
    persona = (await stranger.client.post(path, json={"name": "Theirs"})).json()
    document = await a_map(admin)
    answer = await change(
        admin, document, {"op": "map.set", "set": {"persona_ids": [persona["id"]]}}
    )
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "unknown_persona"


async def test_sending_a_change_twice_with_one_key_applies_it_once(
    admin: Person,
) -> None:
    document = await a_map(admin)
    body = {
        "base_revision": document["revision"],
        "operations": [{"op": "lane.add", "item": {"kind": "thoughts"}}],
    }
    path, headers = (
        f"/api/v1/maps/{document['id']}/changes",
        {"Idempotency-Key": new_id()},
    )
    first = await admin.client.post(path, json=body, headers=headers)
    second = await admin.client.post(path, json=body, headers=headers)
    assert first.json() == second.json()
    assert second.headers["idempotency-replayed"] == "true"
    after = await read_map(admin, document["id"])
    assert len(after["lanes"]) == 2
    body["operations"] = []
    other = await admin.client.post(
        path,
        json={**body, "operations": [{"op": "lane.add", "item": {"kind": "quotes"}}]},
        headers=headers,
    )
    assert other.status_code == 422


async def test_a_map_that_has_not_changed_is_not_sent_again(admin: Person) -> None:
    document = await a_map(admin)
    path = f"/api/v1/maps/{document['id']}"
    tag = (await admin.client.get(path)).headers["etag"]
    assert (await admin.client.get(path, headers={"If-None-Match": tag})).status_code == 304
    await change(admin, document, sets(document["cards"][0], text="New"))
    assert (await admin.client.get(path, headers={"If-None-Match": tag})).status_code == 200


async def test_parts_are_edited_one_by_one_with_their_versions(admin: Person) -> None:
    document = await a_map(admin)
    base = f"/api/v1/maps/{document['id']}"
    body = {
        "step_id": document["steps"][0]["id"],
        "lane_id": document["lanes"][0]["id"],
        "text": "Opens three tabs",
    }
    made = await admin.client.post(f"{base}/cards", json=body)
    assert made.status_code == 201
    path = made.headers["location"]
    assert (await admin.client.patch(path, json={"text": "x"})).status_code == 428
    tag = made.headers["etag"]
    changed = await admin.client.patch(path, json={"text": "x"}, headers={"If-Match": tag})
    assert changed.json()["text"] == "x"
    stale = await admin.client.patch(path, json={"text": "y"}, headers={"If-Match": tag})
    assert stale.status_code == 412
    assert stale.json()["revision"] == changed.json()["revision"]
    gone = await admin.client.delete(path, headers={"If-Match": changed.headers["etag"]})
    assert gone.status_code == 204
    assert (await admin.client.get(path)).status_code == 404
    listed = (await admin.client.get(f"{base}/cards", params={"limit": 1})).json()
    assert [card["text"] for card in listed["items"]] == ["Saves"]


async def test_a_viewer_reads_and_a_stranger_sees_nothing(
    app: FastAPI, admin: Person, stranger: Person
) -> None:
    document = await a_map(admin)
    viewer = await a_person(app, "Vera", Role.VIEWER, admin.workspace_id)
    seen = await viewer.client.get(f"/api/v1/maps/{document['id']}")
    assert seen.json()["abilities"] == {"edit": False, "delete": False}
    refused = await change(viewer, document, sets(document["cards"][0], text="x"))
    assert refused.status_code == 403
    hidden = await stranger.client.get(f"/api/v1/maps/{document['id']}")
    assert hidden.status_code == 404


async def test_a_copy_shares_nothing_with_its_original(admin: Person) -> None:
    document = await a_map(admin)
    path = f"/api/v1/maps/{document['id']}/duplicate"
    copy = (await admin.client.post(path, json={"title": "Next year"})).json()
    assert copy["title"] == "Next year"
    assert copy["cards"][0]["text"] == "Saves"
    assert copy["cards"][0]["id"] != document["cards"][0]["id"]
    assert copy["cards"][0]["step_id"] == copy["steps"][0]["id"]


async def test_the_gallery_shows_miniatures_page_by_page(admin: Person) -> None:
    for _ in range(3):
        document = await a_map(admin)
    path = admin.url("maps")
    first = (await admin.client.get(path, params={"limit": 2})).json()
    assert first["items"][0]["id"] == document["id"]
    assert first["items"][0]["miniature"]["stages"] == [
        {"title": "Awareness", "color": "blue", "steps": 1}
    ]
    second = (await admin.client.get(path, params={"limit": 2, "cursor": first["next"]})).json()
    assert len(second["items"]) == 1
    assert second["next"] is None
    other = await admin.client.get(path, params={"state": "ideal", "cursor": first["next"]})
    assert other.json()["code"] == "bad_cursor"
