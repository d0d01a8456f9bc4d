"""Standard Webhooks: whose signature is good, and what a payload says."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook
from waymark.ingest.formats.base import Incoming
from waymark.ingest.formats.standard_webhooks import STANDARD_WEBHOOKS
from waymark.ingest.processing.judging import Unfit

from tests.factories.formats import (
    SECRET,
    is_authentic,
    items_of,
    judged,
    payload,
    request,
    the_event,
)

ORDER = payload("standard-webhooks/order-paid.json")
OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD7Sg1YSd8Vws="


def signed(body: bytes, ago: timedelta = timedelta(), secret: str = SECRET) -> Incoming:
    """A request as the standardwebhooks library signs it."""
    at = datetime.now(UTC) - ago
    return request(
        body,
        headers={
            "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": Webhook(secret).sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body.decode()
            ),
        },
    )


def changed(incoming: Incoming, **headers: str) -> Incoming:
    """The request with other headers."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return request(incoming.body, headers={**incoming.headers, **given})


def test_the_published_signature_is_the_one_our_library_makes() -> None:
    # Standard Webhooks, libraries/javascript/src/webhook.test.ts, "sign function works".
    at = datetime.fromtimestamp(1614265330, UTC)
    made = Webhook(SECRET).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}')
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_signature_is_good_while_it_is_fresh_and_by_either_secret() -> None:
    assert is_authentic(STANDARD_WEBHOOKS, signed(ORDER))
    assert is_authentic(STANDARD_WEBHOOKS, signed(ORDER), OTHER, SECRET)
    assert not is_authentic(STANDARD_WEBHOOKS, signed(ORDER), OTHER)
    for minutes in (-4, 4):
        assert is_authentic(STANDARD_WEBHOOKS, signed(ORDER, timedelta(minutes=minutes)))
    for minutes in (-6, 6):
        assert not is_authentic(STANDARD_WEBHOOKS, signed(ORDER, timedelta(minutes=minutes)))


def test_one_good_signature_among_several_is_enough() -> None:
    good = signed(ORDER)
    stranger = signed(ORDER, secret=OTHER).headers["webhook-signature"]
    both = f"{stranger} v1a,aGVsbG8= {good.headers['webhook-signature']}"
    assert is_authentic(STANDARD_WEBHOOKS, changed(good, webhook_signature=both))
    assert not is_authentic(STANDARD_WEBHOOKS, changed(good, webhook_signature=stranger))


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("webhook_id", "another"),
        ("webhook_id", ""),
        ("webhook_timestamp", "now"),
        ("webhook_timestamp", "9" * 30),
        ("webhook_signature", "v1,"),
        ("webhook_signature", "v1"),
        ("webhook_signature", "v1,\xff"),
        ("webhook_signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
    ],
)
def test_a_request_with_another_header_is_not_authentic(header: str, value: str) -> None:
    assert not is_authentic(STANDARD_WEBHOOKS, changed(signed(ORDER), **{header: value}))


def test_neither_the_bare_secret_nor_another_body_will_do() -> None:
    bearer = request(ORDER, headers={"authorization": f"Bearer {SECRET}"})
    assert not is_authentic(STANDARD_WEBHOOKS, bearer)
    other = request(ORDER + b" ", headers=signed(ORDER).headers)
    assert not is_authentic(STANDARD_WEBHOOKS, other)
    assert not is_authentic(STANDARD_WEBHOOKS, request(b"\xff", headers=signed(ORDER).headers))


def test_a_payload_is_the_touchpoint_of_its_type() -> None:
    fit = the_event(STANDARD_WEBHOOKS, signed(ORDER))
    assert (fit.touchpoint.key, fit.touchpoint.name) == ("order-paid", "order.paid")
    assert [entry.name for entry in fit.reading.ids] == ["customer-17"]
    assert fit.reading.occurred_at == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    assert fit.reading.value is not None
    assert (fit.reading.value.amount_e4, fit.reading.value.currency) == (499_000, "EUR")


def test_the_id_of_the_message_is_in_the_item() -> None:
    [item] = items_of(STANDARD_WEBHOOKS, signed(ORDER))
    assert item == {**json.loads(ORDER), "webhook_id": "msg_p5jXN8AQM9LWM0D4loKWxJek"}
    [item] = items_of(STANDARD_WEBHOOKS, signed(b"[1]"))
    assert item == {"data": [1], "webhook_id": "msg_p5jXN8AQM9LWM0D4loKWxJek"}


def test_a_payload_that_names_no_customer_is_put_aside_with_the_reason() -> None:
    example = signed(payload("standard-webhooks/contact-created.json"))
    [reason] = judged(STANDARD_WEBHOOKS, example)
    assert isinstance(reason, Unfit)
    assert reason.code == "no_customer"
