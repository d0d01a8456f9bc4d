"""The channels that every new workspace starts with."""

from typing import Literal, NamedTuple

Group = Literal[
    "social_media",
    "website",
    "app",
    "search",
    "paid_ads",
    "local_listings",
    "reviews",
    "email",
    "phone",
    "chat",
    "physical",
    "events",
    "people",
]
"""How the field sorts channels."""


class Preset(NamedTuple):
    """A channel before it has an id; `icon` is the name of a lucide icon."""

    key: str
    name: str
    group: Group
    icon: str


PRESETS = (
    Preset("instagram", "Instagram", "social_media", "camera"),
    Preset("facebook", "Facebook", "social_media", "thumbs-up"),
    Preset("tiktok", "TikTok", "social_media", "music-2"),
    Preset("youtube", "YouTube", "social_media", "circle-play"),
    Preset("linkedin", "LinkedIn", "social_media", "network"),
    Preset("pinterest", "Pinterest", "social_media", "pin"),
    Preset("website", "Website", "website", "globe"),
    Preset("web_shop", "Web shop", "website", "shopping-cart"),
    Preset("blog", "Blog", "website", "newspaper"),
    Preset("landing_page", "Landing page", "website", "panel-top"),
    Preset("mobile_app", "Mobile app", "app", "smartphone"),
    Preset("organic_search", "Organic search", "search", "search"),
    Preset("search_ads", "Search ads", "paid_ads", "text-search"),
    Preset("display_ads", "Display ads", "paid_ads", "image"),
    Preset("social_ads", "Social ads", "paid_ads", "megaphone"),
    Preset("tv_radio", "TV and radio", "paid_ads", "tv"),
    Preset("print_ads", "Print ads", "paid_ads", "book-open"),
    Preset("maps_listing", "Maps listing", "local_listings", "map-pin"),
    Preset("directory", "Directory", "local_listings", "book-user"),
    Preset("review_site", "Review site", "reviews", "star"),
    Preset("marketplace", "Marketplace", "reviews", "store"),
    Preset("email", "E-mail", "email", "mail"),
    Preset("newsletter", "Newsletter", "email", "mails"),
    Preset("phone", "Phone", "phone", "phone"),
    Preset("call_centre", "Call centre", "phone", "headset"),
    Preset("live_chat", "Live chat", "chat", "message-circle"),
    Preset("sms", "SMS", "chat", "message-square-text"),
    Preset("messenger", "Messenger", "chat", "messages-square"),
    Preset("shop", "Shop", "physical", "shopping-bag"),
    Preset("showroom", "Showroom", "physical", "sofa"),
    Preset("courier", "Courier", "physical", "truck"),
    Preset("post", "Post", "physical", "mailbox"),
    Preset("packaging", "Packaging", "physical", "package"),
    Preset("trade_fair", "Trade fair", "events", "tickets"),
    Preset("webinar", "Webinar", "events", "presentation"),
    Preset("workshop", "Workshop", "events", "wrench"),
    Preset("word_of_mouth", "Word of mouth", "people", "users"),
    Preset("sales_rep", "Sales rep", "people", "briefcase-business"),
    Preset("partner", "Partner", "people", "handshake"),
)
