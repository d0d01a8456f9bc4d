"""Signing in, on the wire."""

from typing import Annotated

from pydantic import Field, StringConstraints

from waymark.accounts.schemas import Profile
from waymark.http.access import Role
from waymark.http.schema import Id, Wire

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
