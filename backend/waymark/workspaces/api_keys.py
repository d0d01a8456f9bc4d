"""Keys for machines: shown once, kept as a hash, revoked at any time."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.kit.clock import utcnow
from waymark.kit.errors import Fault, Invalid, NotFound
from waymark.kit.ids import new_id
from waymark.kit.tokens import hash_token, new_token
from waymark.workspaces import queries
from waymark.workspaces.models import ApiKey

PREFIX = "wmk_"
HINT_LENGTH = len(PREFIX) + 6


class ApiKeyNotFound(NotFound):
    """There is no such key in the workspace."""

    code = "api_key_not_found"


class ExpiresInThePast(Invalid):
    """A key that has expired before it was made is of no use."""

    code = "expires_in_the_past"
    title = "The key would never work"


async def list_api_keys(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[ApiKey], str | None]:
    """A page of the keys, oldest first. Raises NotFound, Forbidden."""
    caller.require(Role.ADMIN, workspace_id)
    rows = await queries.api_keys_page(session, workspace_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.id])


async def create_api_key(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    name: str,
    scope: str,
    expires_at: datetime | None,
) -> tuple[ApiKey, str]:
    """A new key and its secret. Raises NotFound, Forbidden, ExpiresInThePast."""
    caller.require(Role.ADMIN, workspace_id)
    now = utcnow()
    if expires_at is not None and expires_at <= now:
        detail = "This moment has passed."
        raise ExpiresInThePast(detail, faults=[Fault("/expires_at", ExpiresInThePast.code, detail)])
    secret = new_token(PREFIX)
    key = ApiKey(
        id=new_id(),
        workspace_id=workspace_id,
        name=name,
        scope=scope,
        token_hash=hash_token(secret),
        hint=secret[:HINT_LENGTH],
        created_by=caller.user_id,
        created_at=now,
        expires_at=expires_at,
        last_used_at=None,
    )
    session.add(key)
    await session.flush()
    return key, secret


async def revoke_api_key(
    session: AsyncSession, caller: Caller, workspace_id: str, api_key_id: str
) -> None:
    """End a key. Raises NotFound, Forbidden, ApiKeyNotFound."""
    caller.require(Role.ADMIN, workspace_id)
    if not await queries.delete_api_key(session, workspace_id, api_key_id):
        raise ApiKeyNotFound("There is no such key in the workspace.")
