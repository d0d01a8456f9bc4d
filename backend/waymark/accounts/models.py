"""People, their sessions and the links that let them in."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Identifier


class User(Base):
    """A person who can sign in. Without a password only a one-time link lets them in."""

    __tablename__ = "users"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    email: Mapped[str | None] = mapped_column(String(320), unique=True)
    """Lower case. The first owner has none until they have set up their profile."""
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime]


class Credential:
    """What proves who somebody is, until it expires; the table has only the token's hash."""

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class Session(Credential, Base):
    """A signed-in browser: the cookie holds the token."""

    __tablename__ = "sessions"


class OneTimeLink(Credential, Base):
    """A link that signs one person in, once."""

    __tablename__ = "one_time_links"
