"""Shopify: whose requests are believed, and where topics land."""

import pytest
from waymark.ingest.formats.base import Incoming
from waymark.ingest.formats.shopify import SHOPIFY

from tests.factories.formats import judged, payload, the_event
from tests.factories.vendors import is_believed, names, outcomes, post

PAID = payload("shopify/order-paid.json")


def sent(name: str, topic: str, **headers: str) -> Incoming:
    """A webhook with the headers that Shopify documents."""
    return post(
        payload(f"shopify/{name}.json"),
        {
            "x-shopify-topic": topic,
            "x-shopify-shop-domain": "fernwood.myshopify.com",
            "x-shopify-api-version": "2026-10",
            "x-shopify-webhook-id": "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
            "x-shopify-event-id": "98880550-7158-44d4-b7cd-2c97c8a091b5",
            "x-shopify-triggered-at": "2026-11-02T09:31:02.123456789Z",
            **headers,
        },
    )


def test_a_signature_made_as_documented_is_believed() -> None:
    # Base64 of HMAC-SHA256; made with `openssl dgst -sha256 -hmac hush -binary | base64`.
    headers = {"x-shopify-hmac-sha256": "Ac2Mo9mZnt11L5sXl/5CQ3zb+gpRn1225kVGC2/4WI4="}
    assert is_believed(SHOPIFY, post(PAID, headers), "hush")
    assert not is_believed(SHOPIFY, post(PAID, headers), "Hush")
    assert not is_believed(SHOPIFY, post(PAID.replace(b"398.00", b"1.00"), headers), "hush")


@pytest.mark.parametrize(
    ("name", "topic", "outcome"),
    [
        ("order-paid", "orders/create", "order-placed"),
        ("order-paid", "orders/paid", "order-paid"),
        ("order-paid", "orders/fulfilled", "order-fulfilled"),
        ("order-paid", "orders/cancelled", "order-cancelled"),
        ("order-paid", "orders/updated", "ignore"),
        ("refund", "refunds/create", "refund"),
        ("customer-created", "customers/create", "account-created"),
        ("customer-created", "customers/update", "identify"),
        ("customer-created", "customers/redact", "ignore"),
        ("checkout-started", "checkouts/create", "checkout-started"),
        ("checkout-started", "checkouts/update", "ignore"),
        ("order-paid", "new_things/create", "quarantine: no_touchpoint"),
    ],
)
def test_topics_land_where_they_happened(name: str, topic: str, outcome: str) -> None:
    assert outcomes(SHOPIFY, sent(name, topic)) == [outcome]


def test_a_paid_order_is_worth_its_total_and_a_refund_takes_it_back() -> None:
    paid = the_event(SHOPIFY, sent("order-paid", "orders/paid")).reading.value
    refund = the_event(SHOPIFY, sent("refund", "refunds/create")).reading.value
    assert paid is not None
    assert refund is not None
    assert (paid.amount_e4, paid.currency) == (3_980_000, "EUR")
    assert (refund.amount_e4, refund.currency) == (-1_940_000, "EUR")
    placed = the_event(SHOPIFY, sent("order-paid", "orders/create"))
    assert placed.reading.value is None


def test_an_order_joins_its_cart_its_checkout_and_its_refund_to_the_customer() -> None:
    [order] = judged(SHOPIFY, sent("order-paid", "orders/paid"))
    [checkout] = judged(SHOPIFY, sent("checkout-started", "checkouts/create"))
    [refund] = judged(SHOPIFY, sent("refund", "refunds/create"))
    known = set(names(order))
    assert {"shopify:207119551", "email:mara@example.com"} <= known
    assert names(checkout)
    assert set(names(checkout)) <= known
    assert names(refund) == ["shopify-order:820982911946154508"]
    assert set(names(refund)) <= known


def test_one_action_may_mean_several_events() -> None:
    items = [
        SHOPIFY.unwrap(incoming, incoming.body).items[0]
        for incoming in (sent("order-paid", "orders/paid"), sent("order-paid", "orders/create"))
    ]
    assert items[0]["topic"] != items[1]["topic"]
    assert items[0]["event_id"] == items[1]["event_id"]


def test_without_an_event_id_the_id_of_the_webhook_stands_in() -> None:
    incoming = sent("refund", "refunds/create", **{"x-shopify-event-id": ""})
    [item] = SHOPIFY.unwrap(incoming, incoming.body).items
    assert item["event_id"] == "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"


def test_a_refund_that_did_not_go_through_is_worth_nothing() -> None:
    body = payload("shopify/refund.json").replace(b'"success"', b'"failure"')
    event = the_event(SHOPIFY, post(body, {"x-shopify-topic": "refunds/create"}))
    assert event.reading.value is None
