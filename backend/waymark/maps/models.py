"""Maps, their items, and the log of changes that both come from."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Bytewise, Identifier

ITEMS_IN_ORDER = "ix_map_items_map_id_kind_position_id"


class Map(Base):
    """A journey map: its own fields and its revision."""

    __tablename__ = "maps"
    __table_args__ = (Index(None, "workspace_id", "updated_at", "id"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    workspace_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("workspaces.id", ondelete="CASCADE")
    )
    revision: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20))
    goal: Mapped[str] = mapped_column(Text)
    goal_start: Mapped[str] = mapped_column(Text)
    goal_end: Mapped[str] = mapped_column(Text)
    scenario: Mapped[str] = mapped_column(Text)
    constraints: Mapped[list[str]]
    persona_ids: Mapped[list[str]]
    owner_id: Mapped[str | None] = mapped_column(
        Identifier, ForeignKey("users.id", ondelete="SET NULL")
    )
    reviewed_on: Mapped[date | None]
    goal_step_id: Mapped[str | None] = mapped_column(Identifier)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class MapPersona(Base):
    """A persona whose journey a map shows.

    The map has the list itself, in its order; this relation finds the maps of a persona, and keeps
    a persona from being deleted while a map needs it.
    """

    __tablename__ = "map_personas"

    map_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("maps.id", ondelete="CASCADE"), primary_key=True
    )
    persona_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("personas.id", ondelete="RESTRICT"), primary_key=True, index=True
    )


class MapItem(Base):
    """One item of a map: `body` is its JSON as it goes over the wire (docs/decisions/0002).

    It begins with the revision of the map that touched the item last.
    """

    __tablename__ = "map_items"
    __table_args__ = (Index(ITEMS_IN_ORDER, "map_id", "kind", "position", "id"),)

    map_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("maps.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    position: Mapped[str] = mapped_column(Bytewise(200))
    """The item's order key; empty where order has no meaning."""
    touchpoint_id: Mapped[str | None] = mapped_column(
        Identifier, ForeignKey("touchpoints.id", ondelete="RESTRICT"), index=True
    )
    body: Mapped[str] = mapped_column(Text)


class MapChange(Base):
    """A change that was applied: what was done, and the way back."""

    __tablename__ = "map_changes"

    map_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("maps.id", ondelete="CASCADE"), primary_key=True
    )
    revision: Mapped[int] = mapped_column(primary_key=True)
    base_revision: Mapped[int]
    actor_id: Mapped[str] = mapped_column(Identifier)
    actor_name: Mapped[str] = mapped_column(String(200))
    operations: Mapped[list[dict[str, Any]]]
    inverse: Mapped[list[dict[str, Any]]]
    created_at: Mapped[datetime]
