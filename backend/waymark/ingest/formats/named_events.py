"""Events whose names the Segment Spec fixes: on which channel they are, and what they are worth.

Sources: Segment, "Spec: V2 Ecommerce Events", "Spec: Email", "Spec: Live Chat", "Spec: Mobile",
and "Spec: Track" for `revenue` and `currency` (US dollars when not said).
"""

from waymark.ingest.mapping.model import Condition, MoneyAt, Rule, ScoreAt, Target

CURRENCY = "USD"
_EVENT = "/event"

_ORDERS = ("Order Completed", "Order Paid")
_SHOP = (
    "Products Searched",
    "Product List Viewed",
    "Product List Filtered",
    "Promotion Viewed",
    "Promotion Clicked",
    "Product Clicked",
    "Product Viewed",
    "Product Added",
    "Product Removed",
    "Cart Viewed",
    "Checkout Started",
    "Checkout Step Viewed",
    "Checkout Step Completed",
    "Payment Info Entered",
    "Order Updated",
    "Order Refunded",
    "Order Cancelled",
    "Coupon Entered",
    "Coupon Applied",
    "Coupon Denied",
    "Coupon Removed",
    "Product Added to Wishlist",
    "Product Removed from Wishlist",
    "Wishlist Product Added to Cart",
    "Product Shared",
    "Cart Shared",
    "Product Reviewed",
)
_EMAIL = (
    "Email Delivered",
    "Email Opened",
    "Email Link Clicked",
    "Email Marked as Spam",
    "Unsubscribed",
)
_CHAT = (
    "Live Chat Conversation Started",
    "Live Chat Message Sent",
    "Live Chat Message Received",
    "Live Chat Conversation Ended",
)
_APP = (
    "Application Installed",
    "Application Opened",
    "Application Updated",
    "Application Uninstalled",
    "Application Crashed",
    "Push Notification Received",
    "Push Notification Tapped",
    "Install Attributed",
    "Deep Link Opened",
)
_CHANNELS = (
    ((*_ORDERS, *_SHOP), "web_shop"),
    (_EMAIL, "email"),
    (_CHAT, "live_chat"),
    (_APP, "mobile_app"),
)
_NOISE = ("Application Backgrounded", "Experiment Viewed", "Email Bounced")
"""What no customer lives through."""


def named_events(*given: Condition) -> list[Rule]:
    """Rules for items that meet `given` and have the name of their event at `/event`.

    A checkout states the revenue to come and an order updated that of before: only an order that
    is complete, or an event of one's own, is worth its revenue.
    """
    revenue = Condition("/properties/revenue", "exists")
    total = Condition("/properties/total", "exists")
    rating = Condition("/properties/rating", "exists")
    order = Condition(_EVENT, "one_of", _ORDERS)
    on_web_shop = _on("web_shop")
    reviewed = Condition(_EVENT, "equals", "Product Reviewed")
    return [
        Rule([*given, Condition(_EVENT, "one_of", _NOISE)], Target("ignore")),
        Rule([*given, order, revenue], on_web_shop, value=_money("revenue")),
        Rule([*given, order, total], on_web_shop, value=_money("total")),
        Rule(
            [*given, reviewed, rating],
            on_web_shop,
            score=ScoreAt("/properties/rating", "stars5"),
        ),
        *(
            Rule([*given, Condition(_EVENT, "one_of", names)], _on(channel))
            for names, channel in _CHANNELS
        ),
        Rule([*given, revenue], _on(""), value=_money("revenue")),
        Rule([*given, Condition(_EVENT, "exists")], _on("")),
    ]


def _on(channel: str) -> Target:
    return Target("touchpoint_from", field=_EVENT, channel=channel)


def _money(name: str) -> MoneyAt:
    return MoneyAt(f"/properties/{name}", "/properties/currency", otherwise=CURRENCY)
