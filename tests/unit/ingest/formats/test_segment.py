"""Segment's calls: who may send them, what they mean, and RudderStack's differences."""

import base64
import gzip
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from waymark.ingest.formats.base import Format, Incoming
from waymark.ingest.formats.rudderstack import RUDDERSTACK
from waymark.ingest.formats.segment import SEGMENT
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


def example(name: str) -> Incoming:
    """A published example, on the path of its name."""
    return request(payload(f"segment/{name}.json"), f"/v1/{name}")


def calls(*items: Any, **shared: Any) -> Incoming:
    """A batch."""
    return request(json.dumps({"batch": items, **shared}).encode(), "/v1/batch")


def a_track(event: str, **properties: Any) -> Fit:
    """What a track call says."""
    return the_event(
        SEGMENT,
        calls({"type": "track", "userId": "u", "event": event, "properties": properties}),
    )


def basic(text: str) -> dict[str, str]:
    """A header of HTTP Basic authentication."""
    return {"authorization": f"Basic {base64.b64encode(text.encode()).decode()}"}


@pytest.mark.parametrize("kind", [SEGMENT, RUDDERSTACK])
def test_the_write_key_is_the_basic_user_or_in_the_body(kind: Format) -> None:
    track = json.loads(payload("segment/track.json"))
    own = json.dumps({**track, "writeKey": SECRET}).encode()
    other = json.dumps(track).encode()
    assert is_authentic(kind, request(own))
    assert is_authentic(kind, request(gzip.compress(own), headers={"content-encoding": "gzip"}))
    assert not is_authentic(kind, request(other))
    for user in (f"{SECRET}:", SECRET, f"{SECRET}:password"):
        assert is_authentic(kind, request(other, headers=basic(user)))
    for headers in (basic("other:"), {"authorization": "Basic %%%"}, {"authorization": "Basic"}):
        assert not is_authentic(kind, request(other, headers=headers))
    for body in (b"", b"{", b"[]", b"7", b'{"writeKey": ["a"]}', b"\x1f\x8b broken"):
        assert not is_authentic(kind, request(body))


def test_identify_says_who_somebody_is() -> None:
    [found] = judged(SEGMENT, example("identify"))
    assert isinstance(found, Identified)
    assert [(entry.name, entry.anonymous) for entry in found.reading.ids] == [
        ("019mr8mf4r", False),
        ("507f191e810c19729de860ea", True),
        ("email:pgibbons@example.com", False),
    ]
    assert found.reading.traits["industry"] == "Technology"


def test_alias_links_the_id_before_with_the_one_now() -> None:
    [found] = judged(SEGMENT, example("alias"))
    assert isinstance(found, Identified)
    names = [entry.name for entry in found.reading.ids]
    assert names == ["019mr8mf4r", "39239-239239-239239-23923"]


def test_what_is_known_of_a_company_does_not_become_the_person() -> None:
    [found] = judged(SEGMENT, example("group"))
    assert isinstance(found, Identified)
    assert found.reading.traits == {
        "group": {"id": "8e9df332ac", "name": "Initech", "industry": "Technology", "employees": 420}
    }


def test_track_is_the_touchpoint_of_its_event_and_worth_its_revenue() -> None:
    fit = the_event(SEGMENT, example("track"))
    assert (fit.touchpoint.key, fit.touchpoint.name) == ("item-purchased", "Item Purchased")
    assert fit.reading.occurred_at == datetime(2012, 12, 2, 0, 30, 12, 984000, tzinfo=UTC)
    assert fit.reading.value is not None
    assert (fit.reading.value.amount_e4, fit.reading.value.currency) == (149_900, "USD")
    assert fit.reading.properties["name"] == "Leap to Conclusions Mat"


