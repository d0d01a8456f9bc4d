"""Typeform: whose requests are believed, and what a submission says."""

import pytest
from waymark.ingest.formats.typeform import TYPEFORM
from waymark.touchpoints.wanted import Wanted

from tests.factories.formats import items_of, payload, the_event
from tests.factories.vendors import is_believed, names, outcomes, post

FORM = payload("typeform/form-response.json")


def test_a_signature_made_as_documented_is_believed() -> None:
    # "sha256=" and Base64 of HMAC-SHA256; made with `openssl dgst -sha256 -hmac … -binary`.
    headers = {"typeform-signature": "sha256=KhWnBveh6mupQTml4EESdZ6HD7OxZivPvBQuxCTHt48="}
    assert is_believed(TYPEFORM, post(FORM, headers), "3f7c0d1e9b8a4c52")
    assert not is_believed(TYPEFORM, post(FORM, headers), "3f7c0d1e9b8a4c53")
    assert not is_believed(TYPEFORM, post(FORM[:-1], headers), "3f7c0d1e9b8a4c52")


def test_a_submission_is_a_touchpoint_called_like_the_form() -> None:
    event = the_event(TYPEFORM, post(FORM))
    assert event.touchpoint == Wanted("how-was-your-delivery", "How was your delivery?", "website")


def test_answers_are_found_by_the_name_and_the_type_of_the_question() -> None:
    [item] = items_of(TYPEFORM, post(FORM))
    assert isinstance(item, dict)
    assert item["answers"] == {
        "recommend": 9,
        "email": "mara@example.com",
        "mattered": ["On time", "Friendly driver"],
        "complete": True,
    }
    assert item["by_type"]["yes_no"] is True


def test_who_answered_is_known_by_hidden_field_and_address() -> None:
    assert names(the_event(TYPEFORM, post(FORM))) == [
        "customer-311",
        "email:mara@example.com",
        "typeform:a3a12ec67a1365927098a606107fac15",
    ]


def test_a_submission_without_a_name_is_still_somebodys() -> None:
    found = names(the_event(TYPEFORM, post(payload("typeform/rating.json"))))
    assert found == ["typeform:01hm3k8n2p9x4abcdefghijklm"]


@pytest.mark.parametrize(
    ("name", "score"),
    [
        ("form-response", (9, "nps", pytest.approx(1.6))),
        ("rating", (4, "stars5", 1)),
        ("rating-of-ten", None),
    ],
)
def test_recommendations_and_stars_are_scores(name: str, score: object) -> None:
    found = the_event(TYPEFORM, post(payload(f"typeform/{name}.json"))).reading.score
    assert (found and (found.raw, found.scale, found.normalised)) == score


@pytest.mark.parametrize(
    "answers", [b"null", b"7", b"[7, null]", b'[{"type": "choice", "choice": null}]']
)
def test_answers_of_any_shape_do_no_harm(answers: bytes) -> None:
    body = (
        b'{"event_id": "e", "event_type": "form_response", "form_response": {"token": "t",'
        b'"submitted_at": "2026-11-05T18:17:02Z", "definition": {"title": "A form"},'
        b'"answers": ' + answers + b"}}"
    )
    assert outcomes(TYPEFORM, post(body)) == ["a-form"]
