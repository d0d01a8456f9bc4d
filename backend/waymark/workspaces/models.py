"""Workspaces (the tenants), who belongs to them, and the keys of their machines."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Identifier
from waymark.db.tenancy import OfWorkspace
from waymark.db.versioned import Versioned


class Workspace(Versioned, Base):
    """The tenant: everything else belongs to exactly one."""

    __tablename__ = "workspaces"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    slug: Mapped[str] = mapped_column(String(80), unique=True)


class Membership(Base):
    """A person's role in a workspace."""

    __tablename__ = "memberships"

    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[str] = mapped_column(String(20))
    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]


class Invitation(OfWorkspace, Base):
    """A link by which one person may join with a given role, once, until it expires."""

    __tablename__ = "invitations"
    __table_args__ = (Index(None, "workspace_id"),)

    email: Mapped[str] = mapped_column(String(320))
    role: Mapped[str] = mapped_column(String(20))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    invited_by: Mapped[str | None] = mapped_column(
        Identifier, ForeignKey("users.id", ondelete="SET NULL")
    )
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]


class ApiKey(OfWorkspace, Base):
    """A machine's credential for one workspace, shown once and kept as a hash."""

    __tablename__ = "api_keys"
    __table_args__ = (Index(None, "workspace_id"),)

    name: Mapped[str] = mapped_column(String(200))
    scope: Mapped[str] = mapped_column(String(20))
    """read, write or admin: what the key may do, as viewer, editor or admin would."""
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    hint: Mapped[str] = mapped_column(String(20))
    """The first characters, so that people can tell keys apart."""
    created_by: Mapped[str | None] = mapped_column(
        Identifier, ForeignKey("users.id", ondelete="SET NULL")
    )
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
