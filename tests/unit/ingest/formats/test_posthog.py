"""PostHog's events: who may send them, in which shapes they come, and what they mean."""

import base64
import gzip
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from waymark.ingest.formats.base import Incoming, Trust
from waymark.ingest.formats.posthog import POSTHOG
from waymark.ingest.mapping.identity import identify
from waymark.ingest.mapping.values import Unfit
from waymark.ingest.processing.judging import Fit, Identified, Ignored
from waymark.kit.errors import Malformed, TooLarge

from tests.factories.formats import (
    NOW,
    SECRET,
    is_authentic,
    items_of,
    judged,
    payload,
    request,
    the_event,
)

BATCH = payload("posthog/batch.json")
EVENT = payload("posthog/event.json")


def sent(content: Any, path: str = "/i/v0/e") -> Incoming:
    """A request with this content."""
    return request(json.dumps(content).encode(), path)


@pytest.mark.parametrize(
    "content",
    [
        {"api_key": SECRET, "batch": []},
        {"token": SECRET, "event": "e"},
        {"event": "e", "properties": {"token": SECRET}},
        [{"event": "e", "properties": {"token": SECRET}}],
    ],
)
def test_the_project_key_is_in_the_body(content: Any) -> None:
    assert is_authentic(POSTHOG, sent(content))
    assert not is_authentic(POSTHOG, sent(content), "whsec_other")
    packed = gzip.compress(json.dumps(content).encode())
    assert is_authentic(POSTHOG, request(packed, compression="gzip-js"))


def test_the_project_key_may_be_a_bearer_token() -> None:
    headers = {"authorization": f"Bearer {SECRET}"}
    assert is_authentic(POSTHOG, request(b'{"batch": []}', headers=headers))


@pytest.mark.parametrize("body", [b"", b"[]", b"7", b"{}", b"[7]", b"data=%%", b"data=", b"\xff"])
def test_a_body_without_a_key_is_not_authentic(body: bytes) -> None:
    assert not is_authentic(POSTHOG, request(body))


def test_a_batch_is_judged_event_by_event() -> None:
    found = judged(POSTHOG, request(BATCH, "/batch"))
    identified, visit, click, trial = found
    assert isinstance(identified, Identified)
    assert [(entry.name, entry.anonymous) for entry in identified.reading.ids] == [
        ("019mr8mf4r", False),
        ("0185b0a2-7c3e-0000-3a05-7d40f1a3e2c1", False),
        ("email:pgibbons@example.com", False),
    ]
    assert identified.reading.traits["name"] == "Peter Gibbons"
    assert isinstance(visit, Fit)
    assert (visit.touchpoint.key, visit.touchpoint.channel) == ("website-visit", "website")
    assert isinstance(click, Ignored)
    assert isinstance(trial, Fit)
    assert trial.touchpoint.name == "trial started"
    assert trial.reading.occurred_at == NOW - timedelta(seconds=10)


def test_one_event_comes_alone() -> None:
    fit = the_event(POSTHOG, request(EVENT, "/i/v0/e"))
    assert (fit.touchpoint.name, fit.touchpoint.channel) == ("Order Completed", "web_shop")
    assert fit.reading.occurred_at == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    assert fit.reading.value is not None
    assert (fit.reading.value.amount_e4, fit.reading.value.currency) == (499_000, "EUR")


def test_an_alias_links_two_ids_and_an_ordinary_property_does_not() -> None:
    [found] = judged(POSTHOG, request(payload("posthog/alias.json"), "/capture"))
    assert isinstance(found, Identified)
    assert [entry.name for entry in found.reading.ids] == ["019mr8mf4r", "pgibbons"]
    fit = the_event(POSTHOG, sent({"event": "e", "distinct_id": "a", "properties": {"alias": "b"}}))
    assert [entry.name for entry in fit.reading.ids] == ["a"]


def test_the_key_is_no_part_of_an_event() -> None:
    properties = {"token": "SECRET", "n": 1}
    content = [{"event": "e", "distinct_id": "a", "token": "SECRET", "properties": properties}]
    assert items_of(POSTHOG, sent(content)) == [
        {"event": "e", "distinct_id": "a", "properties": {"n": 1}}
    ]


