"""Sources on the wire."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from waymark.http.access import Caller, Role
from waymark.http.schema import Abilities, Id, Patch, Resource, Timestamp, Title, Wire
from waymark.ingest import models
from waymark.ingest.mapping.schemas import SourceMapping
from waymark.ingest.sources.health import Health
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
    """The end of the current secret; empty while the sender's own is missing, or has none."""
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
    """Sent as a bearer token, or used to sign requests as Standard Webhooks describe. Empty while
    the sender's own is missing, and for formats without one."""


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
