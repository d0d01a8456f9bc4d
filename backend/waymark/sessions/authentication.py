"""From a cookie or a bearer key to a caller."""

from collections.abc import Awaitable, Callable
from typing import cast

from fastapi import Request

from waymark.accounts import service as accounts
from waymark.db.engine import Database
from waymark.db.stamp import Memo
from waymark.http.access import Caller
from waymark.http.dependencies import database, settings
from waymark.kit.tokens import hash_token
from waymark.sessions.cookies import cookie_name, refuse_cross_site
from waymark.workspaces import service as workspaces

Callers = Memo[Caller]
Find = Callable[[Database, str], Awaitable[Caller | None]]


async def authenticate(request: Request) -> Caller | None:
    """Who is calling: an API key if a bearer token was sent, else the person of the cookie.

    Raises CrossSite for a write that another site started with the person's cookie.
    """
    authorization = request.headers.get("authorization")
    if authorization is not None:
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            return None
        find: Find = workspaces.caller_of_key
    else:
        token = request.cookies.get(cookie_name(settings(request)), "")
        find = caller_of_session
    if not token.strip():
        return None
    credential = hash_token(token.strip())
    callers = cast(Callers, request.app.state.callers)
    caller = callers.get((find, credential))
    if caller is None:
        as_of = callers.now()
        caller = await find(database(request), credential)
        if caller is None:
            return None
        callers.keep((find, credential), caller, as_of)
    if caller.user_id is not None:
        refuse_cross_site(request)
    return caller


async def caller_of_session(database: Database, credential: str) -> Caller | None:
    """The person signed in with the session of this token hash, with their roles."""
    async with database.reading() as session:
        user = await accounts.user_of_session(session, credential)
        if user is None:
            return None
        roles = await workspaces.roles_of(session, user.id)
    return Caller(credential=credential, name=user.name, user_id=user.id, roles=roles)
