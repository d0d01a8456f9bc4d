"""The workspace's catalogue of touchpoints, and the channels they happen on."""

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Identifier
from waymark.db.versioned import Versioned


class Channel(Versioned, Base):
    """A medium on which customer and brand meet, in the group that the field sorts it into."""

    __tablename__ = "channels"
    __table_args__ = (UniqueConstraint("workspace_id", "key"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE")
    )
    key: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    group: Mapped[str] = mapped_column("channel_group", String(40))
    icon: Mapped[str] = mapped_column(String(60))
    """The name of a lucide icon."""


class Touchpoint(Versioned, Base):
    """One kind of moment at which customer and brand meet. Events name it by its `key`."""

    __tablename__ = "touchpoints"
    __table_args__ = (UniqueConstraint("workspace_id", "key"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE")
    )
    key: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    channel_id: Mapped[str | None] = mapped_column(
        Identifier, ForeignKey("channels.id"), index=True
    )
    description: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[str | None] = mapped_column(
        Identifier, ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
