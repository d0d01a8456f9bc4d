"""Shopify and Stripe: from the basket to the doorstep, and what was paid."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from waymark.demo.events import DemoEvent
from waymark.ingest.formats import shopify, stripe
from waymark.simulation.dialects.base import (
    CURRENCY,
    Dialect,
    Message,
    as_json,
    number_of,
    rfc3339,
    signed,
    uuid_of,
)

_SHOPIFY = {
    "account-created": "customers/create",
    "cart-filled": "carts/create",
    "checkout-started": "checkouts/create",
    "order-placed": "orders/create",
    "order-paid": "orders/paid",
    "order-fulfilled": "orders/fulfilled",
    "order-delivered": "fulfillment_events/create",
}
PRICE = 79.0


def _shopify(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    [event] = events
    topic = _SHOPIFY[event.touchpoint]
    tokens = {name: f"{number_of(event.customer, name):032x}" for name in ("cart", "checkout")}
    headers = {
        "Content-Type": "application/json",
        "X-Shopify-Topic": topic,
        "X-Shopify-Shop-Domain": "simulated.myshopify.com",
        "X-Shopify-Event-Id": uuid_of(event.id),
        "X-Shopify-Triggered-At": rfc3339(event.occurred_at),
    }
    return replace(as_json(_order(event, topic.partition("/")[0], tokens)), headers=headers)


def _order(event: DemoEvent, group: str, tokens: dict[str, str]) -> dict[str, Any]:
    """The body of a topic. Baskets know nobody: the order that follows says whose they were."""
    customer, order = number_of(event.customer), number_of(event.customer, "order")
    match group:
        case "customers":
            return {"id": customer}
        case "carts":
            return {"id": tokens["cart"], "token": tokens["cart"]}
        case "checkouts":
            checkout = number_of(event.customer, "checkout")
            names = {"token": tokens["checkout"], "cart_token": tokens["cart"]}
            return {"id": checkout, **names, "customer": {"id": customer}}
        case "fulfillment_events":
            return {"id": number_of(event.id), "order_id": order, "status": "delivered"}
    return {
        "id": order,
        "cart_token": tokens["cart"],
        "checkout_token": tokens["checkout"],
        "customer": {"id": customer},
        "currency": CURRENCY,
        "total_price": f"{event.amount or PRICE:.2f}",
    }


_STRIPE: dict[str, tuple[str, dict[str, Any]]] = {
    "order-paid": (
        "checkout.session.completed",
        {"object": "checkout.session", "mode": "payment"},
    ),
    "subscription-started": ("customer.subscription.created", {"object": "subscription"}),
    "invoice-paid": ("invoice.paid", {"object": "invoice"}),
    "subscription-ended": ("customer.subscription.deleted", {"object": "subscription"}),
}


def _stripe(events: Sequence[DemoEvent], secret: str, now: datetime) -> Message:
    [event] = events
    kind, about = _STRIPE[event.touchpoint]
    found = {
        **about,
        "id": f"obj_{number_of(event.id):x}",
        "customer": f"cus_{number_of(event.customer):x}",
        "currency": CURRENCY.lower(),
    }
    if kind in stripe.AMOUNTS:
        found[stripe.AMOUNTS[kind]] = round(100 * (event.amount or PRICE))
    return as_json(
        {
            "id": f"evt_{number_of(event.id):x}",
            "object": "event",
            "type": kind,
            "created": int(event.occurred_at.timestamp()),
            "pending_webhooks": 1,
            "data": {"object": found},
        }
    )


COMMERCE = (
    Dialect("shopify", _shopify, signed(shopify.SIGNATURE), journey=tuple(_SHOPIFY)),
    Dialect("stripe", _stripe, signed(stripe.SIGNATURE), journey=tuple(_STRIPE)),
)
