"""What rules know of a workspace beside the map: plain data, as of one moment."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

Fields = Mapping[str, Any]

STATEMENTS = (
    "goals",
    "needs",
    "motivations",
    "frustrations",
    "habits",
    "challenges",
    "problems",
    "interests",
)
"""The lists of statements in a persona."""


@dataclass(frozen=True)
class Touchpoint:
    """A touchpoint of the catalogue. `fed` is None where nobody can know: in drafts."""

    id: str
    name: str
    key: str
    channel_id: str | None
    fed: bool | None = None
    owner_id: str | None = None


@dataclass(frozen=True)
class Channel:
    """A channel and the group it belongs to."""

    id: str
    name: str
    group: str


@dataclass(frozen=True)
class Persona:
    """A persona, what is said of it (as on the wire), and how many maps show it.

    `maps` is None where nobody can know: in drafts.
    """

    id: str
    name: str
    fields: Fields
    maps: int | None = None


@dataclass(frozen=True)
class Source:
    """A source and what it did lately, up to `day`."""

    id: str
    name: str
    active: bool
    last_event_on: date | None
    events: int
    quarantined: int
    days: int
    """Over how many days events and quarantined items are counted."""


@dataclass(frozen=True)
class SegmentCount:
    """How many customers a persona's segment matches, of how many whose traits are known."""

    matched: int
    known: int
    on: str


@dataclass(frozen=True)
class Surroundings:
    """A workspace as rules see it."""

    today: date
    personas: Mapping[str, Persona] = field(default_factory=dict)
    touchpoints: Mapping[str, Touchpoint] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    segments: Mapping[str, SegmentCount] = field(default_factory=dict)

    @cached_property
    def touchpoints_by_look(self) -> Mapping[tuple[str, str | None], list[Touchpoint]]:
        """Touchpoints by what they look like: their name without its dress, and their channel."""
        found: dict[tuple[str, str | None], list[Touchpoint]] = defaultdict(list)
        for touchpoint in self.touchpoints.values():
            found[plain(touchpoint.name), touchpoint.channel_id].append(touchpoint)
        return found

    @cached_property
    def statements(self) -> Mapping[str, frozenset[str]]:
        """What is said of each persona line by line, without its dress."""
        return {
            persona.id: frozenset(
                plain(line) for name in STATEMENTS for line in persona.fields[name]
            )
            - {""}
            for persona in self.personas.values()
        }

    def group_of(self, touchpoint_id: str) -> str | None:
        """The group of the channel that a touchpoint happens on, if it is known."""
        touchpoint = self.touchpoints.get(touchpoint_id)
        channel = self.channels.get(touchpoint.channel_id or "") if touchpoint else None
        return channel.group if channel else None


_DRESS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """A text without case, punctuation and spaces, for telling whether two say the same."""
    return _DRESS.sub("", text.casefold())
