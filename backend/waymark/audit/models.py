"""What was done that somebody may have to account for."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Identifier
from waymark.db.tenancy import OfWorkspace


class AuditEntry(OfWorkspace, Base):
    """Who did what, when; and how much, never to whom."""

    __tablename__ = "audit_entries"
    __table_args__ = (Index(None, "workspace_id", "id"),)

    action: Mapped[str] = mapped_column(String(40))
    actor_id: Mapped[str] = mapped_column(Identifier)
    actor_name: Mapped[str] = mapped_column(String(200))
    details: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
