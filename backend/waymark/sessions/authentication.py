"""From a cookie or a bearer key to a caller."""

from fastapi import Request

from waymark.accounts import service as accounts
from waymark.http.access import Caller
from waymark.http.dependencies import database, settings
from waymark.kit.tokens import hash_token
from waymark.sessions.cookies import cookie_name, refuse_cross_site
from waymark.workspaces import service as workspaces


async def authenticate(request: Request) -> Caller | None:
    """Who is calling: an API key if a bearer token was sent, else the person of the cookie.

    Raises CrossSite for a write that another site started with the person's cookie.
    """
    authorization = request.headers.get("authorization")
    if authorization is not None:
        return await _caller_of_key(request, authorization)
    token = request.cookies.get(cookie_name(settings(request)), "")
    if not token:
        return None
    refuse_cross_site(request)
    credential = hash_token(token)
    async with database(request).reading() as session:
        user = await accounts.user_of_session(session, credential)
        if user is None:
            return None
        roles = await workspaces.roles_of(session, user.id)
    return Caller(credential=credential, name=user.name, user_id=user.id, roles=roles)


async def _caller_of_key(request: Request, authorization: str) -> Caller | None:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        return None
    return await workspaces.caller_of_key(database(request), hash_token(token.strip()))
