"""API keys: credentials for machines."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from waymark.kit.clock import utcnow
from waymark.workspaces import service

from tests.factories.people import Person


async def _make(admin: Person, **fields: object) -> dict[str, Any]:
    return await admin.make("api-keys", **{"name": "Nightly import", "scope": "write", **fields})


def _bearer(key: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {key['secret']}"}


async def test_the_secret_is_shown_once(admin: Person) -> None:
    made = await _make(admin)
    assert made["secret"].startswith(made["hint"])
    (listed,) = await admin.items("api-keys")
    assert made["secret"] not in str(listed)
    assert listed == {name: value for name, value in made.items() if name != "secret"}
    assert (listed["scope"], listed["created_by"]) == ("write", admin.id)
    assert listed["expires_at"] is None
    assert listed["last_used_at"] is None


async def test_a_repeated_request_gets_the_same_secret_and_makes_one_key(
    admin: Person,
) -> None:
    url = admin.url("api-keys")
    body, headers = {"name": "Import", "scope": "read"}, {"Idempotency-Key": "once"}
    first = await admin.client.post(url, json=body, headers=headers)
    again = await admin.client.post(url, json=body, headers=headers)
    assert again.json() == first.json()
    assert len(await admin.items("api-keys")) == 1


async def test_a_key_may_what_its_scope_says_in_its_workspace_only(
    admin: Person, stranger: Person, anonymous: AsyncClient
) -> None:
    base = admin.url()
    allowed = {
        "read": (200, 403, 403),
        "write": (200, 201, 403),
        "admin": (200, 201, 200),
    }
    for scope, statuses in allowed.items():
        headers = _bearer(await _make(admin, scope=scope))
        got = (
            await anonymous.get(f"{base}/personas", headers=headers),
            await anonymous.post(f"{base}/personas", json={"name": "M"}, headers=headers),
            await anonymous.get(f"{base}/invitations", headers=headers),
        )
        assert tuple(answer.status_code for answer in got) == statuses, scope
        theirs = stranger.url("personas")
        assert (await anonymous.get(theirs, headers=headers)).status_code == 404


async def test_use_is_noted(admin: Person, anonymous: AsyncClient) -> None:
    key = await _make(admin)
    await anonymous.get("/api/v1/workspaces", headers=_bearer(key))
    (listed,) = await admin.items("api-keys")
    assert listed["last_used_at"] is not None


async def test_a_revoked_key_is_refused(admin: Person, anonymous: AsyncClient) -> None:
    key = await _make(admin)
    url = admin.url(f"api-keys/{key['id']}")
    session = await anonymous.get("/api/v1/session", headers=_bearer(key))
    assert session.json()["user"] is None
    assert (await admin.client.delete(url)).status_code == 204
    assert (await admin.client.delete(url)).json()["code"] == "api_key_not_found"
    refused = await anonymous.get("/api/v1/session", headers=_bearer(key))
    assert refused.status_code == 401


async def test_an_expired_key_is_refused(
    admin: Person, anonymous: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = utcnow() + timedelta(hours=1)
    key = await _make(admin, expires_at=soon.isoformat())
    url = "/api/v1/workspaces"
    assert (await anonymous.get(url, headers=_bearer(key))).status_code == 200
    later = soon + timedelta(seconds=1)
    monkeypatch.setattr(service, "utcnow", lambda: later)
    assert (await anonymous.get(url, headers=_bearer(key))).status_code == 401


async def test_wrong_fields_are_pointed_at(admin: Person) -> None:
    url = admin.url("api-keys")
    past = (utcnow() - timedelta(minutes=1)).isoformat()
    for fields, pointer in (
        ({"name": ""}, "/name"),
        ({"scope": "root"}, "/scope"),
        ({"expires_at": past}, "/expires_at"),
        ({"expires_at": "2031-01-01T00:00:00"}, "/expires_at"),
    ):
        body = {"name": "Import", "scope": "read", **fields}
        answer = await admin.client.post(url, json=body)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_key_is_not_a_cookie_and_a_cookie_not_a_key(
    app: FastAPI, admin: Person, anonymous: AsyncClient
) -> None:
    key = await _make(admin)
    for value in (
        f"Basic {key['secret']}",
        "Bearer ",
        "Bearer nonsense",
        key["secret"],
    ):
        answer = await anonymous.get("/api/v1/session", headers={"Authorization": value})
        assert answer.status_code == 401
