"""Erasures and exports on the wire."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from waymark.customers.schemas import Customer, CustomerEvent, CustomerId
from waymark.http.schema import VISIBLE, Id, Resource, Timestamp, Wire
from waymark.privacy import models

OwnId = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=VISIBLE)
]


class ErasureReason(StrEnum):
    """Why a customer is erased (GDPR article 17, paragraph 1)."""

    REQUEST = "request"
    """They have asked for it."""
    CONSENT_WITHDRAWN = "consent_withdrawn"
    NO_LONGER_NEEDED = "no_longer_needed"
    UNLAWFUL = "unlawful"
    """It should never have been kept."""
    LEGAL_OBLIGATION = "legal_obligation"


class NewErasure(Wire):
    """Who is to be erased, and why: a customer, ids of theirs, or best both."""

    customer_id: CustomerId | None = Field(default=None, examples=[None])
    own_ids: list[OwnId] = Field(
        default_factory=list, max_length=50, examples=[["anna@shop.example", "c-1042"]]
    )
    """Ids as senders write them. They also find what was never understood, and texts that mention
    them (those of at least five characters). They are forgotten once it is done."""
    reason: ErasureReason


class Erasure(Resource):
    """The removal of one customer: how far it is, and how much it removed."""

    id: Id
    workspace_id: Id
    state: Literal["received", "leased", "retry", "done", "dead"]
    """Waiting, being worked on, waiting for another attempt, done, or given up."""
    reason: ErasureReason
    actor_name: str = Field(examples=["Elena Kovač"])
    deliveries: int = Field(examples=[1200])
    """To be looked through."""
    looked_through: int = Field(examples=[600])
    items: int = Field(examples=[14])
    """Removed from deliveries so far,"""
    events: int = Field(examples=[12])
    """and of events."""
    created_at: Timestamp
    finished_at: Timestamp | None


class ExportedLink(Wire):
    """Two ids that were seen together, under their pseudonyms."""

    key: CustomerId
    other: CustomerId
    bond: str = Field(examples=["same"])
    """`same` for two ids of a person, `belongs` for an anonymous one with a person's, `joined` for
    two anonymous ones."""
    first_seen_at: Timestamp


class ExportedItem(Wire):
    """An item of a delivery that is kept, as it came."""

    delivery_id: Id
    position: int = Field(examples=[0])
    source_id: Id
    received_at: Timestamp
    item: Any = Field(examples=[{"touchpoint": "checkout", "customer": "c-1042"}])


class CustomerExport(Resource):
    """Everything that is kept of a customer."""

    customer: Customer
    links: list[ExportedLink]
    events: list[CustomerEvent]
    items: list[ExportedItem]


def present_erasure(row: models.Erasure) -> Erasure:
    """An erasure as the caller sees it."""
    return Erasure.of(row)
