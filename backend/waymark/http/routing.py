"""The route class of the management API: strict bodies, known parameters, idempotent creation."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, HTTPException, Request, params
from fastapi.dependencies.utils import get_flat_params
from fastapi.routing import APIRoute
from starlette.responses import Response

from waymark.http.idempotency import once
from waymark.kit import strict_json
from waymark.kit.errors import Fault, Invalid, UnsupportedType

Handler = Callable[[Request], Coroutine[Any, Any, Response]]

JSON = "application/json"
MAX_BODY = 8 * 1024 * 1024
"""Bytes of a request body; a change of 5,000 cards fits."""


class UnknownParameter(Invalid):
    """A query parameter that this address does not know is a mistake, not noise."""

    code = "unknown_parameter"


class BadCharacter(Invalid):
    """A query parameter holds a NUL, which no text here has and PostgreSQL cannot look for."""

    code = "bad_character"


class StrictRequest(Request):
    """A request whose JSON is read strictly."""

    async def json(self) -> Any:
        """The parsed body. Raises Malformed."""
        if not hasattr(self, "_json"):
            try:
                self._json = strict_json.loads(await self.body())
            except strict_json.NotStrictJson as error:
                raise HTTPException(400, str(error)) from error
        return self._json


class StrictRoute(APIRoute):
    """Refuses what FastAPI would let pass: unknown parameters, other content types, loose JSON."""

    def get_route_handler(self) -> Handler:
        """The handler with the checks before it."""
        handle = super().get_route_handler()
        known = {
            field.alias
            for field in get_flat_params(self.dependant)
            if isinstance(field.field_info, params.Query)
        }
        body = self.body_field
        media_type = None if body is None else getattr(body.field_info, "media_type", JSON)
        creates = self.methods == {"POST"}

        async def checked(request: Request) -> Response:
            _refuse_unknown_parameters(request, known)
            _refuse_nul(request)
            if media_type is not None:
                _refuse_other_types(request, media_type)
            strict = StrictRequest(request.scope, request.receive)
            if creates and "idempotency-key" in strict.headers:
                return await once(strict, handle)
            return await handle(strict)

        return checked


def _refuse_unknown_parameters(request: Request, known: set[str]) -> None:
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        faults = [
            Fault(f"?{name}", UnknownParameter.code, f"There is no parameter “{name}” here.")
            for name in unknown
        ]
        raise UnknownParameter(faults[0].detail, faults=faults)


def _refuse_nul(request: Request) -> None:
    faults = [
        Fault(f"?{name}", BadCharacter.code, f"“{name}” holds a character that no text may have.")
        for name, value in request.query_params.multi_items()
        if "\0" in value
    ]
    if faults:
        raise BadCharacter(faults[0].detail, faults=faults)


def _refuse_other_types(request: Request, wanted: str) -> None:
    content_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    has_body = request.headers.get("content-length", "0") != "0" or (
        "transfer-encoding" in request.headers
    )
    if content_type != wanted and (content_type or has_body):
        raise UnsupportedType(f"Send the body as {wanted}.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedType("Send the body without a content encoding.")


def api_router(tag: str, prefix: str = "") -> APIRouter:
    """A router of the management API whose operations carry `tag`."""
    return APIRouter(prefix=prefix, tags=[tag], route_class=StrictRoute, max_body_size=MAX_BODY)
