"""CloudEvents over HTTP: three ways of writing one event, and what is none."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from cloudevents.core.bindings.http import to_binary_event, to_structured_event
from cloudevents.core.v1.event import CloudEvent
from waymark.ingest.formats.base import Incoming
from waymark.ingest.formats.cloudevents import CLOUDEVENTS
from waymark.ingest.mapping.identity import identify
from waymark.ingest.mapping.values import Unfit
from waymark.ingest.processing.judging import Fit
from waymark.kit.errors import Malformed, UnsupportedType

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

STRUCTURED = payload("cloudevents/structured.json")
BATCH = payload("cloudevents/batch.json")
HEADERS = {
    "ce-specversion": "1.0",
    "ce-type": "order.paid",
    "ce-source": "https://shop.example/orders",
    "ce-id": "A234-1234-1234",
    "ce-time": "2026-11-02T09:30:00Z",
}


def binary(body: bytes, content_type: str = "application/json", **changes: str | None) -> Incoming:
    """An event in binary mode; a header that is None is left out."""
    given = {**HEADERS, **{f"ce-{name}": value for name, value in changes.items()}}
    headers = {name: value for name, value in given.items() if value is not None}
    return request(body, headers={**headers, "content-type": content_type})


def structured(body: bytes) -> Incoming:
    """An event in structured mode."""
    return request(body, headers={"content-type": "application/cloudevents+json; charset=UTF-8"})


def batch(body: bytes) -> Incoming:
    """Events in batched mode."""
    return request(body, headers={"content-type": "application/cloudevents-batch+json"})


def test_an_event_is_the_same_in_every_mode() -> None:
    whole = json.loads(STRUCTURED)
    assert items_of(CLOUDEVENTS, structured(STRUCTURED)) == [whole]
    assert items_of(CLOUDEVENTS, binary(payload("cloudevents/data.json"))) == [whole]
    assert items_of(CLOUDEVENTS, batch(BATCH))[0] == whole


def test_an_event_is_the_touchpoint_of_its_type_or_the_one_it_names() -> None:
    fit = the_event(CLOUDEVENTS, structured(STRUCTURED))
    assert fit.touchpoint.name == "order.paid"
    assert [entry.name for entry in fit.reading.ids] == ["customer-17"]
    assert fit.reading.occurred_at == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    assert fit.reading.value is not None
    assert (fit.reading.value.amount_e4, fit.reading.value.currency) == (499_000, "EUR")
    rated = judged(CLOUDEVENTS, batch(BATCH), "parcel")[1]
    assert isinstance(rated, Fit)
    assert rated.touchpoint == "parcel"
    assert rated.reading.score is not None
    assert rated.reading.score.normalised == 1


def test_an_event_without_a_time_is_of_when_it_came() -> None:
    fit = the_event(CLOUDEVENTS, binary(b'{"customer": "c"}', time=None))
    assert fit.reading.occurred_at == NOW


def test_what_the_official_library_writes_is_read() -> None:
    event = CloudEvent(
        {
            "type": "order.paid",
            "source": "/shop/Zürich 1",
            "id": "1/2",
            "time": datetime(2026, 11, 2, tzinfo=UTC),
            "subject": 'a "quoted" 100% 😀',
            "datacontenttype": "application/json",
        },
        {"customer": "Ana"},
    )
    sent = [to_binary_event(event), to_structured_event(event)]
    items = [items_of(CLOUDEVENTS, request(one.body, headers=one.headers)) for one in sent]
    for [item] in items:
        assert isinstance(item, dict)
        assert item["source"] == "/shop/Zürich 1"
        assert item["subject"] == 'a "quoted" 100% 😀'
        assert item["data"] == {"customer": "Ana"}
    assert items[0] == items[1]


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("Euro%20%E2%82%AC%20%F0%9F%98%80", "Euro € 😀"),
        ("%e2%82%ac%41", "€A"),
        ('"with \\"quotes\\" and %20"', 'with "quotes" and  '),
        ("100%25", "100%"),
    ],
)
def test_headers_are_unquoted_and_percent_decoded_once(sent: str, meant: str) -> None:
    [item] = items_of(CLOUDEVENTS, binary(b"{}", subject=sent))
    assert isinstance(item, dict)
    assert item["subject"] == meant


@pytest.mark.parametrize("subject", ["%C0%A0", "%ff", "x" * 1001])
def test_headers_that_are_no_text_or_too_long_are_refused(subject: str) -> None:
    with pytest.raises(Malformed):
        items_of(CLOUDEVENTS, binary(b"{}", subject=subject))


@pytest.mark.parametrize(
    ("content_type", "body", "data"),
    [
        ("application/json; charset=utf-8", b"[1]", {"data": [1]}),
        ("application/vnd.shop+json", b'"a"', {"data": "a"}),
        ("text/plain", "Grüße".encode(), {"data": "Grüße"}),
        ("application/xml", b"<a/>", {"data": "<a/>"}),
        ("application/octet-stream", b"\xff\x00", {"data_base64": "/wA="}),
        ("application/json", b"", {}),
    ],
)
def test_any_kind_of_data_is_kept(content_type: str, body: bytes, data: dict[str, Any]) -> None:
    [item] = items_of(CLOUDEVENTS, binary(body, content_type))
    assert isinstance(item, dict)
    assert item["datacontenttype"] == content_type
    assert {name: item[name] for name in item if name.startswith("data") and name in data} == data
    assert ("data" in item, "data_base64" in item) == ("data" in data, "data_base64" in data)


@pytest.mark.parametrize("name", ["id", "source", "type", "specversion"])
def test_an_event_that_comes_alone_must_be_complete(name: str) -> None:
    event = json.loads(STRUCTURED)
    del event[name]
    with pytest.raises(Malformed, match=name):
        items_of(CLOUDEVENTS, structured(json.dumps(event).encode()))
    with pytest.raises(Malformed, match=name):
        items_of(CLOUDEVENTS, binary(b"{}", **{name: None}))
    with pytest.raises(Malformed, match=name):
        items_of(CLOUDEVENTS, binary(b"{}", **{name: ""}))


def test_in_a_batch_only_the_incomplete_event_is_put_aside() -> None:
    first, second = json.loads(BATCH)
    del second["id"]
    found = judged(CLOUDEVENTS, batch(json.dumps([first, second, 7]).encode()), "parcel")
    assert isinstance(found[0], Fit)
    reasons = [entry.code for entry in found[1:] if isinstance(entry, Unfit)]
    assert reasons == ["missing_attribute", "not_an_object"]
    assert items_of(CLOUDEVENTS, batch(b"[]")) == []


def test_other_versions_and_formats_are_said_to_be_unknown() -> None:
    with pytest.raises(Malformed, match="specversion"):
        items_of(CLOUDEVENTS, binary(b"{}", specversion="0.3"))
    for content_type in ("application/cloudevents+avro", "application/cloudevents-batch+xml"):
        with pytest.raises(UnsupportedType):
            items_of(CLOUDEVENTS, binary(b"{}", content_type))


@pytest.mark.parametrize("incoming", [binary(b"{"), structured(b"7"), batch(b"{}")])
def test_a_body_that_is_not_what_it_says_is_refused(incoming: Incoming) -> None:
    with pytest.raises(Malformed):
        items_of(CLOUDEVENTS, incoming)


def test_source_and_id_together_are_the_key() -> None:
    items = [
        {"source": "/a", "id": "1"},
        {"source": "/b", "id": "1"},
        {"source": "/a", "id": "1", "time": "2026-11-02T09:30:00Z"},
    ]
    keys = [identify(item, CLOUDEVENTS.mapping.id).key for item in items]
    assert keys[0] == keys[2] != keys[1]


def test_the_secret_is_a_bearer_token_or_in_the_address() -> None:
    bearer = request(b"", headers={"authorization": f"Bearer {SECRET}"})
    assert is_authentic(CLOUDEVENTS, bearer)
    assert is_authentic(CLOUDEVENTS, request(b"", access_token=SECRET))
    assert not is_authentic(CLOUDEVENTS, request(b"", access_token="whsec_other"))
    assert not is_authentic(CLOUDEVENTS, request(b""))


def test_a_sender_that_asks_first_is_welcome() -> None:
    def asked(method: str, headers: dict[str, str]) -> dict[str, str] | None:
        answer = CLOUDEVENTS.probe(Incoming(method, "", "", {}, headers, b""))
        return dict(answer.headers) if answer else None

    origin = {"webhook-request-origin": "eventemitter.example.com", "webhook-request-rate": "120"}
    answer = asked("OPTIONS", origin)
    assert answer is not None
    assert answer["WebHook-Allowed-Origin"] == "eventemitter.example.com"
    assert answer["WebHook-Allowed-Rate"] == "*"
    assert "POST" in answer["Allow"]
    assert asked("OPTIONS", {}) is None
    assert asked("GET", origin) is None
