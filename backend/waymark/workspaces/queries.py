"""Finding workspaces, members, invitations and keys."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.accounts.models import User
from waymark.db.listing import by_age, by_name
from waymark.workspaces.models import ApiKey, Invitation, Membership, Workspace


async def workspaces_by_id(session: AsyncSession, visible: Collection[str]) -> list[Workspace]:
    """The first 200 of the workspaces with these ids, by name."""
    wanted = select(Workspace).where(Workspace.id.in_(visible))
    return list(await session.scalars(by_name(wanted, Workspace.name, Workspace.id, None, 199)))


async def workspaces_page(
    session: AsyncSession, visible: Collection[str], after: list[Any] | None, limit: int
) -> list[Workspace]:
    """The visible workspaces by name, one more than `limit`."""
    wanted = select(Workspace).where(Workspace.id.in_(visible))
    return list(await session.scalars(by_name(wanted, Workspace.name, Workspace.id, after, limit)))


async def workspace_by_id(
    session: AsyncSession, workspace_id: str, visible: Collection[str], *, lock: bool = False
) -> Workspace | None:
    """A workspace, if it is among the visible ones; locked against other writers if asked."""
    wanted = select(Workspace).where(Workspace.id == workspace_id, Workspace.id.in_(visible))
    return await session.scalar(wanted.with_for_update() if lock else wanted)


async def taken_slugs(session: AsyncSession, prefix: str) -> set[str]:
    """The slugs that start with `prefix`."""
    rows = await session.scalars(
        select(Workspace.slug).where(Workspace.slug.startswith(prefix)).limit(10_000)
    )
    return set(rows)


async def roles_of(session: AsyncSession, user_id: str) -> dict[str, str]:
    """A person's role by workspace."""
    rows = await session.execute(
        select(Membership.workspace_id, Membership.role).where(Membership.user_id == user_id)
    )
    return {row.workspace_id: row.role for row in rows}


async def memberships_page(
    session: AsyncSession, workspace_id: str, after: list[Any] | None, limit: int
) -> list[Membership]:
    """The memberships of a workspace, oldest accounts first; one more than `limit`."""
    wanted = select(Membership).where(Membership.workspace_id == workspace_id)
    return list(await session.scalars(by_age(wanted, Membership.user_id, after, limit)))


async def membership(session: AsyncSession, workspace_id: str, user_id: str) -> Membership | None:
    """A person's membership in a workspace."""
    return await session.get(Membership, (workspace_id, user_id))


async def count_members_with(session: AsyncSession, workspace_id: str, role: str) -> int:
    """How many members have this role."""
    found = await session.scalar(
        select(func.count())
        .select_from(Membership)
        .where(Membership.workspace_id == workspace_id, Membership.role == role)
    )
    return found or 0


async def member_names(session: AsyncSession, workspace_id: str) -> dict[str, str]:
    """Ids and names of a workspace's members."""
    rows = await session.execute(
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.workspace_id == workspace_id)
        .order_by(User.id)
        .limit(5_000)
    )
    return {row[0]: row[1] for row in rows}


async def members_among(
    session: AsyncSession, workspace_id: str, user_ids: Collection[str]
) -> set[str]:
    """Which of these people belong to the workspace."""
    rows = await session.scalars(
        select(Membership.user_id).where(
            Membership.workspace_id == workspace_id, Membership.user_id.in_(user_ids)
        )
    )
    return set(rows)


async def invitations_page(
    session: AsyncSession, workspace_id: str, after: list[Any] | None, limit: int
) -> list[Invitation]:
    """The invitations of a workspace that nobody has accepted, oldest first."""
    wanted = select(Invitation).where(
        Invitation.workspace_id == workspace_id, Invitation.accepted_at.is_(None)
    )
    return list(await session.scalars(by_age(wanted, Invitation.id, after, limit)))


async def open_invitation(
    session: AsyncSession, token_hash: str, now: datetime, *, lock: bool = False
) -> Invitation | None:
    """The invitation with this token, unless it was accepted or has expired."""
    wanted = select(Invitation).where(
        Invitation.token_hash == token_hash,
        Invitation.accepted_at.is_(None),
        Invitation.expires_at > now,
    )
    return await session.scalar(wanted.with_for_update() if lock else wanted)


async def delete_invitation(session: AsyncSession, workspace_id: str, invitation_id: str) -> bool:
    """Delete an invitation that nobody has accepted; whether there was one."""
    gone = await session.scalar(
        delete(Invitation)
        .where(
            Invitation.id == invitation_id,
            Invitation.workspace_id == workspace_id,
            Invitation.accepted_at.is_(None),
        )
        .returning(Invitation.id)
    )
    return gone is not None


async def delete_invitations_for(session: AsyncSession, workspace_id: str, email: str) -> None:
    """Delete the invitations for this address that nobody has accepted."""
    await session.execute(
        delete(Invitation).where(
            Invitation.workspace_id == workspace_id,
            Invitation.email == email,
            Invitation.accepted_at.is_(None),
        )
    )


async def api_keys_page(
    session: AsyncSession, workspace_id: str, after: list[Any] | None, limit: int
) -> list[ApiKey]:
    """The API keys of a workspace, oldest first; one more than `limit`."""
    wanted = select(ApiKey).where(ApiKey.workspace_id == workspace_id)
    return list(await session.scalars(by_age(wanted, ApiKey.id, after, limit)))


async def delete_api_key(session: AsyncSession, workspace_id: str, api_key_id: str) -> bool:
    """Delete a key; whether there was one."""
    gone = await session.scalar(
        delete(ApiKey)
        .where(ApiKey.id == api_key_id, ApiKey.workspace_id == workspace_id)
        .returning(ApiKey.id)
    )
    return gone is not None


async def live_key(session: AsyncSession, token_hash: str, now: datetime) -> ApiKey | None:
    """The API key with this hash, unless it has expired."""
    return await session.scalar(
        select(ApiKey).where(
            ApiKey.token_hash == token_hash,
            (ApiKey.expires_at.is_(None)) | (ApiKey.expires_at > now),
        )
    )


async def touch_key(session: AsyncSession, key_id: str, now: datetime) -> None:
    """Note that a key has been used."""
    await session.execute(update(ApiKey).where(ApiKey.id == key_id).values(last_used_at=now))
