"""Segments and traits on the wire: never whose they are, only how many have them."""

from pydantic import Field

from waymark.http.schema import Id, Wire


class PersonaSegment(Wire):
    """How many customers a persona's segment matches, now."""

    persona_id: Id
    persona_revision: int = Field(examples=[3])
    """Of the persona whose segment was counted."""
    matched: int = Field(examples=[412])
    """Customers who meet all of its conditions; 0 while it has none."""
    known: int = Field(examples=[1204])
    """Customers of whom any trait is known."""


class TraitValue(Wire):
    """A value that several customers have."""

    value: str = Field(examples=["premium"])
    """As text."""
    customers: int = Field(examples=[311])


class Trait(Wire):
    """Something that is known of customers."""

    name: str = Field(examples=["plan"])
    customers: int = Field(examples=[1204])
    """How many customers' ids have it."""
    values: list[TraitValue]
    """The most frequent values that at least five have, at most 50."""


class TraitList(Wire):
    """What is known of a workspace's customers, the most frequent first."""

    items: list[Trait]
