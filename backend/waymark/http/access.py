"""Who is calling, and what they may do where."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, cast

from fastapi import Depends, Request

from waymark.kit.errors import Forbidden, NotFound, Unauthenticated


class Role(StrEnum):
    """What a member may do: look, edit, or also run the workspace."""

    VIEWER = "viewer"
    EDITOR = "editor"
    ADMIN = "admin"

    def includes(self, other: "Role") -> bool:
        """Whether this role may do what `other` may."""
        return _RANK[self] >= _RANK[other]


_RANK = {Role.VIEWER: 0, Role.EDITOR: 1, Role.ADMIN: 2}


@dataclass(frozen=True, slots=True)
class Caller:
    """A signed-in person or an API key, with a role in each workspace they may see.

    `credential` identifies the session or key (a hash, never the secret itself).
    """

    credential: str
    name: str
    roles: Mapping[str, Role]
    user_id: str | None = None
    api_key_id: str | None = None

    @property
    def actor_id(self) -> str:
        """The person or the key, for the log of changes."""
        return cast(str, self.user_id or self.api_key_id)

    @property
    def workspace_ids(self) -> list[str]:
        """The workspaces whose things the caller may see."""
        return list(self.roles)

    def can(self, role: Role, workspace_id: str) -> bool:
        """Whether the caller has at least `role` there."""
        own = self.roles.get(workspace_id)
        return own is not None and own.includes(role)

    def require(self, role: Role, workspace_id: str) -> None:
        """Raise NotFound for a workspace out of sight, Forbidden for too little role in it."""
        if workspace_id not in self.roles:
            raise NotFound("There is no such workspace.")
        if not self.can(role, workspace_id):
            raise Forbidden(f"This needs the role {role.value} in the workspace.")

    def require_person(self) -> str:
        """The signed-in person's id; API keys have no profile. Raises Forbidden for those."""
        if self.user_id is None:
            raise Forbidden("An API key cannot do this; sign in as a person.")
        return self.user_id


Authenticate = Callable[[Request], Awaitable[Caller | None]]


async def find_caller(request: Request) -> Caller | None:
    """Who is calling, or None. Found once per request."""
    if not hasattr(request.state, "caller"):
        authenticate: Authenticate = request.app.state.authenticate
        request.state.caller = await authenticate(request)
    return cast(Caller | None, request.state.caller)


async def get_caller(request: Request) -> Caller:
    """Who is calling; raises Unauthenticated when nobody is."""
    caller = await find_caller(request)
    if caller is None:
        raise Unauthenticated("Sign in, or send an API key as a bearer token.")
    return caller


CallerDep = Annotated[Caller, Depends(get_caller)]
