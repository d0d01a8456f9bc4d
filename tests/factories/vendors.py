"""What vendors' requests are taken for, in few words."""

from collections.abc import Mapping
from datetime import datetime

from waymark.ingest.formats.base import Format, Incoming, Trust
from waymark.ingest.intake.receiving import require_authentic
from waymark.ingest.processing.judging import Fit, Identified, Ignored, Judged, Unfit
from waymark.kit.errors import Unauthenticated
from waymark.touchpoints.wanted import Wanted

from tests.factories.formats import NOW, judged

URL = "https://waymark.example/ingest/q3Zk0cXvJ4bq1n8s3x5e6m7wYtA"


def post(
    body: bytes, headers: Mapping[str, str] | None = None, url: str = URL, method: str = "POST"
) -> Incoming:
    """A request to the address of a source."""
    given = {"content-type": "application/json", **(headers or {})}
    return Incoming(method, url, "", {}, given, body)


def is_believed(
    kind: Format,
    incoming: Incoming,
    *secrets: str,
    now: datetime = NOW,
    settings: Mapping[str, str] | None = None,
) -> bool:
    """Whether a request at this time is taken for one of the source with these secrets."""
    try:
        require_authentic(kind, incoming, Trust(secrets, settings or {}), now)
    except Unauthenticated:
        return False
    return True


def outcomes(kind: Format, incoming: Incoming) -> list[str]:
    """Of each item the key of its touchpoint, `identify`, `ignore`, or why it is put aside."""
    return [_outcome(found) for found in judged(kind, incoming)]


def _outcome(found: Judged) -> str:
    match found:
        case Fit(touchpoint=Wanted(key=key)):
            return key
        case Fit(touchpoint=str(touchpoint_id)):
            return touchpoint_id
        case Identified():
            return "identify"
        case Ignored():
            return "ignore"
        case Unfit(code=code):
            return f"quarantine: {code}"
    raise AssertionError(found)


def names(found: Judged) -> list[str]:
    """The ids of the customer of an event or an identification, with their kinds."""
    assert isinstance(found, Fit | Identified), found
    return [each.name for each in found.reading.ids]
