"""What a workspace has settled about findings, and what measuring maps gave."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Bytewise, Identifier
from waymark.db.tenancy import OfWorkspace
from waymark.db.versioned import Versioned


class FindingSettings(Versioned, Base):
    """Which rules a workspace wants, how bad it finds them, with which thresholds.

    A workspace without a row takes the rules as they come.
    """

    __tablename__ = "finding_settings"

    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    rules: Mapped[dict[str, Any]]
    """By rule id what differs from the catalogue."""


class Dismissal(OfWorkspace, Base):
    """A finding that somebody has looked at and does not want to see, as long as it stays so."""

    __tablename__ = "dismissals"
    __table_args__ = (UniqueConstraint("workspace_id", "subject_id", "key"),)

    subject_kind: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[str] = mapped_column(Identifier)
    """The map, persona, touchpoint or source that the finding belongs to."""
    key: Mapped[str] = mapped_column(Bytewise(160))
    fingerprint: Mapped[str] = mapped_column(String(24))
    """Of what the finding rested on; with another one the finding is back."""
    reason: Mapped[str] = mapped_column(Text)
    actor_id: Mapped[str] = mapped_column(Identifier)
    actor_name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]


class FindingEvidence(Base):
    """What customers did on a map, or how many are like a persona, when it was last counted."""

    __tablename__ = "finding_evidence"
    __table_args__ = (Index(None, "workspace_id", "kind"),)

    subject_id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE")
    )
    kind: Mapped[str] = mapped_column(String(12))
    revision: Mapped[int]
    """Of the map or persona that was measured."""
    measured_at: Mapped[datetime]
    content: Mapped[dict[str, Any]]