def test_what_a_person_is_known_by_may_be_among_the_properties() -> None:
    fit = the_event(POSTHOG, sent({"event": "e", "properties": {"distinct_id": "a"}}))
    assert [entry.name for entry in fit.reading.ids] == ["a"]


def test_a_browser_says_how_long_ago_an_event_was() -> None:
    content = [{"uuid": "u", "event": "e", "offset": 2500, "properties": {"distinct_id": "a"}}]
    fit = the_event(POSTHOG, sent(content, "/e"))
    assert fit.reading.occurred_at == NOW - timedelta(seconds=2.5)
    [again] = items_of(POSTHOG, sent([{**content[0], "offset": 9000}], "/e"))
    [first] = items_of(POSTHOG, sent(content, "/e"))
    places, fleeting = POSTHOG.mapping.id, POSTHOG.mapping.sent_at
    assert identify(first, places, fleeting) == identify(again, places, fleeting)


@pytest.mark.parametrize("offset", [-1, 1e300, "soon", None])
def test_an_offset_that_is_none_is_left_out(offset: Any) -> None:
    event = {"event": "e", "offset": offset, "properties": {"distinct_id": "a"}}
    assert the_event(POSTHOG, sent(event)).reading.occurred_at == NOW


def test_a_browser_may_send_a_form() -> None:
    form = b"data=" + quote(base64.b64encode(EVENT)).encode()
    assert items_of(POSTHOG, request(form, "/e")) == items_of(POSTHOG, request(EVENT, "/e"))


def test_the_time_of_sending_may_be_in_a_header() -> None:
    content = {"batch": [{"event": "e", "distinct_id": "a", "timestamp": "2030-01-01T10:00:00Z"}]}
    headers = {"posthog-request-timestamp": "2030-01-01T10:00:05Z"}
    body = json.dumps(content).encode()
    fit = the_event(POSTHOG, request(body, "/i/v1/analytics/events", headers))
    assert fit.reading.occurred_at == NOW - timedelta(seconds=5)


@pytest.mark.parametrize(
    "name", ["$autocapture", "$feature_flag_called", "$exception", "$pageleave"]
)
def test_what_posthog_records_for_itself_is_ignored(name: str) -> None:
    [found] = judged(POSTHOG, sent({"event": name, "distinct_id": "a"}))
    assert isinstance(found, Ignored)


def test_screens_are_visits_of_the_app() -> None:
    named = {"event": "$screen", "distinct_id": "a", "properties": {"$screen_name": "Basket"}}
    found = judged(POSTHOG, sent([named, {"event": "$screen", "distinct_id": "a"}]))
    keys = [entry.touchpoint.key for entry in found if isinstance(entry, Fit)]
    assert keys == ["basket", "app-visit"]


def test_a_broken_event_does_not_harm_its_neighbours() -> None:
    found = judged(POSTHOG, sent([{"event": "e", "distinct_id": "a"}, 7, {}, {"event": "e"}]))
    assert isinstance(found[0], Fit)
    codes = [entry.code for entry in found[1:] if isinstance(entry, Unfit)]
    assert codes == ["not_an_object", "no_event", "no_customer"]


def test_a_body_that_is_not_json_and_too_many_events_are_refused() -> None:
    with pytest.raises(Malformed):
        items_of(POSTHOG, request(b"{"))
    with pytest.raises(TooLarge):
        items_of(POSTHOG, sent({"batch": [{}] * 2501}))


def test_libraries_hear_what_they_expect() -> None:
    trust = Trust([SECRET], {})

    def answer(path: str) -> tuple[int, Any]:
        incoming = request(b"{}", path)
        reply = POSTHOG.challenge(incoming, trust) or POSTHOG.reply(incoming)
        assert reply is not None
        return reply.status, json.loads(reply.body)

    assert answer("/batch") == (200, {"status": 1})
    assert answer("/i/v1/analytics/events") == (200, {"results": {}})
    status, flags = answer("/flags")
    assert (status, flags["featureFlags"], flags["errorsWhileComputingFlags"]) == (200, {}, False)
    assert answer("/s") == (200, {"status": 1})
    probe = POSTHOG.probe(Incoming("GET", "", "/array/key/config", {}, {}, b""))
    assert probe is not None
    assert json.loads(probe.body) == {}
