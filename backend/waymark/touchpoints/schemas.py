"""Touchpoints and channels on the wire."""

from typing import Annotated

from pydantic import Field, StringConstraints

from waymark.http.access import Caller, Role
from waymark.http.schema import Abilities, Id, Patch, Prose, Resource, Timestamp, Title, Wire
from waymark.kit.ids import new_id
from waymark.touchpoints import models
from waymark.touchpoints.presets import Group

Key = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$")]
"""Lower-case letters and digits, in groups joined by single dashes or underscores."""

Icon = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class ChannelFields(Wire):
    """What can be said of a channel."""

    key: Key = Field(default="", examples=["podcast"])
    """A short name for programs, unique in the workspace. Made from the name if left out."""
    name: Title = Field(examples=["Podcast"])
    group: Group = Field(examples=["social_media"])
    icon: Icon = Field(default="radio-tower", examples=["podcast"])
    """The name of a lucide icon."""


class NewChannel(ChannelFields):
    """A new channel."""

    id: Id = Field(default_factory=new_id)
    """Chosen by the client if it likes, best a UUIDv7."""


class ChannelUpdate(ChannelFields, Patch):
    """Changes to a channel."""


class Channel(ChannelFields, Resource):
    """A medium on which customer and brand meet."""

    id: Id
    workspace_id: Id
    revision: int
    created_at: Timestamp
    updated_at: Timestamp
    abilities: Abilities


class TouchpointFields(Wire):
    """What can be said of a touchpoint."""

    key: Key = Field(default="", examples=["newsletter_click"])
    """What events call it, unique in the workspace. Made from the name if left out."""
    name: Title = Field(examples=["Clicks the newsletter"])
    channel_id: Id | None = None
    """Where it happens; null while nobody has said so."""
    description: Prose = Field(default="", examples=["The weekly one, sent on Thursdays."])
    owner_id: Id | None = None
    """The member who looks after it; null when nobody does."""


class NewTouchpoint(TouchpointFields):
    """A new touchpoint."""

    id: Id = Field(default_factory=new_id)
    """Chosen by the client if it likes, best a UUIDv7."""


class TouchpointUpdate(TouchpointFields, Patch):
    """Changes to a touchpoint."""


class Touchpoint(TouchpointFields, Resource):
    """One kind of moment at which customer and brand meet."""

    id: Id
    workspace_id: Id
    revision: int
    created_at: Timestamp
    updated_at: Timestamp
    abilities: Abilities


def present_channel(row: models.Channel, caller: Caller) -> Channel:
    """A channel as the caller sees it."""
    return Channel.of(row, abilities=_abilities(row.workspace_id, caller))


def present_touchpoint(row: models.Touchpoint, caller: Caller) -> Touchpoint:
    """A touchpoint as the caller sees it."""
    return Touchpoint.of(row, abilities=_abilities(row.workspace_id, caller))


def _abilities(workspace_id: str, caller: Caller) -> Abilities:
    may = caller.can(Role.EDITOR, workspace_id)
    return Abilities(edit=may, delete=may)
