"""Imports of uploaded files: what is to be done, how far it is, what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Identifier
from waymark.db.tenancy import OfWorkspace
from waymark.jobs.leases import DEAD, DONE, LEASED, RECEIVED, RETRY, Leasable

UPLOADING, READY, STOPPED, DISCARDED = "uploading", "ready", "stopped", "discarded"
RUNNING = (RECEIVED, LEASED, RETRY)
FINISHED = (DONE, DEAD, DISCARDED)


class Import(Leasable, OfWorkspace, Base):
    """One file that somebody uploaded, and how far its import has come.

    The states before and beside those of a lease: `uploading` → `ready` → (lease) ⇄ `stopped`, and
    `discarded` for what was given up. A file is kept until its import is finished.
    """

    __tablename__ = "imports"
    __table_args__ = (
        Index(None, "workspace_id", "id"),
        Index(None, "source_id"),
        Index(
            "ix_imports_due",
            "due_at",
            sqlite_where=text("due_at IS NOT NULL"),
            postgresql_where=text("due_at IS NOT NULL"),
        ),
    )

    source_id: Mapped[str] = mapped_column(Identifier, ForeignKey("sources.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    """The file's."""
    kind: Mapped[str] = mapped_column(String(20))
    size: Mapped[int] = mapped_column(BigInteger)
    """Bytes, as announced."""
    uploaded: Mapped[int] = mapped_column(BigInteger)
    """Bytes that are there."""
    mapping: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """As it came over the wire when the import was started."""
    share: Mapped[float]
    """How much of the file has been read, from 0 to 1."""
    unit: Mapped[str] = mapped_column(String(10))
    """What rows are counted in: line, row or event."""
    rows: Mapped[int] = mapped_column(BigInteger)
    left_out: Mapped[int] = mapped_column(BigInteger)
    accepted: Mapped[int] = mapped_column(BigInteger)
    duplicates: Mapped[int] = mapped_column(BigInteger)
    quarantined: Mapped[int] = mapped_column(BigInteger)
    waiting: Mapped[int] = mapped_column(BigInteger)
    reasons: Mapped[dict[str, Any]]
    """Why events were quarantined: how often for each reason."""
    examples: Mapped[list[Any]]
    """The first rows that were left out: pairs of number and reason."""
    actor_id: Mapped[str] = mapped_column(Identifier)
    actor_name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
