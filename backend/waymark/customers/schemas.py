"""Customers on the wire."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints, WithJsonSchema

from waymark.customers.service import Profile, Seen
from waymark.events import models
from waymark.events.models import AMOUNT_UNIT
from waymark.http.schema import Id, Resource, Timestamp
from waymark.kit.clock import from_ms

CustomerId = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{32}$", min_length=32, max_length=32),
    WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{32}$"}),
    Field(examples=["9f86d081884c7d659a2feaa0c55ad015"]),
]
"""A pseudonym: 32 hexadecimal digits."""


class CustomerSummary(Resource):
    """One real person in the events, in short."""

    id: CustomerId
    """The key that they go by now; it may change when it turns out that two are one person."""
    events: int = Field(examples=[12])
    first_seen_at: Timestamp | None
    """When their first event was; null when there is none."""
    last_seen_at: Timestamp | None


class CustomerKeys(Resource):
    """The ids of one kind that are known to be a customer's."""

    kind: str = Field(examples=["email"])
    """Such as `email` or `hubspot`; empty for plain ids."""
    anonymous: bool = Field(examples=[False])
    """Whether they are of a browser, a device or the like, and not of a person."""
    count: int = Field(examples=[1])


class Customer(CustomerSummary):
    """One real person in the events, under a pseudonym."""

    workspace_id: Id
    keys: list[CustomerKeys]
    """Kinds only: the ids themselves are not kept. Empty for who was only seen under one id."""
    traits: dict[str, Any] = Field(examples=[{"plan": "premium", "seats": 4}])
    """What is known of them: the latest of what was said."""


class CustomerEvent(Resource):
    """One thing that happened to a customer."""

    id: Id
    occurred_at: Timestamp
    clamped: bool = Field(examples=[False])
    """Whether the sender's clock was far ahead, so that this is the time of receipt."""
    touchpoint_id: Id
    source_id: Id
    delivery_id: Id
    position: int = Field(examples=[0])
    """Its place in the delivery, from 0."""
    channel: str | None = Field(examples=["email"])
    score: float | None = Field(examples=[1])
    """Satisfaction on −2 … +2."""
    score_raw: float | None = Field(examples=[4])
    """As it was given,"""
    score_scale: str | None = Field(examples=["csat5"])
    """and on which scale."""
    amount: float | None = Field(examples=[129.9])
    currency: str | None = Field(examples=["EUR"])
    properties: dict[str, Any] = Field(examples=[{"device": "mobile"}])


def present_summary(row: Seen) -> CustomerSummary:
    """A customer in a list."""
    return CustomerSummary.of(row)


def present_customer(workspace_id: str, profile: Profile) -> Customer:
    """A customer with what is known of them."""
    return Customer(
        **present_summary(profile.seen).model_dump(),
        workspace_id=workspace_id,
        keys=[CustomerKeys.of(kind) for kind in profile.keys],
        traits=profile.traits,
    )


def present_event(row: models.Event) -> CustomerEvent:
    """An event in a timeline."""
    return CustomerEvent.of(
        row,
        occurred_at=from_ms(row.occurred_ms),
        amount=None if row.amount_e4 is None else row.amount_e4 / AMOUNT_UNIT,
    )
