"""Personas: the archetypes whose journeys the maps tell."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from waymark.db.base import Base, Identifier
from waymark.db.tenancy import Record


class Persona(Record):
    """An archetype of customers. Only the name is needed; what is unknown is empty."""

    __tablename__ = "personas"
    __table_args__ = (Index(None, "workspace_id"),)

    name: Mapped[str] = mapped_column(String(200))
    tagline: Mapped[str] = mapped_column(String(200))
    portrait: Mapped[str] = mapped_column(String(60))
    quote: Mapped[str] = mapped_column(Text)
    share: Mapped[float | None]
    """Estimated share of all customers, in percent."""
    age: Mapped[str] = mapped_column(String(200))
    gender: Mapped[str] = mapped_column(String(200))
    location: Mapped[str] = mapped_column(String(200))
    occupation: Mapped[str] = mapped_column(String(200))
    income: Mapped[str] = mapped_column(String(200))
    education: Mapped[str] = mapped_column(String(200))
    family: Mapped[str] = mapped_column(String(200))
    bio: Mapped[str] = mapped_column(Text)
    personality: Mapped[str] = mapped_column(Text)
    lifestyle: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    goals: Mapped[list[str]]
    needs: Mapped[list[str]]
    motivations: Mapped[list[str]]
    frustrations: Mapped[list[str]]
    habits: Mapped[list[str]]
    challenges: Mapped[list[str]]
    problems: Mapped[list[str]]
    interests: Mapped[list[str]]
    sources: Mapped[list[dict[str, Any]]]
    """Where this is known from: kind, text, url."""
    segment: Mapped[list[dict[str, Any]]]
    """Which customers are like this: conditions over their traits, all of which hold."""
    preferred: Mapped[list["PreferredChannel"]] = relationship(
        lazy="raise", order_by="PreferredChannel.position", cascade="all, delete-orphan"
    )

    @property
    def channels(self) -> list[str]:
        """The ids of the channels this persona likes, in the order they were given in."""
        return [item.channel_id for item in self.preferred]

    @channels.setter
    def channels(self, channel_ids: list[str]) -> None:
        self.preferred = [
            PreferredChannel(channel_id=channel_id, position=position)
            for position, channel_id in enumerate(channel_ids)
        ]


class PreferredChannel(Base):
    """A channel that a persona likes to use; `position` keeps the order they were given in."""

    __tablename__ = "persona_channels"

    persona_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("personas.id", ondelete="CASCADE"), primary_key=True
    )
    channel_id: Mapped[str] = mapped_column(
        Identifier, ForeignKey("channels.id"), primary_key=True, index=True
    )
    position: Mapped[int]
