"""Profiles on the wire."""

from typing import Annotated

from pydantic import Field, StringConstraints

from waymark.accounts.models import User
from waymark.http.schema import Id, Patch, Title, Wire

Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        to_lower=True,
        max_length=320,
        pattern=r"^[^@\s\x00-\x1f\x7f-\x9f]+@[^@\s\x00-\x1f\x7f-\x9f]+$",
    ),
]
Password = Annotated[str, StringConstraints(min_length=10, max_length=200)]


class Profile(Wire):
    """A person."""

    id: Id
    name: Title = Field(examples=["Elena Kovač"])
    email: str | None = Field(examples=["elena@fernwood.example"])
    """Null until the first owner has set up their profile."""
    has_password: bool
    """Without one, only a one-time link lets this person in."""


class ProfileUpdate(Patch):
    """Changes to one's own profile."""

    name: Title = Field(default="", examples=["Elena Kovač"])
    email: Email = Field(default="", examples=["elena@fernwood.example"])
    password: Password = Field(default="", examples=["a new and private sentence"])
    current_password: Annotated[str, StringConstraints(max_length=200)] = ""
    """Needed to change a password that exists."""


def present(user: User) -> Profile:
    """A person as they see themselves."""
    return Profile(
        id=user.id, name=user.name, email=user.email, has_password=user.password_hash is not None
    )
