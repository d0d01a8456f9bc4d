"""Signing in, on the wire."""

from typing import Annotated

from pydantic import Field, StringConstraints

from waymark.accounts.schemas import Password, Profile
from waymark.http.access import Role
from waymark.http.schema import Id, Timestamp, Title, Wire

Token = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class SignIn(Wire):
    """E-mail address and password of a person."""

    email: Annotated[str, StringConstraints(max_length=320)] = Field(
        examples=["mara@fernwood.example"]
    )
    password: Annotated[str, StringConstraints(max_length=200)] = Field(
        examples=["a long and private sentence"]
    )


class RedeemLink(Wire):
    """The token of a one-time link."""

    token: Token = Field(examples=["q3Zk0cXvJ4bq1n8s3x5e6m7wYtA"])


class OwnWorkspace(Wire):
    """A workspace and the caller's role in it."""

    id: Id
    name: str = Field(examples=["Fernwood Home"])
    slug: str = Field(examples=["fernwood-home"])
    role: Role


class SessionInfo(Wire):
    """Who is signed in, and where they may go. For an API key `user` is null."""

    user: Profile | None
    workspaces: list[OwnWorkspace]


class InvitationToken(Wire):
    """The token of an invitation's link."""

    token: Token = Field(examples=["q3Zk0cXvJ4bq1n8s3x5e6m7wYtA"])


class InvitationPreview(Wire):
    """What an invitation is about."""

    workspace_name: str = Field(examples=["Fernwood Home"])
    email: str = Field(examples=["jon@fernwood.example"])
    """The address it was made for."""
    role: Role
    invited_by: str | None = Field(examples=["Elena Kovač"])
    """The name of who made it; null for an API key or an account that is gone."""
    account_exists: bool
    """Whether the address has an account: its owner signs in instead of making one."""
    expires_at: Timestamp


class AcceptInvitation(InvitationToken):
    """An invitation to accept, with a name and a password for a new account."""

    name: Title = Field(default="", examples=["Jon Park"])
    """Needed unless signed in."""
    password: Password = Field(default="", examples=["a long and private sentence"])
    """Needed unless signed in."""
