"""Signing in and out."""

from fastapi import Request, Response, status

from waymark.accounts import service as accounts
from waymark.http.access import CallerDep
from waymark.http.contract import PUBLIC, problems
from waymark.http.dependencies import SessionDep, database, settings
from waymark.http.routing import api_router
from waymark.sessions.cookies import clear_session_cookie, set_session_cookie
from waymark.sessions.info import session_info
from waymark.sessions.schemas import RedeemLink, SessionInfo, SignIn
from waymark.sessions.throttle import SignInThrottle
from waymark.workspaces import service as workspaces

router = api_router("session")


@router.post(
    "/session",
    status_code=status.HTTP_201_CREATED,
    openapi_extra=PUBLIC,
    responses=problems(401, 429),
)
async def sign_in(request: Request, response: Response, body: SignIn) -> SessionInfo:
    """Sign in.

    Answers with the session cookie. After ten failures for an address or from a machine within
    fifteen minutes further tries have to wait.
    """
    throttle: SignInThrottle = request.app.state.sign_in_throttle
    store = database(request)
    # Argon2 takes a while on purpose: no write transaction is held meanwhile.
    with throttle.attempt(body.email, request.client.host if request.client else ""):
        async with store.reading() as session:
            user = await accounts.check_password(session, body.email, body.password)
    async with store.writing() as session:
        token = await accounts.open_session(session, user.id)
        info = await session_info(session, user, await workspaces.roles_of(session, user.id))
    set_session_cookie(response, settings(request), token)
    return info


@router.post(
    "/session/link",
    status_code=status.HTTP_201_CREATED,
    openapi_extra=PUBLIC,
    responses=problems(404),
)
async def redeem_link(
    request: Request, response: Response, body: RedeemLink, session: SessionDep
) -> SessionInfo:
    """Sign in with a one-time link.

    The link is used up. Answers with the session cookie.
    """
    user, token = await accounts.redeem_link(session, body.token)
    set_session_cookie(response, settings(request), token)
    return await session_info(session, user, await workspaces.roles_of(session, user.id))


@router.get("/session")
async def get_session(caller: CallerDep, session: SessionDep) -> SessionInfo:
    """Show who is signed in."""
    user = await accounts.get_user(session, caller.user_id) if caller.user_id else None
    return await session_info(session, user, caller.roles)


@router.delete("/session", status_code=status.HTTP_204_NO_CONTENT)
async def sign_out(
    request: Request, response: Response, caller: CallerDep, session: SessionDep
) -> None:
    """Sign out."""
    caller.require_person()
    await accounts.sign_out(session, caller.credential)
    clear_session_cookie(response, settings(request))
