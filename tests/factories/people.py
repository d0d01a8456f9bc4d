"""Signed-in people of a workspace, as HTTP clients."""

from dataclasses import dataclass

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from waymark.accounts import service as accounts
from waymark.http.access import Role
from waymark.onboarding import service as onboarding
from waymark.sessions.cookies import cookie_name
from waymark.workspaces import service as workspaces


@dataclass(frozen=True)
class Person:
    """A member of a workspace with a client that carries their session."""

    id: str
    workspace_id: str
    client: AsyncClient


async def a_person(
    app: FastAPI,
    name: str = "Elena Kovač",
    role: Role = Role.ADMIN,
    workspace_id: str = "",
) -> Person:
    """A signed-in member: of the given workspace, or the admin of a new one."""
    async with app.state.database.writing() as session:
        user = await accounts.create_user(session, name, None)
        if not workspace_id:
            workspace_id = (await onboarding.create_workspace(session, "Fernwood", user.id)).id
        else:
            await workspaces.add_member(session, workspace_id, user.id, role)
        token = await accounts.open_session(session, user.id)
    return Person(user.id, workspace_id, client_with(app, token))


async def another_client(app: FastAPI, person: Person) -> AsyncClient:
    """The same person, signed in with another browser."""
    async with app.state.database.writing() as session:
        return client_with(app, await accounts.open_session(session, person.id))


async def with_api_key(app: FastAPI, admin: Person, scope: str) -> AsyncClient:
    """A client with a new API key of the admin's workspace."""
    url = f"/api/v1/workspaces/{admin.workspace_id}/api-keys"
    made = await admin.client.post(url, json={"name": "A machine", "scope": scope})
    headers = {"Authorization": f"Bearer {made.json()['secret']}"}
    return AsyncClient(transport=ASGITransport(app), base_url="http://test", headers=headers)


def client_with(app: FastAPI, token: str) -> AsyncClient:
    """A client that sends this session's cookie."""
    cookies = {cookie_name(app.state.settings): token}
    return AsyncClient(transport=ASGITransport(app), base_url="http://test", cookies=cookies)
