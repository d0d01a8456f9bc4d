"""Signing in and out, as a browser does it."""

from fastapi import FastAPI
from httpx import AsyncClient
from waymark.accounts import service as accounts

from tests.factories.people import Person

PASSWORD = "a long and private sentence"


async def _an_account(app: FastAPI, email: str = "elena@fernwood.example") -> str:
    async with app.state.database.writing() as session:
        user = await accounts.create_user(session, "Elena", email, PASSWORD)
        return await accounts.create_link(session, user.id)


async def test_a_person_signs_in_is_known_and_signs_out(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    await _an_account(app)
    body = {"email": "Elena@Fernwood.example", "password": PASSWORD}
    answer = await anonymous.post("/api/v1/session", json=body)
    assert answer.status_code == 201
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert (await anonymous.get("/api/v1/session")).json()["user"]["name"] == "Elena"
    assert (await anonymous.delete("/api/v1/session")).status_code == 204
    assert (await anonymous.get("/api/v1/session")).status_code == 401


async def test_a_wrong_password_and_an_unknown_address_look_the_same(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    await _an_account(app)
    known = {"email": "elena@fernwood.example", "password": "not the right one"}
    unknown = {"email": "nobody@fernwood.example", "password": "not the right one"}
    first = await anonymous.post("/api/v1/session", json=known)
    second = await anonymous.post("/api/v1/session", json=unknown)
    assert first.status_code == second.status_code == 401
    assert first.json() == second.json()
    assert first.json()["code"] == "wrong_credentials"


async def test_guessing_has_to_wait(app: FastAPI, anonymous: AsyncClient) -> None:
    await _an_account(app)
    body = {"email": "elena@fernwood.example", "password": "not the right one"}
    for _ in range(10):
        assert (await anonymous.post("/api/v1/session", json=body)).status_code == 401
    answer = await anonymous.post("/api/v1/session", json={**body, "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


async def test_a_one_time_link_works_once(app: FastAPI, anonymous: AsyncClient) -> None:
    token = await _an_account(app)
    assert (await anonymous.post("/api/v1/session/link", json={"token": token})).status_code == 201
    assert (await anonymous.get("/api/v1/session")).status_code == 200
    again = await anonymous.post("/api/v1/session/link", json={"token": token})
    assert again.status_code == 404
    assert again.json()["code"] == "link_not_valid"


async def test_another_site_cannot_write_with_the_cookie(admin: Person) -> None:
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example"},
    ):
        answer = await admin.client.patch("/api/v1/me", json={"name": "Evil"}, headers=headers)
        assert answer.status_code == 403
        assert answer.json()["code"] == "cross_site"
    mine = await admin.client.patch(
        "/api/v1/me",
        json={"name": "Elena K."},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert mine.json()["name"] == "Elena K."


async def test_bodies_are_read_strictly(anonymous: AsyncClient) -> None:
    bad = {
        b'{"email": NaN, "password": "x"}': "NaN",
        b'{"email": "a", "email": "b", "password": "x"}': "twice",
        b'{"email": "\\u0000", "password": "x"}': "NUL",
        b'{"email": "\\ud800", "password": "x"}': "surrogate",
        b"[" * 100 + b"]" * 100: "deeper",
        b"[" * 100_000: "",
        b'{"email": "\xff"}': "UTF-8",
        b"{": "line 1",
    }
    headers = {"Content-Type": "application/json"}
    for body, word in bad.items():
        answer = await anonymous.post("/api/v1/session", content=body, headers=headers)
        assert answer.status_code == 400, body[:40]
        assert answer.headers["content-type"] == "application/problem+json"
        assert word in answer.json()["detail"]


async def test_other_types_and_unknown_parameters_are_refused(
    anonymous: AsyncClient,
) -> None:
    form = await anonymous.post("/api/v1/session", data={"email": "a", "password": "b"})
    assert form.status_code == 415
    strange = await anonymous.post("/api/v1/session?x=1", json={"email": "a", "password": "b"})
    assert strange.status_code == 422
    assert strange.json()["errors"][0]["pointer"] == "?x"
