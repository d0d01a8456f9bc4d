"""Signing in and out, and the profile of a person."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.accounts import queries
from waymark.accounts.models import OneTimeLink, Session, User
from waymark.accounts.passwords import hash_password, verify_password
from waymark.db.flush import flush_or
from waymark.kit.clock import utcnow
from waymark.kit.errors import Conflict, Fault, Invalid, NotFound, Unauthenticated
from waymark.kit.ids import new_id
from waymark.kit.tokens import hash_token, new_token

SESSION_LIFETIME = timedelta(days=30)
LINK_LIFETIME = timedelta(days=7)


class WrongCredentials(Unauthenticated):
    """E-mail and password do not belong together; it is not said which of them is wrong."""

    code = "wrong_credentials"
    title = "That did not match"


class LinkNotValid(NotFound):
    """The one-time link was used, has expired, or never existed."""

    code = "link_not_valid"
    title = "This link is no longer valid"


class EmailTaken(Conflict):
    """Another account has this e-mail address."""

    code = "email_taken"
    title = "This e-mail address is taken"


class WrongPassword(Invalid):
    """The current password, asked for before a change, is not right."""

    code = "wrong_password"
    title = "The current password is not right"


async def check_password(session: AsyncSession, email: str, password: str) -> User:
    """The person with this e-mail address and password. Raises WrongCredentials."""
    user = await queries.user_by_email(session, email)
    matches = await verify_password(password, user.password_hash if user else None)
    if user is None or not matches:
        raise WrongCredentials("There is no account with this e-mail address and password.")
    return user


async def open_session(session: AsyncSession, user_id: str) -> str:
    """A new session token for a person who has shown who they are."""
    await queries.delete_expired(session, utcnow())
    return await _issue(session, Session, user_id, SESSION_LIFETIME)


async def redeem_link(session: AsyncSession, token: str) -> tuple[User, str]:
    """The person a one-time link belongs to, and a new session token. Raises LinkNotValid."""
    user_id = await queries.take_link(session, hash_token(token), utcnow())
    user = await queries.user_by_id(session, user_id) if user_id else None
    if user is None:
        raise LinkNotValid("It was used already, or it has expired. Ask for a new one.")
    return user, await open_session(session, user.id)


async def create_link(session: AsyncSession, user_id: str) -> str:
    """A new one-time sign-in token for a person, good for seven days."""
    return await _issue(session, OneTimeLink, user_id, LINK_LIFETIME)


async def _issue(
    session: AsyncSession, kind: type[Session | OneTimeLink], user_id: str, lifetime: timedelta
) -> str:
    token, now = new_token(), utcnow()
    session.add(
        kind(
            token_hash=hash_token(token), user_id=user_id, created_at=now, expires_at=now + lifetime
        )
    )
    await session.flush()
    return token


async def create_user(
    session: AsyncSession, name: str, email: str | None, password: str | None = None
) -> User:
    """A new account. Raises EmailTaken."""
    user = User(
        id=new_id(),
        name=name,
        email=email.strip().lower() if email else None,
        password_hash=await hash_password(password) if password else None,
        created_at=utcnow(),
    )
    session.add(user)
    await _flush_unique_email(session)
    return user


async def update_profile(
    session: AsyncSession, user: User, credential: str, changes: dict[str, str]
) -> User:
    """Change name, e-mail or password.

    A password that exists is changed only with `current_password`, and changing it signs the
    person out everywhere else. Raises WrongPassword, EmailTaken.
    """
    if "password" in changes:
        await _check_current_password(user, changes.get("current_password", ""))
        user.password_hash = await hash_password(changes["password"])
        await queries.delete_other_sessions(session, user.id, credential)
    if "name" in changes:
        user.name = changes["name"]
    if "email" in changes:
        user.email = changes["email"].strip().lower()
    await _flush_unique_email(session)
    return user


async def _check_current_password(user: User, given: str) -> None:
    if user.password_hash and not await verify_password(given, user.password_hash):
        detail = "The current password is not right."
        raise WrongPassword(detail, faults=[Fault("/current_password", WrongPassword.code, detail)])


async def _flush_unique_email(session: AsyncSession) -> None:
    await flush_or(session, EmailTaken("Another account has this e-mail address."))


async def get_user(session: AsyncSession, user_id: str) -> User:
    """The person with this id. Raises Unauthenticated when the account is gone."""
    user = await queries.user_by_id(session, user_id)
    if user is None:
        raise Unauthenticated("This account no longer exists.")
    return user


async def users_by_id(session: AsyncSession, user_ids: Collection[str]) -> dict[str, User]:
    """These people, by id."""
    return {user.id: user for user in await queries.users_by_id(session, user_ids)}


async def user_by_email(session: AsyncSession, email: str) -> User | None:
    """The person with this e-mail address, whatever its case."""
    return await queries.user_by_email(session, email)


async def user_of_session(session: AsyncSession, credential: str) -> User | None:
    """The person signed in with the session of this token hash, unless it has expired."""
    return await queries.user_of_session(session, credential, utcnow())


async def first_user(session: AsyncSession) -> User | None:
    """The oldest account, if there is one: the owner of the installation."""
    return await queries.any_user(session)


async def sign_out(session: AsyncSession, credential: str) -> None:
    """End the session with this token hash."""
    await queries.delete_session(session, credential)
