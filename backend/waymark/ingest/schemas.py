"""Sources, deliveries and quarantine on the wire."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from waymark.http.access import Caller, Role
from waymark.http.schema import Abilities, Id, Patch, Resource, Timestamp, Title, Wire
from waymark.ingest import models
from waymark.ingest.deliveries import ItemResult
from waymark.ingest.health import Health
from waymark.ingest.mapping_schemas import SourceMapping
from waymark.ingest.masking import mask
from waymark.ingest.outcomes import Outcome
from waymark.ingest.understanding import format_of, plain_body
from waymark.kit.clock import utcnow
from waymark.kit.ids import new_id

FormatKey = Annotated[
    str,
    StringConstraints(max_length=40, pattern=r"^[a-z0-9-]+$"),
    Field(examples=["waymark"]),
]
"""The key of a format: see the list of formats."""

SenderSecret = Annotated[str, StringConstraints(max_length=500)]
SettingValue = Annotated[str, StringConstraints(max_length=500)]


class SourceState(StrEnum):
    """Whether a source takes events in and whether they are processed."""

    ACTIVE = "active"
    PAUSED = "paused"
    """Taken in and kept; processed once it is active again."""
    RETIRED = "retired"
    """Nothing is taken in any more."""


class SourceFields(Wire):
    """What can be said of a source."""

    name: Title = Field(examples=["Web shop"])
    settings: dict[str, SettingValue] = Field(
        default_factory=dict, max_length=20, examples=[{"organization_id": "00D000000000001"}]
    )
    """What the format wants to know beside the secret; see the list of formats."""
    mapping: SourceMapping | None = None
    """How its items are understood; null for what the format suggests."""


class NewSource(SourceFields):
    """A new source."""

    id: Id = Field(default_factory=new_id)
    """Chosen by the client if it likes, best a UUIDv7."""
    format: FormatKey = "waymark"
    """What its requests look like; `waymark` is the native format."""
    secret: SenderSecret = ""
    """The sender's own secret, for formats whose senders make it."""


class SourceUpdate(SourceFields, Patch):
    """Changes to a source."""

    state: SourceState = SourceState.ACTIVE


class SecretRotation(Wire):
    """A new secret from the sender, for formats whose senders make it."""

    secret: SenderSecret = ""


class SourceTraffic(Resource):
    """What came, and what became of it."""

    deliveries: int = Field(examples=[12])
    items: int = Field(examples=[343])
    events: int = Field(examples=[340])
    """Items that were accepted as events."""
    quarantined: int = Field(examples=[2])
    """Items that were not understood."""
    dead: int = Field(examples=[0])
    """Deliveries that were given up."""


class SourceHealth(Resource):
    """How a source is doing."""

    last_event_at: Timestamp | None
    """When it last sent an event that was accepted."""
    last_day: SourceTraffic
    """Of the last 24 hours."""
    events_last_hour: int = Field(examples=[14])
    oldest_unprocessed_at: Timestamp | None
    """When the oldest delivery came that still waits; null when nothing does."""
    skew_s: float | None = Field(examples=[0.4])
    """Seconds from when its requests say they were sent until they were received: the median of
    the last ones. Negative or large means that its clock is wrong."""


class Source(SourceFields, Resource):
    """One sender of events."""

    id: Id
    workspace_id: Id
    format: FormatKey
    state: SourceState
    key: str = Field(examples=["q3Zk0cXvJ4bq1n8s3x5e6m7wYtA"])
    url: str = Field(examples=["https://waymark.example/ingest/q3Zk0cXvJ4bq1n8s3x5e6m7wYtA"])
    """Where it sends its events to."""
    secret_hint: str = Field(examples=["…x9Q="])
    """The end of the current secret."""
    previous_secret_until: Timestamp | None
    """During a rotation: until when the secret before the current one is good."""
    health: SourceHealth
    revision: int
    created_at: Timestamp
    updated_at: Timestamp
    abilities: Abilities


class SourceWithSecret(Source):
    """A source with its new secret, which is shown this once."""

    secret: str = Field(examples=["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD7Sg1YSd8Vws="])
    """Sent as a bearer token, or used to sign requests as Standard Webhooks describe."""


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


class DeliveryItem(Wire):
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
    results: list[DeliveryItem]


class QuarantinedItem(Resource):
    """An item that was not understood, kept until it is."""

    delivery_id: Id
    position: int = Field(examples=[0])
    source_id: Id
    received_at: Timestamp
    code: str = Field(examples=["unknown_touchpoint"])
    detail: str = Field(examples=["There is no touchpoint with the key “news”."])
    excerpt: str = Field(examples=['{"customer":"c-1042","touchpoint":"news"}'])
    """The beginning of the item."""


def present_source(row: models.Source, health: Health, caller: Caller, base_url: str) -> Source:
    """A source as the caller sees it."""
    until = row.previous_secret_until
    may = caller.can(Role.EDITOR, row.workspace_id)
    return Source.of(
        row,
        url=f"{base_url}/ingest/{row.key}",
        previous_secret_until=until if until and until > utcnow() else None,
        health=SourceHealth.model_validate(health),
        abilities=Abilities(edit=may, delete=may),
    )


def present_delivery(row: models.InboxEntry) -> Delivery:
    """A delivery in a list."""
    return Delivery.of(row, id=row.delivery_id, next_attempt_at=_next_attempt(row))


def present_detail(
    entry: models.InboxEntry,
    row: models.Delivery,
    source: models.Source,
    results: list[ItemResult],
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
        results=[DeliveryItem.model_validate(result) for result in results],
    )


def present_quarantined(note: models.ItemNote, received_at: datetime) -> QuarantinedItem:
    """A quarantined item in the list."""
    return QuarantinedItem.of(note, received_at=received_at)


def _next_attempt(row: models.InboxEntry) -> datetime | None:
    return row.due_at if row.state == "retry" else None
