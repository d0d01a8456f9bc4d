"""Letting people in by a link."""

from datetime import timedelta
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.accounts import service as accounts
from waymark.accounts.models import User
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.kit.clock import utcnow
from waymark.kit.errors import Conflict, Fault, Invalid, NotFound
from waymark.kit.ids import new_id
from waymark.kit.tokens import hash_token, new_token
from waymark.workspaces import queries
from waymark.workspaces.models import Invitation, Workspace
from waymark.workspaces.service import add_member

LIFETIME = timedelta(days=7)


class InvitationNotFound(NotFound):
    """There is no such invitation, or somebody has accepted it."""

    code = "invitation_not_found"


class InvitationNotValid(NotFound):
    """The link was used, revoked, has expired, or never existed."""

    code = "invitation_not_valid"
    title = "This invitation is no longer valid"


class AlreadyMember(Conflict):
    """Who is invited belongs to the workspace."""

    code = "already_member"
    title = "Already a member"


class AccountExists(Conflict):
    """The invited address has an account: its owner signs in and opens the link again."""

    code = "account_exists"
    title = "You have an account"


class NameAndPasswordNeeded(Invalid):
    """Without an account, name and password are needed to make one."""

    code = "name_and_password_needed"
    title = "Name and password are needed"


class Preview(NamedTuple):
    """What an invitation is about, for the person who holds its link."""

    invitation: Invitation
    workspace: Workspace
    inviter: User | None
    account: User | None


async def list_invitations(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[Invitation], str | None]:
    """A page of the invitations nobody has accepted yet. Raises NotFound, Forbidden."""
    caller.require(Role.ADMIN, workspace_id)
    rows = await queries.invitations_page(session, workspace_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.id])


async def invite(
    session: AsyncSession, caller: Caller, workspace_id: str, email: str, role: Role
) -> tuple[Invitation, str]:
    """An invitation and its token, good for seven days; an older one for the address ends.

    Raises NotFound, Forbidden, AlreadyMember.
    """
    caller.require(Role.ADMIN, workspace_id)
    account = await accounts.user_by_email(session, email)
    if account and await queries.membership(session, workspace_id, account.id):
        raise AlreadyMember(f"{account.name} belongs to the workspace.")
    await queries.delete_invitations_for(session, workspace_id, email)
    token, now = new_token(), utcnow()
    invitation = Invitation(
        id=new_id(),
        workspace_id=workspace_id,
        email=email,
        role=role,
        token_hash=hash_token(token),
        invited_by=caller.user_id,
        created_at=now,
        expires_at=now + LIFETIME,
        accepted_at=None,
    )
    session.add(invitation)
    await session.flush()
    return invitation, token


async def revoke(
    session: AsyncSession, caller: Caller, workspace_id: str, invitation_id: str
) -> None:
    """Make a link useless. Raises NotFound, Forbidden, InvitationNotFound."""
    caller.require(Role.ADMIN, workspace_id)
    if not await queries.delete_invitation(session, workspace_id, invitation_id):
        raise InvitationNotFound("There is no such invitation, or somebody has accepted it.")


async def preview(session: AsyncSession, token: str) -> Preview:
    """What a link invites to. Raises InvitationNotValid."""
    invitation = await _open(session, token)
    workspace_id = invitation.workspace_id
    workspace = await queries.workspace_by_id(session, workspace_id, [workspace_id])
    if workspace is None:
        raise InvitationNotValid("The workspace no longer exists.")
    inviter = None
    if invitation.invited_by is not None:
        found = await accounts.users_by_id(session, [invitation.invited_by])
        inviter = found.get(invitation.invited_by)
    account = await accounts.user_by_email(session, invitation.email)
    return Preview(invitation, workspace, inviter, account)


async def accept_as(session: AsyncSession, user_id: str, token: str) -> None:
    """Let a signed-in person in. Who belongs already keeps their role. Raises InvitationNotValid.

    The link counts, not the address it was sent to: people have several.
    """
    invitation = await _open(session, token, lock=True)
    invitation.accepted_at = utcnow()
    if not await queries.membership(session, invitation.workspace_id, user_id):
        await add_member(session, invitation.workspace_id, user_id, Role(invitation.role))


async def accept_as_newcomer(session: AsyncSession, token: str, name: str, password: str) -> User:
    """Make an account for the invited address and let it in.

    Raises InvitationNotValid, AccountExists, NameAndPasswordNeeded.
    """
    invitation = await _open(session, token)
    if await accounts.user_by_email(session, invitation.email):
        raise AccountExists(f"Sign in as {invitation.email}, then open the link again.")
    _require_both(name, password)
    user = await accounts.create_user(session, name, invitation.email, password)
    await accept_as(session, user.id, token)
    return user


async def _open(session: AsyncSession, token: str, *, lock: bool = False) -> Invitation:
    found = await queries.open_invitation(session, hash_token(token), utcnow(), lock=lock)
    if found is None:
        raise InvitationNotValid("It was used or withdrawn, or it has expired. Ask for a new one.")
    return found


def _require_both(name: str, password: str) -> None:
    faults = [
        Fault(pointer, "missing", detail)
        for value, pointer, detail in (
            (name, "/name", "Say what you are called."),
            (password, "/password", "Choose a password."),
        )
        if not value
    ]
    if faults:
        raise NameAndPasswordNeeded("Choose a name and a password.", faults=faults)
