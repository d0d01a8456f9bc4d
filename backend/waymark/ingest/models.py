"""Sources, the log of what they sent, and the inbox over it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Bytewise, Identifier
from waymark.db.tenancy import OfWorkspace, Record
from waymark.jobs.leases import Leasable

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""When a delivery to a paused source is due: it waits until the source is resumed."""


class Source(Record):
    """One sender of events, with its address, its secrets and how it is understood."""

    __tablename__ = "sources"
    __table_args__ = (Index(None, "workspace_id"),)

    name: Mapped[str] = mapped_column(String(200))
    format: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(Bytewise(64), unique=True)
    """The unguessable part of its address."""
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary)
    secret_hint: Mapped[str] = mapped_column(String(20))
    previous_sealed_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    previous_secret_until: Mapped[datetime | None]
    """During a rotation the secret before the current one is good until then."""
    settings: Mapped[dict[str, Any]]
    """What the format wants to know beside the secret."""
    mapping: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """How its items are understood; null for what the format suggests."""
    last_event_at: Mapped[datetime | None]
    """When it last sent an event that was accepted."""


class Delivery(Base):
    """One request as it came: the log that everything else is made from.

    It has no index but its key, whose values ascend: appending is all that happens here. Two
    things change it later: a customer is erased from it, or its time is up and the body goes.
    """

    __tablename__ = "deliveries"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE")
    )
    source_id: Mapped[str] = mapped_column(Identifier, ForeignKey("sources.id"))
    received_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    path: Mapped[str] = mapped_column(String(100))
    """What followed the source's address."""
    content_type: Mapped[str] = mapped_column(String(200))
    content_encoding: Mapped[str] = mapped_column(String(20))
    headers: Mapped[list[Any]]
    """Pairs of name and value; credentials are masked before they get here."""
    body: Mapped[bytes] = mapped_column(LargeBinary)
    """As received; once a customer was erased from it, what is left (understanding.py)."""
    erased_at: Mapped[datetime | None] = mapped_column(default=None)
    body_removed_at: Mapped[datetime | None] = mapped_column(default=None)


class InboxEntry(Leasable, Base):
    """How far the work on a delivery has come, and what became of its items, counted."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(None, "source_id", "delivery_id"),
        Index(
            "ix_inbox_replay_id",
            "replay_id",
            sqlite_where=text("replay_id IS NOT NULL"),
            postgresql_where=text("replay_id IS NOT NULL"),
        ),
        *(
            Index(
                f"ix_inbox_{name}",
                "workspace_id",
                "delivery_id",
                sqlite_where=text(which),
                postgresql_where=text(which),
            )
            for name, which in (("quarantined", "quarantined > 0"), ("dead", "state = 'dead'"))
        ),
        Index(
            "ix_inbox_due",
            "due_at",
            "delivery_id",
            sqlite_where=text("due_at IS NOT NULL"),
            postgresql_where=text("due_at IS NOT NULL"),
        ),
    )

    delivery_id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE")
    )
    source_id: Mapped[str] = mapped_column(Identifier)
    received_at: Mapped[datetime]
    size: Mapped[int]
    items: Mapped[int]
    accepted: Mapped[int]
    duplicates: Mapped[int]
    identified: Mapped[int]
    ignored: Mapped[int]
    quarantined: Mapped[int]
    erased: Mapped[int] = mapped_column(default=0)
    replay_id: Mapped[str | None] = mapped_column(Identifier)
    """The replay that it was last a part of."""


class Replay(OfWorkspace, Base):
    """A number of deliveries that somebody had processed again: who, when, and which."""

    __tablename__ = "replays"
    __table_args__ = (Index(None, "workspace_id", "id"),)

    selection: Mapped[dict[str, Any]]
    """What was asked for, as it came over the wire."""
    deliveries: Mapped[int]
    remaining: Mapped[bool]
    """Whether more deliveries met the selection than are replayed at once."""
    actor_id: Mapped[str] = mapped_column(Identifier)
    actor_name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]


class ItemNote(Base):
    """What there is to say about an item of a delivery; one without a note was simply accepted."""

    __tablename__ = "item_notes"
    __table_args__ = (
        Index(None, "workspace_id", "outcome", "delivery_id", "position"),
        # All that the list of reasons counts, so that a million items are not read for it.
        Index(
            "ix_item_notes_reasons",
            "workspace_id",
            "source_id",
            "code",
            "touchpoint_key",
            "delivery_id",
            "position",
            sqlite_where=text("outcome = 'quarantined'"),
            postgresql_where=text("outcome = 'quarantined'"),
        ),
    )

    delivery_id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE")
    )
    source_id: Mapped[str] = mapped_column(Identifier)
    outcome: Mapped[str] = mapped_column(String(20))
    code: Mapped[str] = mapped_column(String(40))
    detail: Mapped[str] = mapped_column(String(500))
    excerpt: Mapped[str] = mapped_column(String(500))
    """The beginning of the item, for the list of what is quarantined."""
    event_id: Mapped[str | None] = mapped_column(Identifier)
    """The event that was there first, for duplicates and conflicts."""
    touchpoint_key: Mapped[str] = mapped_column(String(60), default="")
    """Of a touchpoint that does not exist and would mend it; else empty."""
