"""Stripe events: payments, invoices, refunds, subscriptions. Pure.

Stripe, "The Event object" and "Verify webhook signatures manually" (docs.stripe.com). A payment is
in several events; its value is taken from one: a checkout that takes one payment, and every
invoice.
"""

from decimal import Decimal
from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits
from waymark.ingest.formats.hmac_signatures import Scheme, verifier
from waymark.ingest.formats.objects import json_object, part, present, some_id, text, without
from waymark.ingest.formats.presets import IDENTIFY, ignore_kinds, rule, touchpoint
from waymark.ingest.mapping.model import IdAt, Mapping, MoneyAt
from waymark.ingest.mapping.values import MINOR_DIGITS

SIGNATURE = Scheme("stripe-signature", "{timestamp}.{body}", prefix="v1=", timestamp="t=")


AMOUNTS = {"checkout.session.completed": "amount_total", "invoice.paid": "amount_paid"}
DIGITS = MINOR_DIGITS | {"ISK": 2, "UGX": 2, "MGA": 0}
"""How many digits of an amount are the minor unit; where Stripe does not follow ISO 4217, as in
"Supported currencies", sections "Zero-decimal currencies" and "Special cases"."""


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The one event, with the ids of the customer and what it is worth. Raises Malformed.

    How many deliveries are pending differs between attempts and is left out.
    """
    content = json_object(plain)
    found = part(content, "/data/object")
    item = without(content, ("pending_webhooks",))
    return Envelope([item | {"ids": _ids(found), "worth": _worth(content, found)}])


def _ids(found: dict[str, Any]) -> dict[str, Any]:
    is_customer = text(found, "/object") == "customer"
    customer = "/id" if is_customer else "/customer"
    return present(
        customer=some_id(found, "/customer/id") or some_id(found, customer),
        user=text(found, "/client_reference_id"),
        email=text(
            found,
            "/customer_details/email",
            "/customer_email",
            "/receipt_email",
            "/billing_details/email",
            *(["/email"] if is_customer else []),
        ),
    )


def _worth(content: dict[str, Any], found: dict[str, Any]) -> dict[str, str]:
    """The value of an event in whole units, or nothing where it has none."""
    kind = text(content, "/type")
    if kind == "charge.refunded":
        minor = _refunded(content)
    else:
        minor = _whole(found, f"/{AMOUNTS[kind]}") if kind in AMOUNTS else None
    currency = text(found, "/currency").upper()
    if minor is None or not currency:
        return {}
    amount = Decimal(minor).scaleb(-DIGITS.get(currency, 2))
    return {"amount": f"{amount:f}", "currency": currency}


def _refunded(content: dict[str, Any]) -> int | None:
    """What went back this time, negative: a charge counts all its refunds together."""
    total = _whole(content, "/data/object/amount_refunded")
    before = _whole(content, "/data/previous_attributes/amount_refunded") or 0
    return None if total is None else before - total


def _whole(item: dict[str, Any], pointer: str) -> int | None:
    found = some_id(item, pointer)
    return found if isinstance(found, int) else None


WORTH = MoneyAt("/worth/amount", "/worth/currency")

RULES = [
    rule(
        {"/type": "checkout.session.completed", "/data/object/mode": "payment"},
        touchpoint("order-paid", "Order paid", "web_shop"),
        value=WORTH,
    ),
    rule(
        {"/type": "checkout.session.completed"},
        touchpoint("checkout-completed", "Checkout completed", "web_shop"),
    ),
    rule(
        {"/type": "checkout.session.expired"},
        touchpoint("checkout-abandoned", "Checkout abandoned", "web_shop"),
    ),
    rule(
        {"/type": "invoice.paid"},
        touchpoint("invoice-paid", "Invoice paid"),
        value=WORTH,
    ),
    rule({"/type": "invoice.payment_failed"}, touchpoint("payment-failed", "Payment failed")),
    rule(
        {"/type": "charge.refunded"},
        touchpoint("refund", "Refund"),
        value=WORTH,
    ),
    rule(
        {"/type": "customer.subscription.created"},
        touchpoint("subscription-started", "Subscription started"),
    ),
    rule(
        {"/type": "customer.subscription.deleted"},
        touchpoint("subscription-ended", "Subscription ended"),
    ),
    rule({"/type": ("customer.created", "customer.updated")}, IDENTIFY),
    *ignore_kinds("/type", "charge.", "checkout.", "customer.", "invoice", "payment_", "payout."),
    *ignore_kinds("/type", "balance.", "price.", "product.", "plan.", "setup_intent.", "refund."),
]

STRIPE = Format(
    key="stripe",
    name="Stripe",
    verify=verifier(SIGNATURE),
    unwrap=unwrap,
    secret_from="sender",
    limits=Limits(item=1024 * 1024),
    mapping=Mapping(
        id=["/id"],
        customer=[
            IdAt("/ids/customer", "stripe"),
            IdAt("/ids/user"),
            IdAt("/ids/email", "email"),
        ],
        occurred_at=["/created"],
        rules=RULES,
    ),
)
