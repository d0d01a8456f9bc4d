"""Events: what happened to customers. Written by `ingest`, read by `journeys`, edited by nobody."""

from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Bytewise, Identifier

AMOUNT_UNIT = 10_000
"""Amounts are kept as whole ten-thousandths of their currency, so that they are exact."""


class Event(Base):
    """One thing that happened to one customer at one touchpoint: a projection of an item."""

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("source_id", "item_key"),
        Index(None, "workspace_id", "touchpoint_id", "occurred_ms", "customer"),
        Index(None, "workspace_id", "run", "customer", "occurred_ms"),
        Index(None, "workspace_id", "occurred_ms", "customer"),
    )

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE")
    )
    source_id: Mapped[str] = mapped_column(Identifier)
    item_key: Mapped[str] = mapped_column(Bytewise(220))
    """`id:` and the sender's own id, or `sha256:` and the hash of the item."""
    item_digest: Mapped[bytes] = mapped_column(LargeBinary)
    delivery_id: Mapped[str] = mapped_column(Identifier)
    position: Mapped[int]
    touchpoint_id: Mapped[str] = mapped_column(Identifier)
    customer: Mapped[str] = mapped_column(Bytewise(32))
    """A pseudonym (kit.vault); the sender's own name for the customer is never here."""
    run: Mapped[int]
    """Part of the index of customers (events.runs)."""
    occurred_ms: Mapped[int] = mapped_column(BigInteger)
    """Unix time in milliseconds: arithmetic on it means the same in every database."""
    clamped: Mapped[bool]
    score: Mapped[float | None]
    """Satisfaction on −2 … +2 (events.scores)."""
    score_raw: Mapped[float | None]
    score_scale: Mapped[str | None] = mapped_column(String(20))
    amount_e4: Mapped[int | None] = mapped_column(BigInteger)
    """Value in ten-thousandths of `currency`."""
    currency: Mapped[str | None] = mapped_column(String(3))
    channel: Mapped[str | None] = mapped_column(String(200))
    properties: Mapped[dict[str, Any]]
