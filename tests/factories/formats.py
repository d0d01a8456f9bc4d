"""Requests as senders of all kinds make them, and what becomes of what they send."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from waymark.ingest.formats.base import Format, Incoming, Trust
from waymark.ingest.intake.receiving import require_authentic
from waymark.ingest.mapping.identity import identify
from waymark.ingest.mapping.reading import Reader
from waymark.ingest.processing.judging import Catalogue, Fit, Judged, Understanding, judge
from waymark.ingest.sources.understanding import plain_body
from waymark.kit.errors import Unauthenticated

FIXTURES = Path(__file__).parents[1] / "fixtures" / "ingest"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def payload(name: str) -> bytes:
    """The body of a published example, by its path among the fixtures."""
    return (FIXTURES / name).read_bytes()


def request(
    body: bytes, path: str = "", headers: Mapping[str, str] | None = None, **query: str
) -> Incoming:
    """A POST of JSON to a source's address, unless the headers say otherwise."""
    given = {"content-type": "application/json", **(headers or {})}
    url = f"https://waymark.example/ingest/key{path}"
    return Incoming("POST", url, path, query, given, body)


def is_authentic(kind: Format, incoming: Incoming, *secrets: str) -> bool:
    """Whether a request is taken for one of the source with these secrets."""
    trust = Trust(secrets or (SECRET,), {})
    try:
        require_authentic(kind, incoming, trust, datetime.now(UTC))
    except Unauthenticated:
        return False
    return True


def items_of(kind: Format, incoming: Incoming) -> list[object]:
    """The items of a request."""
    encoding = incoming.headers.get("content-encoding", "")
    return kind.unwrap(incoming, plain_body(kind, incoming.body, encoding)).items


def judged(kind: Format, incoming: Incoming, *touchpoints: str) -> list[Judged]:
    """What becomes of the items of a request, where there are touchpoints with these keys."""
    catalogue = Catalogue({key: key for key in touchpoints}, set())
    by = Understanding(kind, Reader(kind.mapping), catalogue)
    places, fleeting = kind.mapping.id, kind.mapping.sent_at
    return [
        judge(item, identify(item, places, fleeting), NOW, by) for item in items_of(kind, incoming)
    ]


def the_event(kind: Format, incoming: Incoming, *touchpoints: str) -> Fit:
    """The only event of a request."""
    [found] = judged(kind, incoming, *touchpoints)
    assert isinstance(found, Fit), found
    return found
