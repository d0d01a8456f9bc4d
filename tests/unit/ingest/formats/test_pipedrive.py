"""Pipedrive: whose requests are believed, and where changes land."""

import pytest
from waymark.ingest.formats.pipedrive import PIPEDRIVE
from waymark.ingest.processing.judging import Fit

from tests.factories.formats import SECRET, items_of, judged, payload, the_event
from tests.factories.signing import basic
from tests.factories.vendors import is_believed, names, outcomes, post

WON = payload("pipedrive/deal-won.json")


@pytest.mark.parametrize("user", ["waymark", "", "anyone"])
def test_the_password_is_the_secret(user: str) -> None:
    sent = post(WON, basic(f"{user}:{SECRET}"))
    assert is_believed(PIPEDRIVE, sent, SECRET)
    assert is_believed(PIPEDRIVE, sent, "newer", SECRET)
    assert not is_believed(PIPEDRIVE, sent, "newer")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Basic"},
        {"authorization": "Basic ÿ"},
        {"authorization": "Basic !!!"},
        {"authorization": "Basic /////w=="},
        {"authorization": f"Bearer {SECRET}"},
        basic(SECRET),
        basic(f"{SECRET}:"),
        basic(f"waymark:{SECRET} "),
    ],
)
def test_nothing_else_is(headers: dict[str, str]) -> None:
    assert not is_believed(PIPEDRIVE, post(WON, headers), SECRET)


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("deal-stage-changed", "deal-stage-3"),
        ("deal-won", "deal-won"),
        ("deal-lost", "deal-lost"),
        ("deal-renamed", "identify"),
        ("person-added", "contact-created"),
        ("activity-done", "sales-call"),
    ],
)
def test_changes_land_where_they_happened(name: str, outcome: str) -> None:
    assert outcomes(PIPEDRIVE, post(payload(f"pipedrive/{name}.json"))) == [outcome]


def test_a_won_deal_is_worth_its_value_and_belongs_to_its_person() -> None:
    event = the_event(PIPEDRIVE, post(WON))
    assert event.reading.value is not None
    assert (event.reading.value.amount_e4, event.reading.value.currency) == (18_905_000, "EUR")
    assert names(event) == ["pipedrive:311", "pipedrive-deal:52"]


def test_a_change_of_stage_is_worth_nothing_yet() -> None:
    event = the_event(PIPEDRIVE, post(payload("pipedrive/deal-stage-changed.json")))
    assert event.reading.value is None


def test_a_person_is_known_by_the_main_address() -> None:
    [person] = judged(PIPEDRIVE, post(payload("pipedrive/person-added.json")))
    assert isinstance(person, Fit)
    assert names(person) == ["pipedrive:311", "email:mara@example.com"]


def test_another_attempt_is_the_same_item() -> None:
    again = WON.replace(b'"attempt": 1', b'"attempt": 2')
    assert again != WON
    assert items_of(PIPEDRIVE, post(again)) == items_of(PIPEDRIVE, post(WON))


def test_a_deal_that_gets_its_person_leads_to_them() -> None:
    body = payload("pipedrive/deal-renamed.json")
    given = body.replace(b'"title": "Oak dining table"\n', b'"person_id": null\n')
    assert given != body
    [found] = judged(PIPEDRIVE, post(given))
    assert names(found) == ["pipedrive:311", "pipedrive-deal:52"]
    nobodys = given.replace(b'"person_id": 311', b'"person_id": null')
    assert outcomes(PIPEDRIVE, post(nobodys)) == ["ignore"]


def test_a_deleted_deal_is_no_step_of_a_journey() -> None:
    body = WON.replace(b'"action": "change"', b'"action": "delete"')
    assert outcomes(PIPEDRIVE, post(body)) == ["ignore"]
