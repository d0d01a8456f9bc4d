"""Stripe events: payments, invoices, refunds, subscriptions. Pure.

Stripe, "The Event object" and "Verify webhook signatures manually" (docs.stripe.com). A payment is
in several events; its value is taken from one: a checkout that takes one payment, and every
invoice. ISK and UGX are written with two digits there though they have none.
"""

from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits
from waymark.ingest.formats.hmac_signatures import Scheme, verifier
from waymark.ingest.formats.objects import json_object, part, present, some_id, text, without
from waymark.ingest.formats.presets import IDENTIFY, ignore_kinds, rule, touchpoint
from waymark.ingest.mapping.model import IdAt, Mapping, MoneyAt

SIGNATURE = Scheme("stripe-signature", "{timestamp}.{body}", prefix="v1=", timestamp="t=")


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The one event, with the ids of the customer. Raises Malformed.

    How many deliveries are pending differs between attempts and is left out.
    """
    content = json_object(plain)
    item = without(content, ("pending_webhooks",)) | {"ids": _ids(part(content, "/data/object"))}
    if text(content, "/type") == "charge.refunded":
        item["refund"] = _refund(content)
    return Envelope([item])


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


def _refund(content: dict[str, Any]) -> dict[str, Any]:
    """What went back this time, as a negative amount: a charge counts all its refunds together."""
    total = some_id(content, "/data/object/amount_refunded")
    before = some_id(content, "/data/previous_attributes/amount_refunded") or 0
    if not isinstance(total, int) or not isinstance(before, int):
        return {}
    return {"amount": before - total, "currency": text(content, "/data/object/currency")}


def _amount(field: str) -> MoneyAt:
    return MoneyAt(f"/data/object/{field}", "/data/object/currency", minor_units=True)


RULES = [
    rule(
        {"/type": "checkout.session.completed", "/data/object/mode": "payment"},
        touchpoint("order-paid", "Order paid", "web_shop"),
        value=_amount("amount_total"),
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
        value=_amount("amount_paid"),
    ),
    rule({"/type": "invoice.payment_failed"}, touchpoint("payment-failed", "Payment failed")),
    rule(
        {"/type": "charge.refunded"},
        touchpoint("refund", "Refund"),
        value=MoneyAt("/refund/amount", "/refund/currency", minor_units=True),
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
