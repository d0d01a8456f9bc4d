"""Signed-in people of a workspace, as HTTP clients."""

from dataclasses import dataclass
from typing import Any

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

    def url(self, path: str = "") -> str:
        """The address of the workspace, or of what is at `path` below it."""
        root = f"/api/v1/workspaces/{self.workspace_id}"
        return f"{root}/{path}" if path else root

    async def make(self, collection: str, **fields: Any) -> dict[str, Any]:
        """A new thing in a collection of the workspace, such as `personas`."""
        answer = await self.client.post(self.url(collection), json=fields)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    async def items(self, collection: str) -> list[dict[str, Any]]:
        """What is in a collection of the workspace: the first 200."""
        answer = await self.client.get(self.url(collection), params={"limit": 200})
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items


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
    made = await admin.make("api-keys", name="A machine", scope=scope)
    headers = {"Authorization": f"Bearer {made['secret']}"}
    return AsyncClient(transport=ASGITransport(app), base_url="http://test", headers=headers)


def client_with(app: FastAPI, token: str) -> AsyncClient:
    """A client that sends this session's cookie."""
    cookies = {cookie_name(app.state.settings): token}
    return AsyncClient(transport=ASGITransport(app), base_url="http://test", cookies=cookies)