def test_pages_and_screens_are_visits_unless_they_have_names() -> None:
    page = the_event(SEGMENT, example("page")).touchpoint
    assert (page.name, page.channel) == ("Tracking HTTP API", "website")
    found = judged(
        SEGMENT,
        calls(
            {"type": "page", "userId": "u", "properties": {"path": "/products/4711"}},
            {"type": "screen", "userId": "u"},
            {"type": "screen", "userId": "u", "name": "Basket"},
        ),
    )
    places = [entry.touchpoint for entry in found if isinstance(entry, Fit)]
    assert [(place.key, place.channel) for place in places] == [
        ("website-visit", "website"),
        ("app-visit", "mobile_app"),
        ("basket", "mobile_app"),
    ]


@pytest.mark.parametrize(
    ("event", "properties", "channel", "value"),
    [
        ("Order Completed", {"revenue": 25, "total": 27.5, "currency": "EUR"}, "web_shop", 25),
        ("Order Completed", {"total": "27.50"}, "web_shop", 27.5),
        ("Order Completed", {}, "web_shop", None),
        ("Checkout Started", {"revenue": 25, "value": 30}, "web_shop", None),
        ("Order Refunded", {"total": 30, "revenue": 25}, "web_shop", None),
        ("Product Viewed", {"price": 19}, "web_shop", None),
        ("Email Link Clicked", {}, "email", None),
        ("Live Chat Conversation Ended", {}, "live_chat", None),
        ("Application Opened", {}, "mobile_app", None),
        ("Trial Started", {}, "", None),
        ("Plan Upgraded", {"revenue": 99.5, "currency": "GBP"}, "", 99.5),
    ],
)
def test_events_of_the_spec_have_their_channel_and_worth(
    event: str, properties: dict[str, Any], channel: str, value: float | None
) -> None:
    fit = a_track(event, **properties)
    assert (fit.touchpoint.name, fit.touchpoint.channel) == (event, channel)
    worth = fit.reading.value.amount_e4 / 10_000 if fit.reading.value else None
    assert worth == value


def test_a_review_is_a_satisfaction_answer() -> None:
    score = a_track("Product Reviewed", rating="4").reading.score
    assert score is not None
    assert (score.raw, score.scale, score.normalised) == (4, "stars5", 1)
    assert a_track("Product Reviewed").reading.score is None


def test_what_no_customer_lives_through_is_ignored() -> None:
    [found] = judged(
        SEGMENT, calls({"type": "track", "userId": "u", "event": "Application Backgrounded"})
    )
    assert isinstance(found, Ignored)


def test_a_batch_is_judged_call_by_call() -> None:
    batch = example("batch")
    found = judged(SEGMENT, batch)
    assert [type(entry) for entry in found] == [Identified, Fit, Identified, Fit]
    context = {"device": {"type": "phone", "name": "Apple iPhone 6"}}
    assert all(item["context"] == context for item in items_of(SEGMENT, batch))
    broken = judged(
        SEGMENT,
        calls(
            {"type": "track", "event": "e"},
            {"type": "track", "userId": "u"},
            {"type": "swim", "userId": "u"},
            "nothing",
            {"type": "track", "userId": "u", "event": "e"},
        ),
    )
    codes = [entry.code if isinstance(entry, Unfit) else "" for entry in broken]
    assert codes == ["no_customer", "no_touchpoint", "unknown_type", "not_an_object", ""]


def test_what_a_batch_says_for_all_is_in_each_call_unless_the_call_says_otherwise() -> None:
    first, second = items_of(
        SEGMENT,
        calls(
            {"context": {"ip": "1.2.3.4"}, "integrations": {"All": True}},
            {"sentAt": "2026-11-02T09:00:00Z"},
            context={"ip": "0.0.0.0", "locale": "de"},
            integrations={"All": False},
            sentAt="2026-11-02T09:30:00Z",
        ),
    )
    assert first == {
        "context": {"ip": "1.2.3.4", "locale": "de"},
        "integrations": {"All": True},
        "sentAt": "2026-11-02T09:30:00Z",
    }
    assert second["sentAt"] == "2026-11-02T09:00:00Z"
    assert second["context"]["ip"] == "0.0.0.0"


def test_a_write_key_in_the_body_is_no_part_of_the_call() -> None:
    [item] = items_of(SEGMENT, example("track"))
    assert "YOUR_WRITE_KEY" not in json.dumps(item)


