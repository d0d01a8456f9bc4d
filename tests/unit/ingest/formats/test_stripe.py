"""Stripe: whose requests are believed, and where events land."""

from datetime import UTC, datetime

import pytest
from waymark.ingest.formats.stripe import STRIPE

from tests.factories.formats import items_of, payload, the_event
from tests.factories.vendors import is_believed, names, outcomes, post

CHECKOUT = payload("stripe/checkout-completed.json")
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def test_what_the_library_of_stripe_signs_is_believed() -> None:
    # Made with stripe 16.1.0, stripe.WebhookSignature._compute_signature.
    signature = "1deab1a1827d63972ec01d1651e2a7b953c615da18e7bafcebeb39e326023052"
    sent = post(CHECKOUT, {"stripe-signature": f"t=1793612001,v1={signature}"})
    then = datetime.fromtimestamp(1793612003, UTC)
    assert is_believed(STRIPE, sent, SECRET, now=then)
    assert not is_believed(STRIPE, sent, SECRET[:-1], now=then)
    later = post(CHECKOUT, {"stripe-signature": f"t=1793612002,v1={signature}"})
    assert not is_believed(STRIPE, later, SECRET, now=then)
    older = post(CHECKOUT, {"stripe-signature": f"t=1793612001,v0={signature}"})
    assert not is_believed(STRIPE, older, SECRET, now=then)


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("checkout-completed", "order-paid"),
        ("invoice-paid", "invoice-paid"),
        ("charge-refunded", "refund"),
        ("subscription-started", "subscription-started"),
        ("charge-succeeded", "ignore"),
    ],
)
def test_events_land_where_they_happened(name: str, outcome: str) -> None:
    assert outcomes(STRIPE, post(payload(f"stripe/{name}.json"))) == [outcome]


@pytest.mark.parametrize(
    ("name", "amount_e4", "currency"),
    [
        ("checkout-completed", 3_980_000, "EUR"),
        ("invoice-paid", 19_000_000, "JPY"),
        ("charge-refunded", -1_440_000, "EUR"),
    ],
)
def test_amounts_are_in_the_minor_units_of_their_currency(
    name: str, amount_e4: int, currency: str
) -> None:
    value = the_event(STRIPE, post(payload(f"stripe/{name}.json"))).reading.value
    assert value is not None
    assert (value.amount_e4, value.currency) == (amount_e4, currency)


@pytest.mark.parametrize(
    ("currency", "amount_e4"),
    [
        ("usd", 3_980_000),
        ("isk", 3_980_000),
        ("ugx", 3_980_000),
        ("mga", 398_000_000),
        ("kwd", 398_000),
        ("krw", 398_000_000),
    ],
)
def test_where_stripe_differs_from_the_norm_its_own_digits_count(
    currency: str, amount_e4: int
) -> None:
    # Stripe, "Supported currencies", sections "Zero-decimal currencies" and "Special cases".
    body = CHECKOUT.replace(b'"currency": "eur"', b'"currency": "%s"' % currency.encode())
    value = the_event(STRIPE, post(body)).reading.value
    assert value is not None
    assert (value.amount_e4, value.currency) == (amount_e4, currency.upper())


@pytest.mark.parametrize("amount", [b"null", b'"39800"', b"true", b"1.5", b"{}"])
def test_an_amount_that_is_no_whole_number_is_none(amount: bytes) -> None:
    body = CHECKOUT.replace(b'"amount_total": 39800', b'"amount_total": ' + amount)
    assert the_event(STRIPE, post(body)).reading.value is None


def test_the_value_of_a_subscription_is_in_its_invoices_only() -> None:
    body = CHECKOUT.replace(b'"mode": "payment"', b'"mode": "subscription"')
    event = the_event(STRIPE, post(body))
    assert event.reading.value is None


def test_the_customer_is_known_by_all_their_ids() -> None:
    event = the_event(STRIPE, post(CHECKOUT))
    assert names(event) == ["stripe:cus_RaB2cD3eF4gH5i", "customer-311", "email:mara@example.com"]


def test_another_attempt_is_the_same_item() -> None:
    again = CHECKOUT.replace(b'"pending_webhooks": 1', b'"pending_webhooks": 2')
    assert again != CHECKOUT
    assert items_of(STRIPE, post(again)) == items_of(STRIPE, post(CHECKOUT))
