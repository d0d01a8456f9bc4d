"""Coming in by an invitation, with an account or without."""

from fastapi import Request, Response, status

from waymark.accounts import service as accounts
from waymark.http.access import find_caller
from waymark.http.contract import PUBLIC, problems
from waymark.http.dependencies import SessionDep, settings
from waymark.http.routing import api_router
from waymark.sessions.cookies import set_session_cookie
from waymark.sessions.info import session_info
from waymark.sessions.schemas import (
    AcceptInvitation,
    InvitationPreview,
    InvitationToken,
    SessionInfo,
)
from waymark.workspaces import invitations
from waymark.workspaces import service as workspaces

router = api_router("session")


@router.post("/invitations/preview", openapi_extra=PUBLIC, responses=problems(404))
async def preview_invitation(body: InvitationToken, session: SessionDep) -> InvitationPreview:
    """Show what an invitation is about.

    For the page behind the link, before it is accepted. It stays open.
    """
    found = await invitations.preview(session, body.token)
    return InvitationPreview(
        workspace_name=found.workspace.name,
        email=found.invitation.email,
        role=found.invitation.role,
        invited_by=found.inviter.name if found.inviter else None,
        account_exists=found.account is not None,
        expires_at=found.invitation.expires_at,
    )


@router.post(
    "/invitations/accept",
    status_code=status.HTTP_201_CREATED,
    openapi_extra=PUBLIC,
    responses=problems(403, 404, 409),
)
async def accept_invitation(
    request: Request, response: Response, body: AcceptInvitation, session: SessionDep
) -> SessionInfo:
    """Accept an invitation.

    Who is signed in joins as they are. Everybody else sends a name and a password, gets an account
    for the invited address and is signed in; if that address has an account, the answer is 409
    `account_exists`: sign in, then accept.
    """
    caller = await find_caller(request)
    if caller is not None:
        user = await accounts.get_user(session, caller.require_person())
        await invitations.accept_as(session, user.id, body.token)
    else:
        user = await invitations.accept_as_newcomer(session, body.token, body.name, body.password)
        token = await accounts.open_session(session, user.id)
        set_session_cookie(response, settings(request), token)
    return await session_info(session, user, await workspaces.roles_of(session, user.id))
