"""What client libraries in web pages need: the browser asks whether another site may send. Pure.

Nothing here is done with a visitor's cookies: whoever has the secret may send from anywhere. And a
library can only act on an answer that its browser lets it read, refusals included.
"""

from waymark.ingest.formats.base import Incoming, Reply

FOR_ANY_SITE = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"Retry-After"),
]

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "POST, GET, HEAD, OPTIONS",
    # “*” does not cover Authorization (Fetch, "CORS non-wildcard request-header name").
    "Access-Control-Allow-Headers": "Authorization, *",
    "Access-Control-Max-Age": "86400",
}


def preflight(incoming: Incoming) -> Reply | None:
    """The answer to a browser's CORS preflight (Fetch, 3.3.4), or None for other requests."""
    asks = "access-control-request-method" in incoming.headers
    return Reply(200, headers=_PREFLIGHT) if incoming.method == "OPTIONS" and asks else None
