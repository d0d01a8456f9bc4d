"""Finding people, sessions and links."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.accounts.models import OneTimeLink, Session, User


async def user_by_id(session: AsyncSession, user_id: str) -> User | None:
    """The person with this id."""
    return await session.get(User, user_id)


async def users_by_id(session: AsyncSession, user_ids: Collection[str]) -> list[User]:
    """The people with these ids."""
    return list(await session.scalars(select(User).where(User.id.in_(user_ids))))


async def user_by_email(session: AsyncSession, email: str) -> User | None:
    """The person with this e-mail address, whatever its case."""
    return await session.scalar(select(User).where(User.email == email.strip().lower()))


async def user_of_session(session: AsyncSession, token_hash: str, now: datetime) -> User | None:
    """The person signed in with this session token."""
    return await session.scalar(
        select(User)
        .join(Session, Session.user_id == User.id)
        .where(Session.token_hash == token_hash, Session.expires_at > now)
    )


async def any_user(session: AsyncSession) -> User | None:
    """The oldest account, if there is one at all."""
    return await session.scalar(select(User).order_by(User.created_at, User.id).limit(1))


async def take_link(session: AsyncSession, token_hash: str, now: datetime) -> str | None:
    """Use a one-time link up; the id of the person it signs in, or None when it is not valid."""
    return await session.scalar(
        delete(OneTimeLink)
        .where(OneTimeLink.token_hash == token_hash, OneTimeLink.expires_at > now)
        .returning(OneTimeLink.user_id)
    )


async def delete_session(session: AsyncSession, token_hash: str) -> None:
    """Sign one browser out."""
    await session.execute(delete(Session).where(Session.token_hash == token_hash))


async def delete_other_sessions(session: AsyncSession, user_id: str, keep: str) -> None:
    """Sign a person out everywhere but in the browser with the token hash `keep`."""
    await session.execute(
        delete(Session).where(Session.user_id == user_id, Session.token_hash != keep)
    )


async def delete_expired(session: AsyncSession, now: datetime) -> None:
    """Forget sessions and links that are past their time."""
    await session.execute(delete(Session).where(Session.expires_at <= now))
    await session.execute(delete(OneTimeLink).where(OneTimeLink.expires_at <= now))
