"""Workspaces, and what people and keys may do in them."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.engine import Database
from waymark.http.access import Caller, Role
from waymark.http.etag import ensure_current
from waymark.http.pagination import Paging
from waymark.kit.clock import utcnow
from waymark.kit.errors import Fault, Invalid, NotFound
from waymark.kit.ids import new_id
from waymark.kit.text import slugify, unique_slug
from waymark.workspaces import queries
from waymark.workspaces.models import ApiKey, Membership, Workspace

ROLE_OF_SCOPE = {"read": Role.VIEWER, "write": Role.EDITOR, "admin": Role.ADMIN}
LAST_USED_RESOLUTION = timedelta(minutes=1)


class WorkspaceNotFound(NotFound):
    """There is no such workspace, or the caller does not belong to it."""

    code = "workspace_not_found"


class UnknownMember(Invalid):
    """A person named in a body does not belong to the workspace."""

    code = "unknown_member"
    title = "There is no such member"


async def roles_of(session: AsyncSession, user_id: str) -> dict[str, Role]:
    """A person's role in each of their workspaces."""
    rows = await queries.roles_of(session, user_id)
    return {workspace_id: Role(role) for workspace_id, role in rows.items()}


async def caller_of_key(database: Database, token_hash: str) -> Caller | None:
    """The API key with this hash as a caller, or None; notes when it was last used."""
    now = utcnow()
    async with database.reading() as session:
        key = await queries.live_key(session, token_hash, now)
    if key is None:
        return None
    if key.last_used_at is None or now - key.last_used_at > LAST_USED_RESOLUTION:
        async with database.writing() as session:
            await queries.touch_key(session, key.id, now)
    return _caller(key)


def _caller(key: ApiKey) -> Caller:
    return Caller(
        credential=key.token_hash,
        name=key.name,
        api_key_id=key.id,
        roles={key.workspace_id: ROLE_OF_SCOPE[key.scope]},
    )


async def with_roles(
    session: AsyncSession, roles: Mapping[str, Role]
) -> list[tuple[Workspace, Role]]:
    """The workspaces of these roles, by name, each with its role."""
    found = await queries.workspaces_by_id(session, roles)
    return [(workspace, roles[workspace.id]) for workspace in found]


async def list_workspaces(
    session: AsyncSession, caller: Caller, paging: Paging
) -> tuple[list[Workspace], str | None]:
    """A page of the caller's workspaces by name, and the cursor to the next."""
    visible = caller.workspace_ids
    rows = await queries.workspaces_page(session, visible, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.name, row.id])


async def get_workspace(
    session: AsyncSession, caller: Caller, workspace_id: str, *, lock: bool = False
) -> Workspace:
    """One workspace, locked against other writers if asked. Raises WorkspaceNotFound."""
    visible = caller.workspace_ids
    found = await queries.workspace_by_id(session, workspace_id, visible, lock=lock)
    if found is None:
        raise WorkspaceNotFound("There is no such workspace.")
    return found


async def update_workspace(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    expected: int,
    changes: dict[str, str],
) -> Workspace:
    """Rename a workspace; its slug stays. Raises WorkspaceNotFound, Forbidden, Stale."""
    workspace = await get_workspace(session, caller, workspace_id, lock=True)
    caller.require(Role.ADMIN, workspace.id)
    ensure_current(expected, workspace.revision)
    workspace.revise(changes)
    await session.flush()
    return workspace


async def create_workspace(session: AsyncSession, name: str, owner_id: str) -> Workspace:
    """A new workspace with its first admin."""
    base = slugify(name, "workspace")
    slug = unique_slug(base, await queries.taken_slugs(session, base))
    workspace = Workspace(id=new_id(), name=name, slug=slug)
    session.add(workspace)
    await session.flush()
    await add_member(session, workspace.id, owner_id, Role.ADMIN)
    return workspace


async def add_member(session: AsyncSession, workspace_id: str, user_id: str, role: Role) -> None:
    """Let a person into a workspace."""
    session.add(
        Membership(
            workspace_id=workspace_id,
            user_id=user_id,
            role=role,
            created_at=utcnow(),
        )
    )
    await session.flush()


async def members_among(
    session: AsyncSession, workspace_id: str, user_ids: Collection[str]
) -> set[str]:
    """Which of these people belong to the workspace."""
    return await queries.members_among(session, workspace_id, user_ids)


async def member_names(session: AsyncSession, workspace_id: str) -> dict[str, str]:
    """The names of a workspace's members by their ids: the first 5,000."""
    return await queries.member_names(session, workspace_id)


async def ensure_member(
    session: AsyncSession, workspace_id: str, user_id: str, pointer: str
) -> None:
    """Raise UnknownMember, pointing at `pointer`, unless the person belongs to the workspace."""
    if not await queries.members_among(session, workspace_id, [user_id]):
        detail = "Nobody in this workspace has this id."
        raise UnknownMember(detail, faults=[Fault(pointer, UnknownMember.code, detail)])
