"""Deliveries and quarantine on the wire."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import Field

from waymark.http.schema import Id, Resource, Timestamp, Wire
from waymark.ingest import models
from waymark.ingest.deliveries.masking import mask
from waymark.ingest.deliveries.service import ItemResult
from waymark.ingest.processing.outcomes import Outcome
from waymark.ingest.sources.understanding import format_of, plain_body


class Delivery(Resource):
    """One request that a source made, and what became of it."""

    id: Id
    source_id: Id
    received_at: Timestamp
    state: Literal["received", "leased", "retry", "done", "dead"]
    """Waiting, being processed, waiting for another attempt, processed, or given up."""
    size: int = Field(examples=[2048])
    """Bytes of the body as it came."""
    items: int = Field(examples=[3])
    accepted: int = Field(examples=[2])
    duplicates: int = Field(examples=[0])
    identified: int = Field(examples=[0])
    """Items that are no events, but say who a customer is."""
    ignored: int = Field(examples=[0])
    erased: int = Field(examples=[0])
    """Items that were removed together with all else of their customer."""
    quarantined: int = Field(examples=[1])
    attempts: int = Field(examples=[1])
    next_attempt_at: Timestamp | None
    """When it is tried again, after a failure."""
    error: str = Field(examples=[""])
    """Why the last attempt failed."""


class DeliveryHeader(Wire):
    """A header of the request; credentials are masked."""

    name: str = Field(examples=["content-type"])
    value: str = Field(examples=["application/json"])


class DeliveryItem(Resource):
    """What became of one item of a delivery."""

    position: int = Field(examples=[0])
    """Its place in the delivery, from 0."""
    outcome: Outcome
    code: str = Field(examples=["unknown_touchpoint"])
    """Why, for programs; empty when there is nothing to say."""
    detail: str = Field(examples=["There is no touchpoint with the key “news”."])
    event_id: Id | None
    """The event it became, or the one that was there first."""
    touchpoint_id: Id | None


class JudgedItem(DeliveryItem):
    """What became of one item, and which rule speaks of it."""

    rule: int | None = Field(examples=[0])
    """The place, from 0, of the rule that fits it by the mapping as it is now; null for none."""


class DeliveryDetail(Delivery):
    """A delivery as it came, with what became of each item."""

    sent_at: Timestamp | None
    """When the sender says it was sent."""
    path: str = Field(examples=[""])
    """What followed the source's address."""
    content_type: str = Field(examples=["application/json"])
    headers: list[DeliveryHeader]
    erased_at: Timestamp | None
    """When items were last removed with their customer: from then on the body is what is left."""
    body_removed_at: Timestamp | None
    """When the body was removed because its time was up; null while it is kept."""
    body: str = Field(examples=['{"touchpoint": "checkout", "customer": "c-1042"}'])
    """The body as text, unpacked; credentials are masked."""
    results: list[JudgedItem]


class QuarantinedItem(Resource):
    """An item that was not understood, kept until it is."""

    delivery_id: Id
    position: int = Field(examples=[0])
    source_id: Id
    received_at: Timestamp
    code: str = Field(examples=["unknown_touchpoint"])
    detail: str = Field(examples=["There is no touchpoint with the key “news”."])
    touchpoint_key: str = Field(examples=["news"])
    """The key of the touchpoint whose making would mend it; empty when it is something else."""
    excerpt: str = Field(examples=['{"customer":"c-1042","touchpoint":"news"}'])
    """The beginning of the item."""


class QuarantineTotal(Resource):
    """How many items of a source wait for the same reason."""

    source_id: Id
    code: str = Field(examples=["unknown_touchpoint"])
    touchpoint_key: str = Field(examples=["news"])
    items: int = Field(examples=[120])
    latest: QuarantinedItem
    """One of the newest delivery that has any."""


class QuarantineTotals(Resource):
    """How much waits, by reason; the most frequent first, at most 200 reasons."""

    items: list[QuarantineTotal]


def present_delivery(row: models.InboxEntry) -> Delivery:
    """A delivery in a list."""
    return Delivery.of(row, id=row.delivery_id, next_attempt_at=_next_attempt(row))


def present_detail(
    entry: models.InboxEntry,
    row: models.Delivery,
    source: models.Source,
    results: list[ItemResult],
    rules: Mapping[int, int],
) -> DeliveryDetail:
    """A delivery with all there is to see."""
    return DeliveryDetail(
        **present_delivery(entry).model_dump(),
        sent_at=row.sent_at,
        erased_at=row.erased_at,
        body_removed_at=row.body_removed_at,
        content_type=row.content_type,
        headers=[DeliveryHeader(name=name, value=value) for name, value in row.headers],
        path=row.path,
        body=mask(
            plain_body(format_of(source), row.body, row.content_encoding).decode(errors="replace")
        ),
        results=[JudgedItem.of(result, rule=rules.get(result.position)) for result in results],
    )


def present_quarantined(note: models.ItemNote, received_at: datetime) -> QuarantinedItem:
    """A quarantined item in the list."""
    return QuarantinedItem.of(note, received_at=received_at)


def present_total(items: int, latest: models.ItemNote, received_at: datetime) -> QuarantineTotal:
    """How much waits for one reason."""
    return QuarantineTotal.of(latest, items=items, latest=present_quarantined(latest, received_at))


def _next_attempt(row: models.InboxEntry) -> datetime | None:
    return row.due_at if row.state == "retry" else None
