"""Invitations: made by an admin, accepted by whoever holds the link."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from waymark.accounts import service as accounts
from waymark.http.access import Role
from waymark.kit.clock import utcnow
from waymark.workspaces import invitations

from tests.factories.people import Person, a_person, with_api_key

PASSWORD = "a long and private sentence"
NEWCOMER = {"name": "Jon Park", "password": PASSWORD}


async def _invite(
    admin: Person, email: str = "jon@fernwood.example", role: str = "editor"
) -> dict[str, Any]:
    return await admin.make("invitations", email=email, role=role)


async def test_a_newcomer_gets_an_account_and_is_signed_in(
    admin: Person, anonymous: AsyncClient
) -> None:
    issued = await _invite(admin)
    assert issued["url"] == f"http://localhost:8000/join#{issued['token']}"
    preview = await anonymous.post("/api/v1/invitations/preview", json={"token": issued["token"]})
    assert preview.status_code == 200
    assert preview.json() == {
        "workspace_name": "Fernwood",
        "email": "jon@fernwood.example",
        "role": "editor",
        "invited_by": "Elena Kovač",
        "account_exists": False,
        "expires_at": issued["expires_at"],
    }
    accepted = await anonymous.post(
        "/api/v1/invitations/accept", json={"token": issued["token"], **NEWCOMER}
    )
    assert accepted.status_code == 201
    assert accepted.json()["user"]["email"] == "jon@fernwood.example"
    assert accepted.json()["workspaces"][0]["role"] == "editor"
    session = await anonymous.get("/api/v1/session")
    assert session.json() == accepted.json()
    anonymous.cookies.clear()
    signed_in = await anonymous.post(
        "/api/v1/session", json={"email": "jon@fernwood.example", "password": PASSWORD}
    )
    assert signed_in.status_code == 201


async def test_a_link_works_once(admin: Person, anonymous: AsyncClient) -> None:
    issued = await _invite(admin)
    body = {"token": issued["token"], **NEWCOMER}
    assert (await anonymous.post("/api/v1/invitations/accept", json=body)).status_code == 201
    anonymous.cookies.clear()
    for path in ("accept", "preview"):
        sent = body if path == "accept" else {"token": issued["token"]}
        again = await anonymous.post(f"/api/v1/invitations/{path}", json=sent)
        assert again.status_code == 404
        assert again.json()["code"] == "invitation_not_valid"
    assert await admin.items("invitations") == []


async def test_a_newcomer_needs_a_name_and_a_good_password(
    admin: Person, anonymous: AsyncClient
) -> None:
    token = (await _invite(admin))["token"]
    for body, pointers in (
        ({}, ["/name", "/password"]),
        ({"name": "Jon"}, ["/password"]),
        ({"password": PASSWORD}, ["/name"]),
        ({"name": "Jon", "password": "short"}, ["/password"]),
    ):
        answer = await anonymous.post("/api/v1/invitations/accept", json={"token": token, **body})
        assert answer.status_code == 422
        assert [error["pointer"] for error in answer.json()["errors"]] == pointers
    assert len(await admin.items("invitations")) == 1


async def test_who_is_signed_in_joins_as_they_are(admin: Person, stranger: Person) -> None:
    issued = await _invite(admin, role="viewer")
    accepted = await stranger.client.post(
        "/api/v1/invitations/accept", json={"token": issued["token"]}
    )
    assert accepted.status_code == 201
    assert accepted.json()["user"]["id"] == stranger.id
    roles = {item["id"]: item["role"] for item in accepted.json()["workspaces"]}
    assert roles == {stranger.workspace_id: "admin", admin.workspace_id: "viewer"}


async def test_an_address_with_an_account_has_to_sign_in_first(
    app: FastAPI, admin: Person, anonymous: AsyncClient
) -> None:
    async with app.state.database.writing() as session:
        await accounts.create_user(session, "Jon", "jon@fernwood.example", PASSWORD)
    token = (await _invite(admin, "Jon@Fernwood.example"))["token"]
    preview = await anonymous.post("/api/v1/invitations/preview", json={"token": token})
    assert preview.json()["account_exists"] is True
    refused = await anonymous.post("/api/v1/invitations/accept", json={"token": token, **NEWCOMER})
    assert refused.status_code == 409
    assert refused.json()["code"] == "account_exists"
    await anonymous.post(
        "/api/v1/session", json={"email": "jon@fernwood.example", "password": PASSWORD}
    )
    accepted = await anonymous.post("/api/v1/invitations/accept", json={"token": token})
    assert accepted.status_code == 201


async def test_members_are_not_invited_and_do_not_lose_their_role(
    app: FastAPI, admin: Person, anonymous: AsyncClient
) -> None:
    token = (await _invite(admin, role="viewer"))["token"]
    accepted = await admin.client.post("/api/v1/invitations/accept", json={"token": token})
    assert accepted.json()["workspaces"][0]["role"] == "admin"

    body = {"token": (await _invite(admin))["token"], **NEWCOMER}
    assert (await anonymous.post("/api/v1/invitations/accept", json=body)).status_code == 201
    refused = await admin.client.post(
        admin.url("invitations"),
        json={"email": "JON@fernwood.example", "role": "admin"},
    )
    assert refused.status_code == 409
    assert refused.json()["code"] == "already_member"


async def test_inviting_again_ends_the_older_link(admin: Person, anonymous: AsyncClient) -> None:
    old = (await _invite(admin))["token"]
    new = (await _invite(admin, role="admin"))["token"]
    assert [item["role"] for item in await admin.items("invitations")] == ["admin"]
    for token, status in ((old, 404), (new, 200)):
        answer = await anonymous.post("/api/v1/invitations/preview", json={"token": token})
        assert answer.status_code == status


async def test_a_revoked_link_is_useless(admin: Person, anonymous: AsyncClient) -> None:
    issued = await _invite(admin)
    url = admin.url(f"invitations/{issued['id']}")
    assert (await admin.client.delete(url)).status_code == 204
    assert (await admin.client.delete(url)).json()["code"] == "invitation_not_found"
    answer = await anonymous.post(
        "/api/v1/invitations/accept", json={"token": issued["token"], **NEWCOMER}
    )
    assert answer.status_code == 404


async def test_a_link_ends_after_seven_days(
    admin: Person, anonymous: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = (await _invite(admin))["token"]
    for days, status in ((6.9, 200), (7.1, 404)):
        later = utcnow() + timedelta(days=days)
        monkeypatch.setattr(invitations, "utcnow", lambda later=later: later)
        answer = await anonymous.post("/api/v1/invitations/preview", json={"token": token})
        assert answer.status_code == status


async def test_the_list_never_shows_the_token(admin: Person) -> None:
    issued = await _invite(admin)
    (listed,) = await admin.items("invitations")
    assert "token" not in listed
    assert issued["token"] not in str(listed)
    assert listed["invited_by"] == admin.id


async def test_only_admins_invite(app: FastAPI, admin: Person) -> None:
    editor = await a_person(app, "Mia", Role.EDITOR, admin.workspace_id)
    url = admin.url("invitations")
    body = {"email": "jon@fernwood.example", "role": "viewer"}
    assert (await editor.client.post(url, json=body)).status_code == 403
    assert (await editor.client.get(url)).status_code == 403


async def test_a_machine_cannot_accept(app: FastAPI, admin: Person) -> None:
    token = (await _invite(admin))["token"]
    machine = await with_api_key(app, admin, "admin")
    answer = await machine.post("/api/v1/invitations/accept", json={"token": token})
    assert answer.status_code == 403
