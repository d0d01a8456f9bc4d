"""Intercom: whose requests are believed, and where notifications land."""

import pytest
from waymark.ingest.formats.intercom import INTERCOM

from tests.factories.formats import items_of, judged, payload, the_event
from tests.factories.vendors import is_believed, names, outcomes, post

RATED = payload("intercom/conversation-rated.json")
SECRET = "6d2a1f7e-client-secret"


def test_a_signature_made_as_documented_is_believed() -> None:
    # "sha1=" and 40 hexadecimal digits of HMAC-SHA1; made with `openssl dgst -sha1 -hmac`.
    headers = {"x-hub-signature": "sha1=4e24830ef476c60635dc14aee1592232e0e792f3"}
    assert is_believed(INTERCOM, post(RATED, headers), SECRET)
    assert not is_believed(INTERCOM, post(RATED, headers), "another")
    bare = {"x-hub-signature": headers["x-hub-signature"].removeprefix("sha1=")}
    assert not is_believed(INTERCOM, post(RATED, bare), SECRET)


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("conversation-closed", "conversation-closed"),
        ("conversation-rated", "conversation-rated"),
        ("contact-created", "contact-created"),
        ("ping", "ignore"),
    ],
)
def test_notifications_land_where_they_happened(name: str, outcome: str) -> None:
    assert outcomes(INTERCOM, post(payload(f"intercom/{name}.json"))) == [outcome]


@pytest.mark.parametrize(
    ("topic", "outcome"),
    [
        ("conversation.user.created", "conversation-started"),
        ("conversation.user.replied", "support-question"),
        ("conversation.admin.replied", "support-answer"),
        ("conversation.admin.snoozed", "ignore"),
        ("conversation_part.tag.created", "ignore"),
        ("company.created", "ignore"),
        ("something.new", "quarantine: no_touchpoint"),
    ],
)
def test_topics_are_told_apart(topic: str, outcome: str) -> None:
    body = payload("intercom/conversation-closed.json")
    body = body.replace(b"conversation.admin.closed", topic.encode())
    assert outcomes(INTERCOM, post(body)) == [outcome]


def test_a_rating_has_its_score() -> None:
    score = the_event(INTERCOM, post(RATED)).reading.score
    assert score is not None
    assert (score.raw, score.normalised) == (4, 1)


def test_a_conversation_and_its_contact_are_the_same_customer() -> None:
    known_as = ["intercom:66ba0eb4f0a5e7f7f44a1a3c", "customer-311", "email:mara@example.com"]
    for name in ("conversation-closed", "contact-created"):
        [found] = judged(INTERCOM, post(payload(f"intercom/{name}.json")))
        assert names(found) == known_as


def test_attributes_of_a_contact_are_traits_and_those_of_a_conversation_are_not() -> None:
    contact = payload("intercom/contact-created.json")
    with_plan = contact.replace(b'"custom_attributes": {}', b'"custom_attributes": {"plan": "pro"}')
    assert the_event(INTERCOM, post(with_plan)).reading.traits == {"plan": "pro"}
    closed = payload("intercom/conversation-closed.json")
    about_it = closed.replace(b'"open": false', b'"custom_attributes": {"topic": "delivery"}')
    assert about_it != closed
    assert the_event(INTERCOM, post(about_it)).reading.traits == {}


def test_an_author_who_is_staff_is_not_the_customer() -> None:
    body = payload("intercom/conversation-closed.json")
    body = body.replace(b'"type": "user"', b'"type": "admin"')
    [found] = judged(INTERCOM, post(body))
    assert names(found) == ["intercom:66ba0eb4f0a5e7f7f44a1a3c", "customer-311"]


def test_another_attempt_is_the_same_item() -> None:
    again = RATED.replace(b'"delivery_attempts": 1', b'"delivery_attempts": 2')
    assert again != RATED
    assert items_of(INTERCOM, post(again)) == items_of(INTERCOM, post(RATED))


def test_the_answer_is_200() -> None:
    reply = INTERCOM.reply(post(RATED))
    assert reply is not None
    assert reply.status == 200
