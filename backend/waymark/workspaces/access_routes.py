"""Letting people and machines into a workspace: invitations and API keys."""

from fastapi import Request, status

from waymark.http.access import CallerDep
from waymark.http.dependencies import SessionDep, settings
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.workspaces import api_keys, invitations
from waymark.workspaces.schemas import (
    ApiKey,
    Invitation,
    IssuedApiKey,
    IssuedInvitation,
    NewApiKey,
    NewInvitation,
)

invitation_router = api_router("invitations")
api_key_router = api_router("API keys")


@invitation_router.get("/workspaces/{workspace_id}/invitations")
async def list_invitations(
    workspace_id: Id, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[Invitation]:
    """List open invitations, oldest first.

    Those that have expired are among them until they are revoked.
    """
    rows, after = await invitations.list_invitations(session, caller, workspace_id, paging)
    return Page(items=[Invitation.of(row) for row in rows], next=after)


@invitation_router.post(
    "/workspaces/{workspace_id}/invitations", status_code=status.HTTP_201_CREATED
)
async def create_invitation(
    workspace_id: Id, body: NewInvitation, request: Request, caller: CallerDep, session: SessionDep
) -> IssuedInvitation:
    """Invite somebody.

    Answers with the link, which is shown only this once: pass it on to the person. An open
    invitation for the same address ends. For a member the answer is 409 `already_member`.
    """
    row, token = await invitations.invite(session, caller, workspace_id, body.email, body.role)
    url = f"{settings(request).base_url}/join#{token}"
    return IssuedInvitation.of(row, token=token, url=url)


@invitation_router.delete(
    "/workspaces/{workspace_id}/invitations/{invitation_id}",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def revoke_invitation(
    workspace_id: Id, invitation_id: Id, caller: CallerDep, session: SessionDep
) -> None:
    """Revoke an invitation.

    Its link stops working. An invitation never changes, so there is no version to name.
    """
    await invitations.revoke(session, caller, workspace_id, invitation_id)


@api_key_router.get("/workspaces/{workspace_id}/api-keys")
async def list_api_keys(
    workspace_id: Id, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[ApiKey]:
    """List API keys, oldest first."""
    rows, after = await api_keys.list_api_keys(session, caller, workspace_id, paging)
    return Page(items=[ApiKey.of(row) for row in rows], next=after)


@api_key_router.post("/workspaces/{workspace_id}/api-keys", status_code=status.HTTP_201_CREATED)
async def create_api_key(
    workspace_id: Id, body: NewApiKey, caller: CallerDep, session: SessionDep
) -> IssuedApiKey:
    """Make an API key.

    Answers with the secret, which is shown only this once.
    """
    row, secret = await api_keys.create_api_key(
        session, caller, workspace_id, body.name, body.scope, body.expires_at
    )
    return IssuedApiKey.of(row, secret=secret)


@api_key_router.delete(
    "/workspaces/{workspace_id}/api-keys/{api_key_id}",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def revoke_api_key(
    workspace_id: Id, api_key_id: Id, caller: CallerDep, session: SessionDep
) -> None:
    """Revoke an API key.

    Requests with it are refused from then on. A key never changes, so there is no version to name.
    """
    await api_keys.revoke_api_key(session, caller, workspace_id, api_key_id)
