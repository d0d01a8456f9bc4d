"""Who belongs to a workspace, and what they may do there."""

from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.accounts import service as accounts
from waymark.accounts.models import User
from waymark.http.access import Caller, Role
from waymark.http.etag import ensure_current
from waymark.http.pagination import Paging
from waymark.kit.errors import Conflict, NotFound
from waymark.workspaces import queries
from waymark.workspaces.departures import Departures
from waymark.workspaces.models import Membership


class MemberNotFound(NotFound):
    """Nobody with this id belongs to the workspace."""

    code = "member_not_found"


class LastAdmin(Conflict):
    """A workspace without an admin could never be run again."""

    code = "last_admin"
    title = "The last admin stays"


class Member(NamedTuple):
    """A person in a workspace."""

    membership: Membership
    user: User


async def list_members(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[Member], str | None]:
    """A page of the members, oldest accounts first, and the cursor to the next. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    rows = await queries.memberships_page(session, workspace_id, paging.after, paging.limit)
    page, after = paging.cut(rows, lambda row: [row.user_id])
    users = await accounts.users_by_id(session, [row.user_id for row in page])
    return [Member(row, users[row.user_id]) for row in page], after


async def change_role(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    user_id: str,
    expected: int,
    role: Role,
) -> Member:
    """Give a member another role. Raises NotFound, Forbidden, MemberNotFound, Stale, LastAdmin."""
    caller.require(Role.ADMIN, workspace_id)
    member = await _find(session, workspace_id, user_id, expected)
    if role is not Role.ADMIN:
        await _keep_an_admin(session, member)
    member.role = role
    member.revision += 1
    await session.flush()
    return Member(member, await accounts.get_user(session, user_id))


async def remove_member(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    user_id: str,
    expected: int,
    departures: Departures,
) -> None:
    """Take a person out of a workspace: an admin anybody, and everybody themselves.

    What they owned there is nobody's then.

    Raises NotFound, Forbidden, MemberNotFound, Stale, LastAdmin.
    """
    caller.require(Role.VIEWER if user_id == caller.user_id else Role.ADMIN, workspace_id)
    member = await _find(session, workspace_id, user_id, expected)
    await _keep_an_admin(session, member)
    await session.delete(member)
    await session.flush()
    await departures.happen(session, caller, workspace_id, user_id)


async def _find(
    session: AsyncSession, workspace_id: str, user_id: str, expected: int
) -> Membership:
    # One at a time in a workspace, or two admins could each remove the other.
    await queries.workspace_by_id(session, workspace_id, [workspace_id], lock=True)
    found = await queries.membership(session, workspace_id, user_id)
    if found is None:
        raise MemberNotFound("Nobody in this workspace has this id.")
    ensure_current(expected, found.revision)
    return found


async def _keep_an_admin(session: AsyncSession, member: Membership) -> None:
    if member.role != Role.ADMIN:
        return
    if await queries.count_members_with(session, member.workspace_id, Role.ADMIN) == 1:
        raise LastAdmin("Make somebody else an admin first.")
