"""The workspace's catalogue of touchpoints, and the channels they happen on."""

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from waymark.db.base import Identifier
from waymark.db.tenancy import Record


class KeyedRecord(Record):
    """A record that machines call by its `key` and people by its name."""

    __abstract__ = True

    @declared_attr.directive
    def __table_args__(cls) -> tuple[UniqueConstraint]:
        return (UniqueConstraint("workspace_id", "key"),)

    key: Mapped[str] = mapped_column(String(60), sort_order=-1)
    name: Mapped[str] = mapped_column(String(200), sort_order=-1)


class Channel(KeyedRecord):
    """A medium on which customer and brand meet, in the group that the field sorts it into."""

    __tablename__ = "channels"

    group: Mapped[str] = mapped_column("channel_group", String(40))
    icon: Mapped[str] = mapped_column(String(60))
    """The name of a lucide icon."""


class Touchpoint(KeyedRecord):
    """One kind of moment at which customer and brand meet. Events name it by its `key`."""

    __tablename__ = "touchpoints"

    channel_id: Mapped[str | None] = mapped_column(
        Identifier, ForeignKey("channels.id"), index=True
    )
    description: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[str | None] = mapped_column(
        Identifier, ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
