"""Logs, metrics and the request id: what an operator sees of every request."""

import re
import time
from functools import cached_property, lru_cache
from typing import Any

import structlog
from prometheus_client import Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waymark.kit.ids import new_id

REQUESTS = Counter(
    "waymark_http_requests", "Requests by route, method and status.", ["route", "method", "status"]
)
SECONDS = Histogram(
    "waymark_http_request_seconds",
    "Seconds from the first byte in to the last byte out.",
    ["route", "method"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
HUNG_UP = 499
"""How it is counted, as nginx does, when somebody was gone before there was an answer."""
QUIET = {"/healthz", "/readyz", "/metrics"}
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,100}")


class Observe:
    """ASGI middleware: gives each request an id, binds it to the logs, counts and times."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    @cached_property
    def _log(self) -> Any:
        """Made with the first request: how logs look is known by then, and making it costs."""
        return structlog.get_logger("waymark.http").bind()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass HTTP requests through with an id; leave everything else alone."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _given_id(scope) or new_id()
        started, status = time.perf_counter(), HUNG_UP

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        structlog.contextvars.bind_contextvars(request_id=request_id)
        try:
            await self.app(scope, receive, sending)
        except Exception:
            status = 500
            raise
        finally:
            self._record(scope, status, time.perf_counter() - started)
            structlog.contextvars.unbind_contextvars("request_id")

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "other")
        method = scope["method"]
        counter, histogram = _metrics(route, method, status)
        counter.inc()
        histogram.observe(seconds)
        if scope["path"] not in QUIET and not scope["path"].startswith("/assets/"):
            # The route, not the path: an ingest address is a secret.
            self._log.info(
                "request", method=method, route=route, status=status, ms=round(seconds * 1000, 2)
            )


@lru_cache(maxsize=1024)
def _metrics(route: str, method: str, status: int) -> tuple[Counter, Histogram]:
    """Looked up once: looking up is what costs."""
    return REQUESTS.labels(route, method, str(status)), SECONDS.labels(route, method)


def _given_id(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"x-request-id":
            text: str = value.decode("latin-1")
            return text if _REQUEST_ID.fullmatch(text) else None
    return None