@pytest.mark.parametrize(("path", "kind"), [("/v1/t", "track"), ("/v1/screen", "screen")])
def test_a_call_without_a_type_has_it_from_its_address(path: str, kind: str) -> None:
    [item] = items_of(SEGMENT, request(b'{"userId": "u"}', path))
    assert item == {"userId": "u", "type": kind}
    [item] = items_of(SEGMENT, request(b'{"userId": "u", "type": "page"}', path))
    assert item == {"userId": "u", "type": "page"}


def test_the_error_of_the_senders_clock_is_taken_off() -> None:
    call = {"type": "track", "userId": "u", "event": "e", "timestamp": "2030-01-01T10:00:00Z"}
    fit = the_event(SEGMENT, calls(call, sentAt="2030-01-01T10:00:05Z"))
    assert fit.reading.occurred_at == NOW - timedelta(seconds=5)
    passed_on = {**call, "timestamp": "2026-11-01T10:00:00Z", "receivedAt": "2026-11-01T10:00:01Z"}
    fit = the_event(SEGMENT, calls(passed_on, sentAt="2030-01-01T10:00:05Z"))
    assert fit.reading.occurred_at == datetime(2026, 11, 1, 10, tzinfo=UTC)


def test_a_call_without_a_time_is_of_when_it_came() -> None:
    fit = the_event(SEGMENT, calls({"type": "track", "userId": "u", "event": "e"}))
    assert fit.reading.occurred_at == NOW


def test_a_batch_that_is_sent_again_is_the_same() -> None:
    call = {"messageId": "m", "type": "track", "userId": "u", "event": "e"}
    [[first], [again]] = (
        items_of(SEGMENT, calls(call, sentAt=at))
        for at in ("2026-11-02T09:30:00Z", "2026-11-02T09:31:00Z")
    )
    places, fleeting = SEGMENT.mapping.id, SEGMENT.mapping.sent_at
    assert identify(first, places, fleeting) == identify(again, places, fleeting)


@pytest.mark.parametrize("body", [b"[]", b"7", b"{", b'{"batch": {}}', b"{}"])
def test_a_body_that_is_no_batch_is_refused(body: bytes) -> None:
    with pytest.raises(Malformed):
        items_of(SEGMENT, request(body, "/v1/batch"))


def test_batches_have_their_limits() -> None:
    call = {"type": "track", "userId": "u", "event": "e"}
    assert len(items_of(SEGMENT, calls(*[call] * 2500))) == 2500
    with pytest.raises(TooLarge):
        items_of(SEGMENT, calls(*[call] * 2501))
    large = {**call, "properties": {"text": "x" * 33_000}}
    found = judged(SEGMENT, calls(large, call))
    assert isinstance(found[0], Unfit)
    assert found[0].code == "item_too_large"
    assert isinstance(found[1], Fit)
    assert (SEGMENT.limits.body, RUDDERSTACK.limits.body) == (500 * 1024, 4 * 1024 * 1024)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-encoding": "gzip"},
        {"content-encoding": "gzip", "content-type": "application/x-www-form-urlencoded"},
    ],
)
def test_rudderstack_bodies_are_what_they_are_whatever_they_say(headers: dict[str, str]) -> None:
    plain = payload("rudderstack/batch.json")
    for body in (plain, gzip.compress(plain)):
        found = judged(RUDDERSTACK, request(body, "/v1/batch", headers))
        assert [type(entry) for entry in found] == [Identified, Fit, Fit]
    assert not RUDDERSTACK.media_types
    identified, page, review = found
    assert isinstance(identified, Identified)
    assert identified.reading.traits["name"] == "Alex Keener"
    assert isinstance(page, Fit)
    assert page.touchpoint.name == "Pricing"
    assert isinstance(review, Fit)
    assert review.reading.score is not None
    assert review.reading.score.normalised == 2


def test_libraries_hear_what_they_take_for_success() -> None:
    reply = SEGMENT.reply(example("track"))
    assert reply is not None
    assert (reply.status, json.loads(reply.body)) == (200, {"success": True})
