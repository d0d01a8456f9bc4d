"""Finding workspaces, members, invitations and keys."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.workspaces.models import ApiKey, Membership, Workspace


async def workspaces_by_id(session: AsyncSession, visible: Collection[str]) -> list[Workspace]:
    """The workspaces with these ids, by name."""
    rows = await session.scalars(
        select(Workspace)
        .where(Workspace.id.in_(visible))
        .order_by(Workspace.name, Workspace.id)
        .limit(200)
    )
    return list(rows)


async def workspace_by_id(
    session: AsyncSession, workspace_id: str, visible: Collection[str]
) -> Workspace | None:
    """A workspace, if it is among the visible ones."""
    return await session.scalar(
        select(Workspace).where(Workspace.id == workspace_id, Workspace.id.in_(visible))
    )


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
