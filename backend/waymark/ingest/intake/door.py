"""What is sent to sources goes straight to the intake, past the framework.

Finding a route and working out its parameters costs more than storing an event. The functions that
answer are those of endpoint.py: their routes are for the contract, and for whatever is no POST.
"""

from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from waymark.ingest.intake import endpoint

PREFIX = "/ingest/"
_ROUTES = {route.name: route for route in endpoint.router.routes if isinstance(route, APIRoute)}
_AT, _BELOW = _ROUTES["send_events"], _ROUTES["send_events_below"]
"""What the two are called in logs and metrics."""


class Door:
    """ASGI middleware that answers what is sent to the addresses of sources."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take in POSTs to sources; leave everything else alone."""
        if not _is_for_a_source(scope):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        key, below, path = scope["path"].removeprefix(PREFIX).partition("/")
        if below:
            scope["route"], answer = _BELOW, endpoint.send_events_below(key, path, request)
        else:
            scope["route"], answer = _AT, endpoint.send_events(key, request)
        try:
            response = await answer
        except ClientDisconnect:
            return
        await response(scope, receive, send)


def _is_for_a_source(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "POST":
        return False
    path: str = scope["path"]
    return path.startswith(PREFIX) and path != PREFIX
