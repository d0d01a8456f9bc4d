"""Personas on the wire."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from waymark.http.access import Caller, Role
from waymark.http.schema import (
    Abilities,
    Id,
    Line,
    Patch,
    Prose,
    Resource,
    Timestamp,
    Title,
    Url,
    Wire,
)
from waymark.kit.ids import new_id
from waymark.personas import models

MAX_POINTS = 50
MAX_CHANNELS = 100

Points = Annotated[list[Title], Field(max_length=MAX_POINTS)]
"""Short statements, one line each."""

AvatarKey = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z0-9_-]*$")]


class PersonaSource(Wire):
    """Where something about a persona is known from."""

    kind: Literal["survey", "interview", "review", "analytics", "other"]
    text: Prose = Field(default="", examples=["Eleven interviews with buyers, at home"])
    url: Url = Field(default="", examples=["https://research.fernwood.example/interviews"])


class SegmentCondition(Wire):
    """A trait that customers of a segment have, with one of these values."""

    trait: Title = Field(examples=["plan"])
    values: Annotated[list[Title], Field(max_length=MAX_POINTS)] = Field(
        default=[], examples=[["premium"]]
    )
    """As text; none means that any value will do."""


class PersonaFields(Wire):
    """What can be said of a persona. Only the name is needed; what is unknown stays empty."""

    name: Title = Field(examples=["Mara Lindqvist"])
    tagline: Line = Field(default="", examples=["Careful comparer"])
    portrait: AvatarKey = Field(default="", examples=["short"])
    """The key of a drawn portrait; initials are shown for any other."""
    quote: Prose = Field(default="", examples=["I want to see the real green."])
    share: Annotated[float, Field(ge=0, le=100)] | None = Field(default=None, examples=[62])
    """Estimated percentage of all customers; null while nobody has estimated it."""
    age: Line = Field(default="", examples=["34"])
    gender: Line = Field(default="", examples=["Woman"])
    location: Line = Field(default="", examples=["A city of 300,000 people"])
    occupation: Line = Field(default="", examples=["Speech therapist"])
    income: Line = Field(default="", examples=["38,000 a year"])
    education: Line = Field(default="", examples=["University degree"])
    family: Line = Field(default="", examples=["Lives with her partner and a cat"])
    bio: Prose = Field(default="", examples=["Mara furnishes slowly, and measures twice."])
    personality: Prose = Field(default="", examples=["Thorough, warm, hard to rush"])
    lifestyle: Prose = Field(default="", examples=["Rents, cycles, cooks for friends"])
    reason: Prose = Field(default="", examples=["Moved into a larger flat"])
    """Why they come to the business at all."""
    goals: Points = Field(default=[], examples=[["A sofa that fits the room"]])
    needs: Points = Field(default=[], examples=[["True colours before she orders"]])
    motivations: Points = Field(default=[], examples=[["A home that looks like her"]])
    frustrations: Points = Field(default=[], examples=[["Delivery cost that appears at the end"]])
    habits: Points = Field(default=[], examples=[["Compares in the evening, three tabs open"]])
    challenges: Points = Field(default=[], examples=[["A narrow staircase"]])
    problems: Points = Field(default=[], examples=[["Cannot try a sofa without a long drive"]])
    interests: Points = Field(default=[], examples=[["Ceramics"]])
    channels: Annotated[list[Id], Field(max_length=MAX_CHANNELS)] = Field(default=[])
    """The ids of the channels they like, best first."""
    sources: Annotated[list[PersonaSource], Field(max_length=MAX_POINTS)] = Field(default=[])
    """What all this is known from."""
    segment: Annotated[list[SegmentCondition], Field(max_length=20)] = Field(default=[])
    """Which customers are like this, by their traits: all conditions hold. None means unknown."""


class NewPersona(PersonaFields):
    """A new persona."""

    id: Id = Field(default_factory=new_id)
    """Chosen by the client if it likes, best a UUIDv7."""


class PersonaUpdate(PersonaFields, Patch):
    """Changes to a persona."""


class Persona(PersonaFields, Resource):
    """An archetype of customers."""

    id: Id
    workspace_id: Id
    revision: int
    created_at: Timestamp
    updated_at: Timestamp
    abilities: Abilities


def present(row: models.Persona, caller: Caller) -> Persona:
    """A persona as the caller sees it."""
    may = caller.can(Role.EDITOR, row.workspace_id)
    return Persona.of(row, abilities=Abilities(edit=may, delete=may))
