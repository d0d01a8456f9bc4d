"""Zendesk: whose requests are believed, and where events land."""

from datetime import UTC, datetime

import pytest
from waymark.ingest.formats.zendesk import ZENDESK

from tests.factories.formats import judged, payload, the_event
from tests.factories.vendors import is_believed, names, outcomes, post

SOLVED = payload("zendesk/ticket-solved.json")

# The secret of all webhooks that are only being tried: Zendesk, "Verifying webhook requests",
# section "Signing secrets on new webhooks".
TEST_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="


def test_a_signature_made_as_documented_is_believed() -> None:
    # base64(HMACSHA256(TIMESTAMP + BODY)), made with `openssl dgst -sha256 -hmac … -binary`.
    headers = {
        "x-zendesk-webhook-signature": "8IFfk+u/gUgUACGWzz87i1CYPdf9oZLW1O3GNHnybKo=",
        "x-zendesk-webhook-signature-timestamp": "2026-11-03T10:00:01Z",
    }
    then = datetime(2026, 11, 3, 10, 2, tzinfo=UTC)
    assert is_believed(ZENDESK, post(SOLVED, headers), TEST_SECRET, now=then)
    assert not is_believed(ZENDESK, post(SOLVED, headers), "another", now=then)
    later = {**headers, "x-zendesk-webhook-signature-timestamp": "2026-11-03T10:00:02Z"}
    assert not is_believed(ZENDESK, post(SOLVED, later), TEST_SECRET, now=then)


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("ticket-created", "ticket-opened"),
        ("ticket-pending", "ignore"),
        ("ticket-solved", "ticket-solved"),
        ("comment-added", "support-question"),
        ("rating-trigger", "support-rated"),
        ("rating-trigger-five", "support-rated"),
    ],
)
def test_events_land_where_they_happened(name: str, outcome: str) -> None:
    assert outcomes(ZENDESK, post(payload(f"zendesk/{name}.json"))) == [outcome]


def test_an_answer_of_the_staff_is_another_touchpoint() -> None:
    comment = payload("zendesk/comment-added.json")
    by_staff = comment.replace(b'"is_staff": false', b'"is_staff": true')
    assert outcomes(ZENDESK, post(by_staff)) == ["support-answer"]
    before, found, after = by_staff.rpartition(b'"is_public": true')
    assert found
    private = before + b'"is_public": false' + after
    assert outcomes(ZENDESK, post(private)) == ["ignore"]


@pytest.mark.parametrize(
    ("rating", "normalised"),
    [("Good, I'm satisfied", 2), ("Bad", -2), ("Offered", None), ("", None)],
)
def test_good_is_the_best_and_bad_the_worst(rating: str, normalised: float | None) -> None:
    body = payload("zendesk/rating-trigger.json").replace(b"Good, I'm satisfied", rating.encode())
    score = the_event(ZENDESK, post(body)).reading.score
    assert (score and score.normalised) == normalised


def test_ratings_of_one_to_five_are_on_their_scale() -> None:
    score = the_event(ZENDESK, post(payload("zendesk/rating-trigger-five.json"))).reading.score
    assert score is not None
    assert (score.raw, score.scale, score.normalised) == (4, "csat5", 1)


def test_a_trigger_and_an_event_speak_of_the_same_customer() -> None:
    [event] = judged(ZENDESK, post(SOLVED))
    [rating] = judged(ZENDESK, post(payload("zendesk/rating-trigger.json")))
    assert names(event) == ["zendesk:8447388090999"]
    assert names(rating) == ["zendesk:8447388090999", "email:mara@example.com"]


def test_a_time_of_a_trigger_may_lack_the_seconds() -> None:
    # Zendesk, "Placeholders reference": ticket.updated_at_with_timestamp, "2013-12-12T05:35Z".
    body = payload("zendesk/rating-trigger.json").replace(b"16:20:00Z", b"16:20Z")
    occurred_at = the_event(ZENDESK, post(body)).reading.occurred_at
    assert occurred_at == datetime(2026, 11, 4, 16, 20, tzinfo=UTC)
