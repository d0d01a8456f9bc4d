"""Workspaces and their members."""

import asyncio

from fastapi import FastAPI
from waymark.http.access import Role

from tests.factories.people import Person, a_person, with_api_key


async def test_a_person_starts_a_workspace_and_runs_it(admin: Person) -> None:
    made = await admin.client.post("/api/v1/workspaces", json={"name": "Oak & Ash"})
    assert made.status_code == 201
    workspace = made.json()
    assert (workspace["slug"], workspace["role"]) == ("oak-ash", "admin")
    assert all(workspace["abilities"].values())
    found = await admin.client.get(made.headers["location"])
    assert found.json() == workspace
    assert found.headers["etag"] == made.headers["etag"] == '"1"'
    channels = await admin.client.get(made.headers["location"] + "/channels")
    assert channels.json()["items"]
    listed = (await admin.client.get("/api/v1/workspaces")).json()["items"]
    assert [item["name"] for item in listed] == ["Fernwood", "Oak & Ash"]


async def test_equal_names_get_different_slugs(admin: Person) -> None:
    made = await admin.client.post("/api/v1/workspaces", json={"name": "Fernwood"})
    assert made.json()["slug"] == "fernwood-2"


async def test_a_workspace_is_renamed_and_keeps_its_slug(admin: Person) -> None:
    url = admin.url()
    headers = {"If-Match": '"1"'}
    renamed = await admin.client.patch(url, json={"name": "Oak"}, headers=headers)
    assert renamed.status_code == 200
    assert renamed.headers["etag"] == '"2"'
    assert (renamed.json()["name"], renamed.json()["slug"]) == ("Oak", "fernwood")
    stale = await admin.client.patch(url, json={"name": "Ash"}, headers=headers)
    assert stale.status_code == 412
    assert stale.json()["revision"] == 2


async def test_what_somebody_may_do_follows_from_their_role(app: FastAPI, admin: Person) -> None:
    expected = {
        Role.VIEWER: (False, False),
        Role.EDITOR: (False, True),
    }
    for role, (edit, create) in expected.items():
        person = await a_person(app, "Jon", role, admin.workspace_id)
        answer = await person.client.get(admin.url())
        assert answer.json()["role"] == role
        abilities = answer.json()["abilities"]
        assert (abilities["edit"], abilities["create"]) == (edit, create)
        assert not abilities["manage_members"]
        assert not abilities["manage_keys"]


async def test_members_are_listed_with_what_the_caller_may_do(app: FastAPI, admin: Person) -> None:
    jon = await a_person(app, "Jon", Role.VIEWER, admin.workspace_id)
    url = admin.url("members")
    first = (await jon.client.get(url, params={"limit": 1})).json()
    then = {"limit": 1, "cursor": first["next"]}
    second = (await jon.client.get(url, params=then)).json()
    assert second["next"] is None
    members = first["items"] + second["items"]
    assert [(item["name"], item["role"]) for item in members] == [
        ("Elena Kovač", "admin"),
        ("Jon", "viewer"),
    ]
    assert [item["abilities"] for item in members] == [
        {"edit": False, "delete": False},
        {"edit": False, "delete": True},
    ]


async def test_an_admin_changes_a_role_at_once(app: FastAPI, admin: Person) -> None:
    jon = await a_person(app, "Jon", Role.VIEWER, admin.workspace_id)
    personas = admin.url("personas")
    assert (await jon.client.post(personas, json={"name": "M"})).status_code == 403
    answer = await admin.client.patch(
        admin.url(f"members/{jon.id}"),
        json={"role": "editor"},
        headers={"If-Match": '"1"'},
    )
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    assert answer.json()["role"] == "editor"
    assert (await jon.client.post(personas, json={"name": "M"})).status_code == 201


async def test_the_last_admin_stays(app: FastAPI, admin: Person) -> None:
    url = admin.url("members/")
    headers = {"If-Match": '"1"'}
    jon = await a_person(app, "Jon", Role.EDITOR, admin.workspace_id)
    demoted = await admin.client.patch(url + admin.id, json={"role": "editor"}, headers=headers)
    left = await admin.client.delete(url + admin.id, headers=headers)
    for refused in (demoted, left):
        assert refused.status_code == 409
        assert refused.json()["code"] == "last_admin"
    await admin.client.patch(url + jon.id, json={"role": "admin"}, headers=headers)
    assert (await admin.client.delete(url + admin.id, headers=headers)).status_code == 204
    assert (await admin.client.get(url.rstrip("/"))).status_code == 404


async def test_two_admins_who_remove_each_other_leave_one(app: FastAPI, admin: Person) -> None:
    jon = await a_person(app, "Jon", Role.ADMIN, admin.workspace_id)
    url = admin.url("members/")
    headers = {"If-Match": '"1"'}
    answers = await asyncio.gather(
        admin.client.delete(url + jon.id, headers=headers),
        jon.client.delete(url + admin.id, headers=headers),
        jon.client.delete(url + jon.id, headers=headers),
    )
    assert [answer.status_code for answer in answers].count(204) == 1
    left = [
        person
        for person in (admin, jon)
        if (await person.client.get(url.rstrip("/"))).status_code == 200
    ]
    assert len(left) == 1


async def test_anybody_leaves_but_only_admins_remove_others(app: FastAPI, admin: Person) -> None:
    jon = await a_person(app, "Jon", Role.EDITOR, admin.workspace_id)
    mia = await a_person(app, "Mia", Role.EDITOR, admin.workspace_id)
    url = admin.url("members/")
    headers = {"If-Match": '"1"'}
    assert (await jon.client.delete(url + mia.id, headers=headers)).status_code == 403
    assert (await jon.client.delete(url + jon.id, headers=headers)).status_code == 204
    assert (await admin.client.delete(url + mia.id, headers=headers)).status_code == 204
    gone = await admin.client.delete(url + mia.id, headers=headers)
    assert gone.status_code == 404
    assert gone.json()["code"] == "member_not_found"
    assert (await mia.client.get("/api/v1/session")).json()["workspaces"] == []


async def test_an_api_key_starts_no_workspace(app: FastAPI, admin: Person) -> None:
    machine = await with_api_key(app, admin, "admin")
    answer = await machine.post("/api/v1/workspaces", json={"name": "Mine"})
    assert answer.status_code == 403
    listed = (await machine.get("/api/v1/workspaces")).json()["items"]
    assert [item["id"] for item in listed] == [admin.workspace_id]
