"""HubSpot: whose requests are believed, and where notifications land."""

from datetime import UTC, datetime

import pytest
from waymark.ingest.formats.hubspot import HUBSPOT

from tests.factories.formats import items_of, judged, payload
from tests.factories.vendors import URL, is_believed, names, outcomes, post

WON = payload("hubspot/deal-won.json")
SECRET = "2c3b4d5e-6f70-4182-93a4-b5c6d7e8f901"
THEN = datetime.fromtimestamp(1793611801, UTC)


@pytest.mark.parametrize(
    "headers",
    [
        {
            "x-hubspot-signature": "df5acc0236fc7950c58ad62902e17da5"
            "b42361039850b26c71f0b64f2974091a",
            "x-hubspot-signature-version": "v1",
        },
        {
            "x-hubspot-signature": "68761a9e11cf57929d1d3a802b6f6c12"
            "d5330de99d26ced37a3ca708d95dc66d",
            "x-hubspot-signature-version": "v2",
        },
        {
            "x-hubspot-signature-v3": "kzVnBAfI5e9s8nVQIzBLLI5ZSAL8YCUzgxV0S8l3UYk=",
            "x-hubspot-request-timestamp": "1793611801000",
        },
    ],
    ids=["v1", "v2", "v3"],
)
def test_what_the_library_of_hubspot_signs_is_believed(headers: dict[str, str]) -> None:
    # Made with hubspot-api-client 12.0.0, hubspot.utils.signature.Signature.get_signature.
    assert is_believed(HUBSPOT, post(WON, headers), SECRET, now=THEN)
    assert not is_believed(HUBSPOT, post(WON, headers), SECRET.upper(), now=THEN)
    assert not is_believed(HUBSPOT, post(WON + b"\n", headers), SECRET, now=THEN)


DOCUMENTED = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy"


def test_the_documented_signatures_are_believed() -> None:
    # HubSpot, "Validating requests from HubSpot", the worked examples for v1 and v2.
    first = post(
        payload("hubspot/documented-v1.json"),
        {"x-hubspot-signature": "232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de"},
    )
    assert is_believed(HUBSPOT, first, DOCUMENTED)
    second = post(
        b'{"example_field":"example_value"}',
        {
            "x-hubspot-signature": "9569219f8ba981ffa6f6f16aa0f48637"
            "d35d728c7e4d93d0d52efaa512af7900",
            "x-hubspot-signature-version": "v2",
        },
        url="https://www.example.com/webhook_uri",
    )
    assert is_believed(HUBSPOT, second, DOCUMENTED)


def test_the_third_version_signs_the_address_with_its_escapes_undone() -> None:
    # The same library, over the address with ?at=a:b@c.
    headers = {
        "x-hubspot-signature-v3": "1RAb6vs6LaBB28iFRtM7ggBqN9jsCp0YOulD0fG5IqI=",
        "x-hubspot-request-timestamp": "1793611801000",
    }
    sent = post(WON, headers, url=URL + "?at=a%3Ab%40c")
    assert is_believed(HUBSPOT, sent, SECRET, now=THEN)
    assert not is_believed(HUBSPOT, post(WON, headers), SECRET, now=THEN)


def test_notifications_land_where_they_happened() -> None:
    assert outcomes(HUBSPOT, post(payload("hubspot/batch.json"))) == [
        "contact-created",
        "identify",
        "form-submitted",
        "deal-opened",
        "identify",
        "appointment-scheduled",
        "deal-stage-1032957",
        "ignore",
        "ticket-opened",
        "ticket-solved",
        "conversation-started",
        "nps-survey",
        "ignore",
    ]
    assert outcomes(HUBSPOT, post(WON)) == ["deal-won"]


def test_generic_notifications_are_understood_like_those_of_one_kind() -> None:
    assert outcomes(HUBSPOT, post(payload("hubspot/generic-objects.json"))) == [
        "contact-created",
        "contract-sent",
        "identify",
        "identify",
    ]


def test_an_association_makes_a_deal_the_contacts_own() -> None:
    batch = judged(HUBSPOT, post(payload("hubspot/batch.json")))
    generic = judged(HUBSPOT, post(payload("hubspot/generic-objects.json")))
    for found in (batch[4], generic[2]):
        assert names(found) == ["hubspot:123", "hubspot-deal:148"]
    assert names(batch[1]) == ["hubspot:123", "email:mara@example.com"]
    assert names(generic[3]) == ["hubspot:123", "hubspot:124", "hubspot:125"]


def test_a_rating_has_its_score_and_an_event_its_time() -> None:
    rated = judged(HUBSPOT, post(payload("hubspot/batch.json")))[11]
    assert rated.reading.score.normalised == pytest.approx(1.6)  # type: ignore[union-attr]
    assert rated.reading.occurred_at == datetime.fromtimestamp(1793600011, UTC)  # type: ignore[union-attr]


def test_another_attempt_is_the_same_item() -> None:
    again = WON.replace(b'"attemptNumber": 0', b'"attemptNumber": 3')
    assert again != WON
    assert items_of(HUBSPOT, post(again)) == items_of(HUBSPOT, post(WON))


def test_what_is_no_notification_is_put_aside_alone() -> None:
    body = b'[7, null, {}, {"subscriptionType": 4}, ' + WON.strip()[1:]
    assert outcomes(HUBSPOT, post(body)) == [
        "quarantine: no_customer",
        "quarantine: no_customer",
        "quarantine: no_customer",
        "quarantine: no_customer",
        "deal-won",
    ]
