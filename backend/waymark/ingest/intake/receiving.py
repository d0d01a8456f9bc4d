"""Taking a delivery in: authentic and well-formed means stored as it came, durably, then answered.

Nothing is understood here beyond counting the items; that is the worker's part (projection.py).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

import structlog

from waymark.ingest.formats.base import Envelope, Format, Incoming, Reply, Trust
from waymark.ingest.intake.committing import Committer, OutOfDate, Row
from waymark.ingest.intake.quotas import Quotas
from waymark.ingest.models import NEVER
from waymark.ingest.sources.known import KnownSource, Sources
from waymark.ingest.sources.understanding import GZIP, plain_body
from waymark.jobs.leases import RECEIVED
from waymark.kit.clock import utcnow
from waymark.kit.errors import (
    NotFound,
    TooManyRequests,
    Unauthenticated,
    Unavailable,
    UnsupportedType,
    WaymarkError,
)
from waymark.kit.ids import new_id

log = structlog.get_logger()

ENCODINGS = ("", "identity", GZIP)
MASKED = "•••"
CREDENTIALS = {"authorization", "proxy-authorization", "cookie", "x-api-key"}
MAX_HEADERS, MAX_HEADER = 60, 1000
TRIES = 3
"""How often a request is judged again because its source was being changed."""


class NotAuthentic(Unauthenticated):
    """Neither the secret nor a valid signature came with the request."""

    code = "not_authentic"
    title = "This request is not signed by the source"


class Receipt(NamedTuple):
    """What the sender is told: where to look, and how many items were counted."""

    delivery_id: str
    workspace_id: str
    items: int
    format: Format


class Intake:
    """The way in for every request to a source's address."""

    def __init__(self, sources: Sources, committer: Committer, quotas: Quotas) -> None:
        self._sources = sources
        self._committer = committer
        self._quotas = quotas

    async def source(self, key: str) -> KnownSource:
        """The source at an address as remembered, to be confirmed by `take_in`.

        Raises UnknownSource, SourceRetired, Unavailable.
        """
        return self._sources.remembered(key) or await self._sources.fresh(key)

    async def source_now(self, key: str) -> KnownSource:
        """The source at an address. Raises UnknownSource, SourceRetired, Unavailable."""
        return await self._sources.fresh(key)

    async def take_in(self, key: str, incoming: Incoming) -> Receipt | Reply:
        """Check a request and store it as it came, in one durable transaction.

        A request that only asks whether this is the right address gets its Reply and is not
        stored. Raises NotAuthentic, Malformed, TooLarge, UnsupportedType, UnknownSource,
        SourceRetired, OverQuota, Unavailable.
        """
        source = self._sources.remembered(key)
        for _ in range(TRIES):
            try:
                return await self._judge(source or await self._sources.fresh(key), incoming)
            except OutOfDate:
                source = None
            except WaymarkError as refusal:
                if source is None or isinstance(refusal, Unavailable | TooManyRequests):
                    raise
                # What is remembered of the source may be old: refuse only by how it is now.
                source = None
        raise Unavailable("The source is being changed just now.")

    async def _judge(self, source: KnownSource, incoming: Incoming) -> Receipt | Reply:
        now, kind = utcnow(), source.format
        if incoming.path not in kind.paths:
            raise NotFound("Sources of this kind send to other addresses.")
        encoding = _check_type(kind, incoming)
        trust = source.trust(now)
        require_authentic(kind, incoming, trust, now)
        self._quotas.require(source.id)
        challenged = kind.challenge(incoming, trust)
        if challenged is not None:
            return challenged
        envelope = kind.unwrap(incoming, plain_body(kind, incoming.body, encoding))
        row = _row(source, incoming, encoding, envelope, now)
        await self._committer.store(row)
        self._quotas.spend(source.id, len(envelope.items))
        return Receipt(row.id, source.workspace_id, len(envelope.items), kind)


def require_authentic(kind: Format, incoming: Incoming, trust: Trust, now: datetime) -> None:
    """Check a request, as received. Raises NotAuthentic, whatever is wrong."""
    try:
        authentic = kind.verify(incoming, trust, now)
    except Exception as error:  # libraries raise anything on malformed input; all mean "no"
        log.debug("ingest.not_authentic", error=repr(error))
        authentic = False
    if not authentic:
        raise NotAuthentic("The secret or the signature is missing, wrong, or out of date.")


def _check_type(kind: Format, incoming: Incoming) -> str:
    if kind.media_types and incoming.media_type not in kind.media_types:
        raise UnsupportedType(f"Send the events as {' or '.join(sorted(kind.media_types))}.")
    encoding = incoming.headers.get("content-encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise UnsupportedType("The body may be compressed with gzip, and with nothing else.")
    return encoding


def _row(
    source: KnownSource, incoming: Incoming, encoding: str, envelope: Envelope, now: datetime
) -> Row:
    row_id = new_id()
    common = {
        "workspace_id": source.workspace_id,
        "source_id": source.id,
        "received_at": now,
    }
    delivery: dict[str, Any] = common | {
        "id": row_id,
        "sent_at": envelope.sent_at,
        "path": incoming.path,
        "content_type": incoming.headers.get("content-type", "")[:200],
        "content_encoding": encoding,
        "headers": _kept(incoming.headers),
        "body": incoming.body,
        "erased_at": None,
        "body_removed_at": None,
    }
    entry: dict[str, Any] = common | {
        "delivery_id": row_id,
        "size": len(incoming.body),
        "items": len(envelope.items),
        "accepted": 0,
        "duplicates": 0,
        "identified": 0,
        "ignored": 0,
        "quarantined": 0,
        "erased": 0,
        "replay_id": None,
        "state": RECEIVED,
        "due_at": NEVER if source.paused else now,
        "lease_id": None,
        "attempts": 0,
        "error": "",
    }
    return Row(row_id, source, delivery, entry)


def _kept(headers: Mapping[str, str]) -> list[list[str]]:
    return [
        [name[:100], MASKED if name in CREDENTIALS else value.replace("\x00", "")[:MAX_HEADER]]
        for name, value in list(headers.items())[:MAX_HEADERS]
    ]
