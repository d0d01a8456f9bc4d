"""One's own profile."""

from fastapi import FastAPI
from httpx import AsyncClient

from tests.factories.people import Person, another_client, with_api_key

PASSWORD = "a long and private sentence"
OTHER = "another long and private one"


async def test_the_first_owner_sets_up_their_profile_and_signs_in_with_it(
    admin: Person, anonymous: AsyncClient
) -> None:
    body = {"name": "Elena", "email": "Elena@Fernwood.example", "password": PASSWORD}
    answer = await admin.client.patch("/api/v1/me", json=body)
    assert answer.status_code == 200
    assert answer.json() == {
        "id": admin.id,
        "name": "Elena",
        "email": "elena@fernwood.example",
        "has_password": True,
    }
    signed_in = await anonymous.post(
        "/api/v1/session", json={"email": body["email"], "password": PASSWORD}
    )
    assert signed_in.json()["user"] == answer.json()


async def test_a_password_is_changed_only_with_the_current_one(admin: Person) -> None:
    await admin.client.patch("/api/v1/me", json={"password": PASSWORD})
    for current in ({}, {"current_password": "not the right one"}):
        refused = await admin.client.patch(
            "/api/v1/me", json={"password": OTHER, "name": "Changed", **current}
        )
        assert refused.status_code == 422
        assert refused.json()["code"] == "wrong_password"
        assert refused.json()["errors"][0]["pointer"] == "/current_password"
    session = (await admin.client.get("/api/v1/session")).json()
    assert session["user"]["name"] == "Elena Kovač"
    changed = await admin.client.patch(
        "/api/v1/me", json={"password": OTHER, "current_password": PASSWORD}
    )
    assert changed.status_code == 200


async def test_a_new_password_signs_out_everywhere_else(app: FastAPI, admin: Person) -> None:
    elsewhere = await another_client(app, admin)
    assert (await elsewhere.get("/api/v1/session")).status_code == 200
    await admin.client.patch("/api/v1/me", json={"password": PASSWORD})
    assert (await elsewhere.get("/api/v1/session")).status_code == 401
    assert (await admin.client.get("/api/v1/session")).status_code == 200


async def test_an_address_belongs_to_one_account(admin: Person, stranger: Person) -> None:
    await admin.client.patch("/api/v1/me", json={"email": "elena@fernwood.example"})
    refused = await stranger.client.patch("/api/v1/me", json={"email": "ELENA@fernwood.example"})
    assert refused.status_code == 409
    assert refused.json()["code"] == "email_taken"


async def test_wrong_fields_are_pointed_at(admin: Person) -> None:
    for body, pointer in (
        ({"name": ""}, "/name"),
        ({"name": None}, "/name"),
        ({"email": "elena"}, "/email"),
        ({"password": "short"}, "/password"),
        ({"role": "admin"}, "/role"),
    ):
        answer = await admin.client.patch("/api/v1/me", json=body)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == pointer


async def test_an_api_key_has_no_profile(app: FastAPI, admin: Person) -> None:
    machine = await with_api_key(app, admin, "admin")
    assert (await machine.patch("/api/v1/me", json={"name": "x"})).status_code == 403
    assert (await machine.delete("/api/v1/session")).status_code == 403
