"""The very first owner of an installation, who comes in by a one-time link."""

from fastapi import FastAPI
from httpx import AsyncClient
from waymark.onboarding import service as onboarding


async def test_the_first_owner_comes_in_by_a_link_and_finds_a_workspace(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    async with app.state.database.writing() as session:
        started = await onboarding.create_first_owner(session, "Owner", "My company")
    body = {"token": started.link_token}
    assert (await anonymous.post("/api/v1/session/link", json=body)).status_code == 201
    signed_in = (await anonymous.get("/api/v1/session")).json()
    assert signed_in["user"]["email"] is None
    assert signed_in["user"]["has_password"] is False
    (workspace,) = signed_in["workspaces"]
    assert (workspace["name"], workspace["role"]) == ("My company", "admin")
    url = f"/api/v1/workspaces/{workspace['id']}"
    assert (await anonymous.get(f"{url}/channels")).json()["items"] != []
    assert (await anonymous.get(f"{url}/members")).json()["items"][0]["name"] == "Owner"
