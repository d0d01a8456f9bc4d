"""RFC 9457 problem details: the one place that knows status codes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
import structlog
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from waymark.kit import errors

log = structlog.get_logger()

CONTENT_TYPE = "application/problem+json"

STATUS: dict[type[errors.WaymarkError], int] = {
    errors.Malformed: 400,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.Gone: 410,
    errors.Stale: 412,
    errors.TooLarge: 413,
    errors.UnsupportedType: 415,
    errors.Invalid: 422,
    errors.PreconditionRequired: 428,
    errors.TooManyRequests: 429,
    errors.Unavailable: 503,
}

RETRY_AFTER_S = 5


class ProblemItem(BaseModel):
    """One thing wrong: where it is, a stable code, and a sentence."""

    pointer: str = Field(description="JSON pointer into the body, or `?name` of a parameter.")
    code: str
    detail: str


class Problem(BaseModel):
    """RFC 9457 problem details. More members may follow, depending on `code`."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="Address of the problem's page in the documentation.")
    title: str
    status: int
    detail: str
    code: str = Field(description="Stable, for programs.")
    errors: list[ProblemItem]


def problem_response(
    status: int,
    code: str,
    title: str,
    detail: str,
    *,
    items: Sequence[ProblemItem] = (),
    extra: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """An `application/problem+json` answer."""
    body = {
        "type": f"urn:waymark:problem:{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "code": code,
        "errors": [item.model_dump() for item in items],
        **(extra or {}),
    }
    return Response(
        orjson.dumps(body), status_code=status, media_type=CONTENT_TYPE, headers=headers
    )


def from_error(error: errors.WaymarkError) -> Response:
    """The answer for an error of ours."""
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    headers = {}
    if isinstance(error, errors.TooManyRequests):
        headers["Retry-After"] = str(error.retry_after)
    elif status == 503:
        headers["Retry-After"] = str(RETRY_AFTER_S)
    elif status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    items = [
        ProblemItem(pointer=fault.pointer, code=fault.code, detail=fault.detail)
        for fault in error.faults
    ]
    return problem_response(
        status,
        error.code,
        error.title,
        error.detail,
        items=items,
        extra=error.extra,
        headers=headers,
    )


def install(app: FastAPI, routers: Iterable[APIRouter]) -> None:
    """Make every error of `app`, which has these routers, answer with problem details."""
    methods: dict[str, set[str]] = defaultdict(set)
    for route in (route for router in routers for route in router.routes):
        if isinstance(route, APIRoute):
            methods[route.path] |= route.methods or set()

    @app.exception_handler(errors.WaymarkError)
    async def _known(request: Request, error: errors.WaymarkError) -> Response:
        return from_error(error)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        items = [_item(entry) for entry in error.errors()[:50]]
        return problem_response(422, "invalid", errors.Invalid.title, _summary(items), items=items)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        code, title = HTTP_CODES.get(error.status_code, ("error", "Something went wrong"))
        headers = dict(error.headers or {})
        if error.status_code == 405:
            # All methods of the address (RFC 9110, section 10.2.1); the router names one route's.
            found = methods.get(getattr(request.scope.get("route"), "path", ""), ())
            headers["Allow"] = ", ".join(sorted(found)) or headers.get("Allow", "")
        return problem_response(error.status_code, code, title, str(error.detail), headers=headers)

    @app.exception_handler(Exception)
    async def _unexpected(request: Request, error: Exception) -> Response:
        log.error("request.failed", path=request.url.path, exc_info=error)
        return problem_response(
            500, "internal", "Something went wrong", "The error has been logged."
        )


HTTP_CODES = {
    400: (errors.Malformed.code, errors.Malformed.title),
    404: (errors.NotFound.code, errors.NotFound.title),
    405: ("method_not_allowed", "This address does not take that method"),
    413: (errors.TooLarge.code, errors.TooLarge.title),
}

PARAMETERS = {"query", "path", "header", "cookie"}


def _item(entry: dict[str, Any]) -> ProblemItem:
    place, *path = entry["loc"]
    if place in PARAMETERS:
        pointer = f"?{path[0]}" if path else "?"
    else:
        pointer = "".join(f"/{_escape(str(part))}" for part in path if not _is_tag(str(part)))
    message = re.sub(r"^Value error, ", "", str(entry["msg"]))
    return ProblemItem(pointer=pointer, code=str(entry["type"]), detail=message)


def _is_tag(part: str) -> bool:
    """Pydantic puts the tag of a union into the path (`card.add`); the body has no such member."""
    return bool(re.fullmatch(r"[a-z]+\.(add|set|remove)", part))


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def _summary(items: Sequence[ProblemItem]) -> str:
    first = items[0]
    where = f" at {first.pointer}" if first.pointer else ""
    more = f" (and {len(items) - 1} more)" if len(items) > 1 else ""
    return f"{first.detail}{where}{more}"
