"""Mappings on the wire. What each member means is said in full in mapping/model.py."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from waymark.http.schema import Id, Title, Wire

Pointer = Annotated[str, StringConstraints(max_length=200, pattern=r"^(/([^~/]|~[01])*)+$")]
"""A JSON pointer (RFC 6901)."""

Text = Annotated[str, StringConstraints(max_length=500)]
Whole = Annotated[int, Field(ge=-(2**53), le=2**53)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Scalar = Text | bool | Whole | Number | None
TouchpointKey = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z0-9][a-z0-9_-]*$")]
ChannelKey = Annotated[str, StringConstraints(max_length=60, pattern=r"^([a-z0-9][a-z0-9_-]*)?$")]
Places = Annotated[list[Pointer], Field(max_length=10)]


class Exact(Wire):
    """A part of a mapping: 0 is not false, and "1" is not 1."""

    model_config = ConfigDict(strict=True)


class CustomerIdAt(Exact):
    """Where an id of the customer is."""

    field: Pointer = Field(examples=["/customer/email"])
    kind: Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z0-9_.-]*$")] = Field(
        default="", examples=["email"]
    )
    """Ids of different kinds never mean the same customer by having the same text."""
    anonymous: bool = False
    """The id of a browser or device rather than of a person."""


class ScoreAt(Exact):
    """Where a satisfaction answer is."""

    field: Pointer = Field(examples=["/rating"])
    scale: Annotated[str, StringConstraints(max_length=200)] = Field(examples=["csat5"])
    """The name of the scale (csat5, stars5, nps, ces7, thumbs), or a pointer to it."""
    answers: dict[Text, Number] | None = Field(default=None, max_length=50)
    """What answers in words mean on that scale; an answer that is not listed is none."""


class MoneyAt(Exact):
    """Where a value is."""

    field: Pointer = Field(examples=["/total_price"])
    currency: Annotated[str, StringConstraints(min_length=2, max_length=200)] = Field(
        examples=["/currency"]
    )
    """A currency such as EUR, or a pointer to one."""
    minor_units: bool = False
    """The amount is in cents and the like."""
    otherwise: Annotated[str, StringConstraints(pattern=r"^([A-Za-z]{3})?$")] = Field(
        default="", examples=["USD"]
    )
    """The currency where the pointer to it leads to nothing; empty for none."""


class Condition(Exact):
    """What must hold for an item."""

    field: Pointer = Field(examples=["/properties/stage"])
    """Where to look."""
    test: Literal["equals", "differs", "one_of", "contains", "starts_with", "exists", "missing"] = (
        "equals"
    )
    value: Scalar | list[Scalar] = Field(default=None, examples=["won"])
    """What to compare with, of exactly this type; a list for `one_of`."""


class ToTouchpoint(Exact):
    """An event at a touchpoint of the catalogue."""

    do: Literal["touchpoint"]
    touchpoint_id: Id


class ToTouchpointByKey(Exact):
    """An event at the touchpoint with a key; it is made when it is not there yet."""

    do: Literal["touchpoint_by_key"]
    key: TouchpointKey = Field(examples=["order-paid"])
    name: Title = Field(examples=["Order paid"])
    channel: ChannelKey = Field(default="", examples=["web_shop"])
    """The key of the channel to make it on."""


class ToTouchpointFrom(Exact):
    """An event at the touchpoint that the item itself names; made when it is not there yet."""

    do: Literal["touchpoint_from"]
    field: Pointer = Field(examples=["/event"])
    channel: ChannelKey = Field(default="", examples=["website"])


class Identify(Exact):
    """No event: which ids are one customer's, and what is known of them."""

    do: Literal["identify"]


class Ignore(Exact):
    """No part of a journey."""

    do: Literal["ignore"]


Target = Annotated[
    ToTouchpoint | ToTouchpointByKey | ToTouchpointFrom | Identify | Ignore,
    Field(discriminator="do"),
]


class MappingRule(Exact):
    """What an item is when all conditions hold."""

    when: list[Condition] = Field(max_length=20)
    then: Target
    score: ScoreAt | None = None
    """Instead of the mapping's own."""
    value: MoneyAt | None = None
    """Instead of the mapping's own."""


class SourceMapping(Exact):
    """How the items of a source are understood."""

    id: Places = Field(default_factory=list, examples=[["/id"]])
    """Where the sender's own id is; several together make one. Fixed once events have come."""
    customer: list[CustomerIdAt] = Field(default_factory=list, max_length=10)
    """Where ids of the customer are; all that are there belong to the same one."""
    occurred_at: Places = Field(default_factory=list, examples=[["/created_at"]])
    """When it happened: the first place where there is something counts."""
    sent_at: Places = Field(default_factory=list, examples=[["/sentAt"]])
    """The sender's clock when it sent: its error is taken off."""
    score: ScoreAt | None = None
    value: MoneyAt | None = None
    channel: Places = Field(default_factory=list, examples=[["/channel"]])
    properties: Places = Field(default_factory=list, examples=[["/properties"]])
    """Where the object with everything else of interest is."""
    traits: Places = Field(default_factory=list, examples=[["/traits"]])
    """Where the object with what is known of the customer is."""
    touchpoint: Places = Field(default_factory=list, examples=[["/touchpoint"]])
    """Where an item names its touchpoint by key; goes before the rules."""
    rules: list[MappingRule] = Field(default_factory=list, max_length=200)
    """The first rule that holds decides."""
