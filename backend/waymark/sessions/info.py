"""Who is signed in, and where they may go."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.accounts.models import User
from waymark.accounts.schemas import present
from waymark.http.access import Role
from waymark.sessions.schemas import OwnWorkspace, SessionInfo
from waymark.workspaces import service as workspaces


async def session_info(
    session: AsyncSession, user: User | None, roles: Mapping[str, Role]
) -> SessionInfo:
    """The answer about a session of this person, or of an API key, with these roles."""
    found = await workspaces.with_roles(session, roles)
    return SessionInfo(
        user=present(user) if user else None,
        workspaces=[
            OwnWorkspace(id=item.id, name=item.name, slug=item.slug, role=role)
            for item, role in found
        ],
    )
