"""What is simulated in a format is what that format understands, proven as its sender does."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from waymark.demo.events import DemoEvent
from waymark.ingest.formats.base import Incoming
from waymark.ingest.formats.registry import FORMATS
from waymark.ingest.mapping.identity import identify
from waymark.ingest.processing.judging import Fit
from waymark.simulation.dialects.base import Dialect
from waymark.simulation.dialects.general import GITHUB_STYLE
from waymark.simulation.dialects.registry import DIALECTS
from waymark.touchpoints.wanted import Wanted

from tests.factories.formats import NOW as RECEIVED
from tests.factories.formats import items_of, judged
from tests.factories.signing import SIGNERS
from tests.factories.vendors import URL, is_believed

NOW = datetime(2026, 11, 21, 12, 0, 5, tzinfo=UTC)
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
ANY = ("social-ad", "checkout")
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ORGANIZATION = "00D24000000KqGTEA0"
SETTINGS = {
    "salesforce": {"organization_id": ORGANIZATION},
    "hmac": {"header": GITHUB_STYLE.header, "prefix": GITHUB_STYLE.prefix},
}
SILENT = ("hubspot", "zendesk", "intercom", "typeform", "hmac", "json")
"""They say nothing of money, or nothing that is understood without a mapping of one's own."""
PAID = [dialect for dialect in DIALECTS.values() if dialect.key not in SILENT]
every = pytest.mark.parametrize("dialect", DIALECTS.values(), ids=lambda dialect: dialect.key)


def secret_of(dialect: Dialect) -> str:
    return ORGANIZATION if dialect.key == "salesforce" else SECRET


def events_of(dialect: Dialect) -> list[DemoEvent]:
    """One customer's event at everything that the dialect can speak of."""
    return [
        DemoEvent(f"e-{place}", "c-1", key, AT + place * timedelta(hours=1), amount=12.5)
        for place, key in enumerate(dialect.journey or ANY)
    ]


def sent(dialect: Dialect, events: Sequence[DemoEvent]) -> list[Incoming]:
    """The requests in which these events come."""
    portions = [
        events[start : start + dialect.most] for start in range(0, len(events), dialect.most)
    ]
    return [request(dialect, portion) for portion in portions]


def request(dialect: Dialect, portion: Sequence[DemoEvent]) -> Incoming:
    """A portion as it comes over the wire."""
    secret = secret_of(dialect)
    message = dialect.say(portion, secret, RECEIVED)
    url = URL + message.path
    proof = dialect.prove(message, url, secret, datetime.now(UTC))
    headers = {name.lower(): of for name, of in {**message.headers, **proof}.items()}
    return Incoming("POST", url, message.path.rstrip("/"), {}, headers, message.body)


def fits(dialect: Dialect, events: Sequence[DemoEvent]) -> list[Fit]:
    """The events as they are understood."""
    kind = FORMATS[dialect.key]
    found = [each for one in sent(dialect, events) for each in judged(kind, one, *ANY)]
    return [each for each in found if isinstance(each, Fit)]


@every
def test_everything_it_says_is_understood(dialect: Dialect) -> None:
    events = events_of(dialect)
    found = fits(dialect, events)
    keys = [
        each.touchpoint.key if isinstance(each.touchpoint, Wanted) else each.touchpoint
        for each in found
    ]
    assert keys == [event.touchpoint for event in events]
    assert [each.reading.occurred_at for each in found] == [event.occurred_at for event in events]


@pytest.mark.parametrize("dialect", PAID, ids=lambda dialect: dialect.key)
def test_what_is_paid_arrives_where_the_format_can_say_it(dialect: Dialect) -> None:
    amounts = [each.reading.value for each in fits(dialect, events_of(dialect))]
    assert any(value is not None and value.currency == "EUR" for value in amounts)


@every
def test_the_source_believes_it_and_nobody_else(dialect: Dialect) -> None:
    kind, now = FORMATS[dialect.key], datetime.now(UTC)
    settings = SETTINGS.get(dialect.key, {})
    for incoming in sent(dialect, events_of(dialect)):
        assert not kind.media_types or incoming.media_type in kind.media_types
        assert incoming.path in kind.paths
        assert is_believed(kind, incoming, secret_of(dialect), now=now, settings=settings)
        other = {"organization_id": "00D000000000001"} if dialect.key == "salesforce" else settings
        assert not is_believed(kind, incoming, "whsec_b3RoZXI=", now=now, settings=other)


@pytest.mark.parametrize("key", [key for key in SIGNERS if key in DIALECTS])
def test_it_signs_as_the_vendor_documents(key: str) -> None:
    dialect = DIALECTS[key]
    message = dialect.say(events_of(dialect)[:1], SECRET, NOW)
    proof = dict(dialect.prove(message, URL, SECRET, NOW))
    documented = SIGNERS[key](message.body, SECRET, NOW, URL)
    assert {name: value.removesuffix(",v0=00") for name, value in documented.items()} == proof


@every
def test_an_event_has_the_same_id_when_it_is_sent_again(dialect: Dialect) -> None:
    kind, events = FORMATS[dialect.key], events_of(dialect)
    ids = [
        identify(item, kind.mapping.id, kind.mapping.sent_at).key
        for event in [*events, *events]
        for item in items_of(kind, request(dialect, [event]))
    ]
    half = len(ids) // 2
    assert ids[:half] == ids[half:]
    assert len(set(ids)) == half
