"""Starting out: what a new workspace has in it, and the very first owner."""

from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.accounts import service as accounts
from waymark.accounts.models import User
from waymark.touchpoints import channels
from waymark.workspaces import service as workspaces
from waymark.workspaces.models import Workspace


class Started(NamedTuple):
    """The first owner, their workspace, and the token of a one-time link that signs them in."""

    owner: User
    workspace: Workspace
    link_token: str


async def create_workspace(session: AsyncSession, name: str, owner_id: str) -> Workspace:
    """A new workspace with its first admin and the usual channels."""
    workspace = await workspaces.create_workspace(session, name, owner_id)
    await channels.add_presets(session, workspace.id)
    return workspace


async def create_first_owner(
    session: AsyncSession, name: str, workspace_name: str, email: str | None = None
) -> Started:
    """An account with a workspace of its own and a one-time link, good for seven days.

    Raises EmailTaken.
    """
    owner = await accounts.create_user(session, name, email)
    workspace = await create_workspace(session, workspace_name, owner.id)
    return Started(owner, workspace, await accounts.create_link(session, owner.id))
