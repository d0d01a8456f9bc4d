"""Erasing customers: what is to be done, how far it is, and what was done."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Identifier
from waymark.db.tenancy import OfWorkspace
from waymark.jobs.leases import Leasable


class Erasure(Leasable, OfWorkspace, Base):
    """The work of removing one customer. Once it is done nothing in it says who that was."""

    __tablename__ = "erasures"
    __table_args__ = (
        Index(None, "workspace_id", "id"),
        Index(
            "ix_erasures_due",
            "due_at",
            sqlite_where=text("due_at IS NOT NULL"),
            postgresql_where=text("due_at IS NOT NULL"),
        ),
    )

    reason: Mapped[str] = mapped_column(String(40))
    actor_id: Mapped[str] = mapped_column(Identifier)
    actor_name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    sealed_person: Mapped[bytes] = mapped_column(LargeBinary)
    """Their keys and the ids that were told, encrypted; empty once it is done."""
    before_id: Mapped[str] = mapped_column(Identifier)
    """Deliveries from this id on came later, and are none of this."""
    stage: Mapped[str] = mapped_column(String(20))
    reached_id: Mapped[str | None] = mapped_column(Identifier)
    """How far the stage has come."""
    deliveries: Mapped[int]
    """To be looked through, when it began."""
    looked_through: Mapped[int]
    items: Mapped[int]
    events: Mapped[int]
