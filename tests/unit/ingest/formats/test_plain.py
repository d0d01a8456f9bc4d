"""Any JSON: whose requests are believed, and that everything waits for a mapping."""

import pytest
from waymark.ingest.formats.plain import HMAC, JSON
from waymark.ingest.sources import settings
from waymark.ingest.sources.settings import BadSettings

from tests.factories.formats import SECRET, items_of, payload
from tests.factories.signing import basic
from tests.factories.vendors import is_believed, outcomes, post

VISIT = payload("json/event.json")


def test_json_comes_with_its_secret() -> None:
    for headers in ({"authorization": f"Bearer {SECRET}"}, basic(f"any:{SECRET}")):
        assert is_believed(JSON, post(VISIT, headers), SECRET)
        assert not is_believed(JSON, post(VISIT, headers), "another")
    assert not is_believed(JSON, post(VISIT), SECRET)


def test_or_the_address_is_the_secret_if_the_source_says_so() -> None:
    assert is_believed(JSON, post(VISIT), SECRET, settings={"proof": "address"})
    assert not is_believed(JSON, post(VISIT), SECRET, settings={"proof": "secret"})


def test_what_is_not_mapped_waits() -> None:
    assert outcomes(JSON, post(VISIT)) == ["quarantine: no_customer"]
    assert outcomes(HMAC, post(payload("hmac/event.json"))) == ["quarantine: unknown_touchpoint"]


def test_an_array_is_many_items() -> None:
    assert items_of(JSON, post(b'[1, {"a": 2}]')) == [1, {"a": 2}]
    assert items_of(HMAC, post(b"{}")) == [{}]


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({}, "/settings/header"),
        ({"header": "X Signature"}, "/settings/header"),
        ({"header": "X-Signature", "algorithm": "md5"}, "/settings/algorithm"),
        ({"header": "X-Signature", "encoding": "base32"}, "/settings/encoding"),
        ({"header": "X-Signature", "signed": "{timestamp}"}, "/settings/signed"),
        ({"header": "X-Signature", "signed": "{secret}{body}"}, "/settings/signed"),
        ({"header": "X-Signature", "signed": "{body"}, "/settings/signed"),
        ({"header": "X-Signature", "timestamp": "X Time"}, "/settings/timestamp"),
        ({"header": "X-Signature", "tolerance": "9"}, "/settings/tolerance"),
    ],
)
def test_settings_that_make_no_sense_are_told(wrong: dict[str, str], fault: str) -> None:
    with pytest.raises(BadSettings) as caught:
        settings.check(HMAC, wrong)
    assert [each.pointer for each in caught.value.faults] == [fault]


@pytest.mark.parametrize(
    "right",
    [
        {"header": "X-Signature"},
        {"header": "X-Signature", "signed": "v0:{timestamp}:{body}", "timestamp": "X-Time"},
        {"header": "X-Signature", "signed": "{timestamp}.{body}", "timestamp": "t="},
        {"header": "X-Signature", "signed": "{method} {url} {path} {body} ", "prefix": "v1="},
    ],
)
def test_settings_that_do_are_taken(right: dict[str, str]) -> None:
    settings.check(HMAC, right)
