"""Who leaves a workspace owns nothing in it any more, and everything there goes on working."""

from typing import Any

import pytest
from fastapi import FastAPI
from waymark.http.access import Role

from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person, a_person

FIRST = {"If-Match": '"1"'}


@pytest.fixture
async def jon(app: FastAPI, admin: Person) -> Person:
    """An editor of the admin's workspace."""
    return await a_person(app, "Jon", Role.EDITOR, admin.workspace_id)


async def _leave(person: Person) -> None:
    url = person.url(f"members/{person.id}")
    assert (await person.client.delete(url, headers=FIRST)).status_code == 204


async def _a_map_of(owner: Person) -> dict[str, Any]:
    """A map that the person owns, with one card that they own too."""
    document = await a_map(owner)
    return await _own_the_card(owner, document, owner)


async def _own_the_card(admin: Person, document: dict[str, Any], owner: Person) -> dict[str, Any]:
    card_id = document["cards"][0]["id"]
    operation = {"op": "card.set", "id": card_id, "set": {"owner_id": owner.id}}
    assert (await change(admin, document, operation)).status_code == 201
    return await read_map(admin, document["id"])


async def test_touchpoints_lose_the_owner_who_left_and_no_other(admin: Person, jon: Person) -> None:
    url = admin.url("touchpoints")
    for name, owner in (("Checkout", jon), ("Delivery", admin)):
        made = await admin.client.post(url, json={"name": name, "owner_id": owner.id})
        assert made.status_code == 201
    await _leave(jon)
    checkout, delivery = (await admin.client.get(url)).json()["items"]
    assert (checkout["owner_id"], checkout["revision"]) == (None, 2)
    assert (delivery["owner_id"], delivery["revision"]) == (admin.id, 1)
    renamed = await admin.client.patch(
        f"/api/v1/touchpoints/{checkout['id']}", json={"name": "Pays"}, headers={"If-Match": '"2"'}
    )
    assert renamed.status_code == 200


async def test_what_somebody_owns_in_another_workspace_stays_theirs(
    app: FastAPI, jon: Person
) -> None:
    elsewhere = (await jon.client.post("/api/v1/workspaces", json={"name": "Oak"})).json()["id"]
    there = Person(jon.id, elsewhere, jon.client)
    document = await _a_map_of(there)
    url = there.url("touchpoints")
    await jon.client.post(url, json={"name": "Checkout", "owner_id": jon.id})
    await _leave(jon)
    assert await read_map(jon, document["id"]) == document
    assert (await jon.client.get(url)).json()["items"][0]["owner_id"] == jon.id


async def test_maps_and_cards_lose_the_owner_by_a_change_in_their_history(
    admin: Person, jon: Person
) -> None:
    before = await _a_map_of(jon)
    assert before["owner_id"] == before["cards"][0]["owner_id"] == jon.id
    untouched = await _a_map_of(admin)
    url = admin.url(f"members/{jon.id}")
    assert (await admin.client.delete(url, headers=FIRST)).status_code == 204
    after = await read_map(admin, before["id"])
    assert after["owner_id"] is None
    assert [card["owner_id"] for card in after["cards"]] == [None]
    assert after["revision"] == before["revision"] + 1
    history = f"/api/v1/maps/{before['id']}/changes"
    changes = await admin.client.get(history, params={"after": before["revision"]})
    assert [change["actor_id"] for change in changes.json()["items"]] == [admin.id]
    assert await read_map(admin, untouched["id"]) == untouched


async def test_a_viewer_may_leave_although_they_own_a_card(app: FastAPI, admin: Person) -> None:
    mia = await a_person(app, "Mia", Role.VIEWER, admin.workspace_id)
    document = await _own_the_card(admin, await a_map(admin), mia)
    await _leave(mia)
    after = await read_map(admin, document["id"])
    assert (after["owner_id"], after["cards"][0]["owner_id"]) == (admin.id, None)


async def test_a_map_of_somebody_who_left_is_copied(admin: Person, jon: Person) -> None:
    document = await _a_map_of(jon)
    await _leave(jon)
    url = f"/api/v1/maps/{document['id']}/duplicate"
    copy = await admin.client.post(url, json={"title": "Sofa, again"})
    assert copy.status_code == 201, copy.text
    assert [card["owner_id"] for card in copy.json()["cards"]] == [None]


async def test_an_undo_brings_back_what_somebody_owned_who_has_left_since(
    admin: Person, jon: Person
) -> None:
    document = await _a_map_of(jon)
    card = document["cards"][0]
    done = (await change(admin, document, {"op": "card.remove", "id": card["id"]})).json()
    await _leave(jon)
    current = await read_map(admin, document["id"])
    undone = await change(admin, current, *done["inverse"])
    assert undone.status_code == 201, undone.text
    restored = (await read_map(admin, document["id"]))["cards"][0]
    assert (restored["text"], restored["owner_id"]) == (card["text"], None)


async def test_somebody_who_never_belonged_owns_nothing(
    admin: Person, jon: Person, stranger: Person
) -> None:
    document = await _a_map_of(jon)
    operation = {"op": "map.set", "set": {"owner_id": stranger.id}}
    refused = await change(admin, document, operation)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["code"] == "unknown_member"
