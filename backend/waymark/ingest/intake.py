"""Taking a delivery in: authentic and well-formed means stored as it came, durably, then answered.

Nothing is understood here beyond counting the items; that is the worker's part (projection.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.exc import IntegrityError

from waymark.db.engine import Database
from waymark.ingest import inbox_queries, queries
from waymark.ingest.envelope import Envelope, inflate, open_envelope
from waymark.ingest.models import Source
from waymark.ingest.rotation import active_secrets
from waymark.ingest.signatures import require_authentic
from waymark.jobs.leases import RECEIVED
from waymark.kit.clock import utcnow
from waymark.kit.errors import Gone, NotFound, UnsupportedType
from waymark.kit.ids import new_id
from waymark.kit.vault import Vault

PAUSED, RETIRED = "paused", "retired"
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""When a delivery to a paused source is due: it waits until the source is resumed."""

ENCODINGS = ("identity", "gzip")
MASKED = "•••"
CREDENTIALS = {"authorization", "proxy-authorization", "cookie", "x-api-key"}
MAX_HEADERS, MAX_HEADER = 60, 1000


class UnknownSource(NotFound):
    """No source has this address."""

    code = "unknown_source"


class SourceRetired(Gone):
    """The source takes nothing in any more."""

    code = "source_retired"
    title = "This source is retired"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the sender is told: where to look, and how many items were counted."""

    delivery_id: str
    workspace_id: str
    items: int


async def find_source(database: Database, key: str) -> Source:
    """The source at this address. Raises UnknownSource, SourceRetired."""
    async with database.reading() as session:
        source = await queries.source_by_key(session, key)
    if source is None:
        raise UnknownSource("There is no source at this address.")
    if source.state == RETIRED:
        raise SourceRetired("This source was retired; it takes nothing in any more.")
    return source


def check_type(headers: Mapping[str, str]) -> str:
    """The content encoding of a JSON request. Raises UnsupportedType for anything else."""
    media_type = headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type != "application/json":
        raise UnsupportedType("Send the events as application/json.")
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ENCODINGS:
        raise UnsupportedType("The body may be compressed with gzip, and with nothing else.")
    return encoding


async def take_in(
    database: Database, vault: Vault, source: Source, headers: Mapping[str, str], body: bytes
) -> Receipt:
    """Check a request and store it as it came, in one durable transaction.

    Raises NotAuthentic, Malformed, TooLarge, UnsupportedType, UnknownSource, Unavailable.
    """
    encoding = check_type(headers)
    now = utcnow()
    require_authentic(headers, body, active_secrets(source, vault, now))
    envelope = open_envelope(inflate(body, encoding))
    return await _store(database, source, headers, body, envelope, now)


async def _store(
    database: Database,
    source: Source,
    headers: Mapping[str, str],
    body: bytes,
    envelope: Envelope,
    now: datetime,
) -> Receipt:
    delivery_id = new_id()
    common = {
        "workspace_id": source.workspace_id,
        "source_id": source.id,
        "received_at": now,
    }
    delivery = common | {
        "id": delivery_id,
        "sent_at": envelope.sent_at or _signed_at(headers),
        "content_type": headers["content-type"][:200],
        "content_encoding": headers.get("content-encoding", "").strip().lower(),
        "headers": _kept(headers),
        "body": body,
    }
    entry = common | {
        "delivery_id": delivery_id,
        "size": len(body),
        "items": len(envelope.items),
        "accepted": 0,
        "duplicates": 0,
        "quarantined": 0,
        "state": RECEIVED,
        "due_at": NEVER if source.state == PAUSED else now,
        "lease_id": None,
        "attempts": 0,
        "error": "",
    }
    try:
        async with database.writing() as session:
            await inbox_queries.append(session, delivery, entry)
    except IntegrityError as error:
        raise UnknownSource("The source at this address was deleted just now.") from error
    return Receipt(delivery_id, source.workspace_id, len(envelope.items))


def _signed_at(headers: Mapping[str, str]) -> datetime | None:
    """The time that a Standard Webhooks signature covers; it was verified to be near."""
    stated = headers.get("webhook-timestamp", "")
    if "webhook-signature" not in headers:
        return None
    return datetime.fromtimestamp(float(stated), UTC)


def _kept(headers: Mapping[str, str]) -> list[list[str]]:
    return [
        [name[:100], MASKED if name in CREDENTIALS else value.replace("\x00", "")[:MAX_HEADER]]
        for name, value in list(headers.items())[:MAX_HEADERS]
    ]
