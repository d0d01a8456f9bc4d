"""Shopify webhooks: the topic is in a header, the order or customer is the body. Pure.

Shopify, "Webhooks: HTTPS delivery" (shopify.dev). Orders, carts and checkouts are ids of their
own: a refund only names its order, and a cart knows nobody yet.
"""

from decimal import Decimal, InvalidOperation
from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits
from waymark.ingest.formats.hmac_signatures import Scheme, verifier
from waymark.ingest.formats.objects import json_object, listed, present, some_id, text
from waymark.ingest.formats.presets import IDENTIFY, ignore_kinds, rule, touchpoint
from waymark.ingest.mapping.model import IdAt, Mapping, MoneyAt

SIGNATURE = Scheme("x-shopify-hmac-sha256", encoding="base64")


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The one event: the body under `data`, and what the headers say. Raises Malformed."""
    headers = incoming.headers
    data = json_object(plain)
    topic = headers.get("x-shopify-topic", "")
    item = {
        "topic": topic,
        "shop": headers.get("x-shopify-shop-domain", ""),
        "event_id": headers.get("x-shopify-event-id") or headers.get("x-shopify-webhook-id", ""),
        "ids": _ids(topic, data),
        "data": data,
    }
    if "x-shopify-triggered-at" in headers:
        item["triggered_at"] = headers["x-shopify-triggered-at"]
    if topic == "refunds/create":
        item["refund"] = _refund(data)
    return Envelope([item])


def _ids(topic: str, data: dict[str, Any]) -> dict[str, Any]:
    group = topic.partition("/")[0]
    own = some_id(data, "/id")
    return present(
        customer=own if group == "customers" else some_id(data, "/customer/id"),
        email=text(data, "/email", "/customer/email", "/contact_email"),
        order=own if group == "orders" else some_id(data, "/order_id"),
        checkout=text(data, "/token" if group == "checkouts" else "/checkout_token"),
        cart=text(data, "/token" if group == "carts" else "/cart_token"),
    )


def _refund(data: dict[str, Any]) -> dict[str, str]:
    """What went back, as a negative amount: the sum of the refund's successful transactions."""
    given_back = [
        entry
        for entry in listed(data, "/transactions")
        if text(entry, "/kind") == "refund" and text(entry, "/status") == "success"
    ]
    if not given_back:
        return {}
    try:
        amount = sum((Decimal(text(entry, "/amount")) for entry in given_back), Decimal())
    except InvalidOperation:
        return {}
    return {"amount": f"{-amount:f}", "currency": text(given_back[0], "/currency")}


TOTAL = MoneyAt("/data/total_price", "/data/currency")

RULES = [
    rule({"/topic": "carts/create"}, touchpoint("cart-filled", "Cart filled", "web_shop")),
    rule(
        {"/topic": "checkouts/create"},
        touchpoint("checkout-started", "Checkout started", "web_shop"),
    ),
    rule({"/topic": "orders/create"}, touchpoint("order-placed", "Order placed", "web_shop")),
    rule(
        {"/topic": "orders/paid"},
        touchpoint("order-paid", "Order paid", "web_shop"),
        value=TOTAL,
    ),
    rule(
        {"/topic": "orders/fulfilled"},
        touchpoint("order-fulfilled", "Order sent", "courier"),
    ),
    rule(
        {"/topic": "fulfillment_events/create", "/data/status": "delivered"},
        touchpoint("order-delivered", "Order delivered", "courier"),
    ),
    rule(
        {"/topic": "orders/cancelled"},
        touchpoint("order-cancelled", "Order cancelled", "web_shop"),
    ),
    rule(
        {"/topic": "refunds/create"},
        touchpoint("refund", "Refund", "web_shop"),
        value=MoneyAt("/refund/amount", "/refund/currency"),
    ),
    rule(
        {"/topic": "customers/create"},
        touchpoint("account-created", "Account created", "web_shop"),
    ),
    rule({"/topic": "customers/update"}, IDENTIFY),
    *ignore_kinds("/topic", "orders/", "carts/", "checkouts/", "customers/", "customers_"),
    *ignore_kinds("/topic", "fulfillment", "products/", "inventory_", "app/", "shop/", "draft_"),
]

SHOPIFY = Format(
    key="shopify",
    name="Shopify",
    verify=verifier(SIGNATURE),
    unwrap=unwrap,
    secret_from="sender",
    limits=Limits(item=1024 * 1024),
    mapping=Mapping(
        id=["/topic", "/event_id", "/data/id"],
        customer=[
            IdAt("/ids/customer", "shopify"),
            IdAt("/ids/email", "email"),
            IdAt("/ids/order", "shopify-order", anonymous=True),
            IdAt("/ids/checkout", "shopify-checkout", anonymous=True),
            IdAt("/ids/cart", "shopify-cart", anonymous=True),
        ],
        occurred_at=["/triggered_at", "/data/updated_at", "/data/created_at"],
        rules=RULES,
    ),
)
