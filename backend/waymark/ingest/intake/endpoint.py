"""`POST /ingest/{source_key}`: the one address that a source needs to know."""

import re
from collections.abc import Awaitable, Sequence

import orjson
from fastapi import APIRouter, Request, Response

from waymark.http.contract import problems
from waymark.http.dependencies import database, settings
from waymark.http.problems import from_error
from waymark.ingest.formats.base import Incoming, Reply
from waymark.ingest.intake.browsers import FOR_ANY_SITE, preflight
from waymark.ingest.intake.receiving import Intake
from waymark.ingest.intake.schemas import REQUEST_BODY, Processed, Receipt
from waymark.ingest.intake.waiting import wait_until_processed
from waymark.kit.errors import TooLarge, WaymarkError

router = APIRouter(tags=["ingest"])

READY = b'{"status":"ready"}'
MAX_WAIT_S = 10
_SLASHES = re.compile("/+")
_WAIT = re.compile(r"(?:^|[,;\s])wait=([0-9]{1,6})(?:$|[,;\s])")

PREFER = {
    "name": "Prefer",
    "in": "header",
    "required": False,
    "description": f"`wait=N`: wait up to N seconds (at most {MAX_WAIT_S}) and say what became of "
    "each item.",
    "schema": {"type": "string", "maxLength": 200},
    "example": "wait=5",
}
SIGNATURE = {
    "name": "webhook-signature",
    "in": "header",
    "required": False,
    "description": "A Standard Webhooks signature, with `webhook-id` and `webhook-timestamp`; "
    "instead of the secret as a bearer token.",
    "schema": {"type": "string"},
    "example": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}


@router.post(
    "/ingest/{source_key}",
    status_code=202,
    response_model=Receipt,
    responses={
        200: {"model": Processed, "description": "Processed; what became of each item."},
        **problems(400, 401, 404, 410, 413, 415, 429),
    },
    openapi_extra={
        "security": [],
        "requestBody": REQUEST_BODY,
        "parameters": [PREFER, SIGNATURE],
    },
)
async def send_events(source_key: str, request: Request) -> Response:
    """Send events.

    One event, an array of them, or `{"events": […]}`: at most 2,500 events and 1 MB, gzip if you
    like. The sender shows that it is the source by its secret as a bearer token, or by a Standard
    Webhooks signature. The answer leaves once everything is stored durably; what is not
    understood is quarantined, never refused. An event that came before changes nothing.
    """
    return await _answered(_receive(source_key, "", request))


@router.api_route("/ingest/{source_key}/{path:path}", methods=["POST"], include_in_schema=False)
async def send_events_below(source_key: str, path: str, request: Request) -> Response:
    """What client libraries send that add a path of their own to the address."""
    return await _answered(_receive(source_key, f"/{path}", request))


async def _receive(source_key: str, path: str, request: Request) -> Response:
    intake: Intake = request.app.state.intake
    source = await intake.source(source_key)
    body = await _body(request, source.format.limits.body)
    incoming = _incoming(request, path, body)
    receipt = await intake.take_in(source_key, incoming)
    if isinstance(receipt, Reply):
        return _reply(receipt)
    request.app.state.wake_worker.set()
    reply = receipt.format.reply(incoming)
    if reply is not None:
        return _reply(reply)
    seconds = _asked_to_wait(incoming.headers.get("prefer", ""))
    results = await wait_until_processed(database(request), receipt, seconds) if seconds else None
    if results is None:
        stored = {"delivery_id": receipt.delivery_id, "items": receipt.items}
        return _answer(202, orjson.dumps(stored))
    told = results.model_dump_json().encode()
    return _answer(200, told, {"Preference-Applied": f"wait={seconds}"})


@router.api_route(
    "/ingest/{source_key}", methods=["GET", "HEAD", "OPTIONS"], include_in_schema=False
)
async def probe_source(source_key: str, request: Request) -> Response:
    """Say that this is the right address; some senders ask before they send."""
    return await _answered(_probe(source_key, "", request))


@router.api_route(
    "/ingest/{source_key}/{path:path}",
    methods=["GET", "HEAD", "OPTIONS"],
    include_in_schema=False,
)
async def probe_source_below(source_key: str, path: str, request: Request) -> Response:
    """The same for what client libraries add to the address."""
    return await _answered(_probe(source_key, f"/{path}", request))


async def _probe(source_key: str, path: str, request: Request) -> Response:
    intake: Intake = request.app.state.intake
    source = await intake.source_now(source_key)
    incoming = _incoming(request, path, b"")
    reply = preflight(incoming) or source.format.probe(incoming)
    return _reply(reply or Reply(200, READY, headers={"Allow": "POST, GET, HEAD, OPTIONS"}))


async def _answered(answer: Awaitable[Response]) -> Response:
    """The answer, or why there is none, for pages of any site to read."""
    try:
        response = await answer
    except WaymarkError as error:
        response = from_error(error)
    response.raw_headers += FOR_ANY_SITE
    return response


def _incoming(request: Request, path: str, body: bytes) -> Incoming:
    scope = request.scope
    query = scope["query_string"].decode("latin-1")
    return Incoming(
        method=scope["method"],
        url=f"{settings(request).base_url}{scope['path']}{query and '?' + query}",
        path=path and _SLASHES.sub("/", path).rstrip("/"),
        query=dict(request.query_params) if query else {},
        headers=_headers(scope["headers"]),
        body=body,
    )


def _headers(sent: Sequence[tuple[bytes, bytes]]) -> dict[str, str]:
    """By lower-case name; of several with one name the first counts."""
    headers: dict[str, str] = {}
    for name, value in sent:
        headers.setdefault(name.decode("latin-1"), value.decode("latin-1"))
    return headers


async def _body(request: Request, limit: int) -> bytes:
    """The body as received. Raises TooLarge as soon as it is over the limit."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise TooLarge(f"Send at most {limit:,} bytes at once.")
        chunks.append(chunk)
    return b"".join(chunks)


def _reply(reply: Reply) -> Response:
    return Response(
        reply.body, reply.status, headers=dict(reply.headers), media_type=reply.media_type
    )


def _asked_to_wait(prefer: str) -> int:
    found = _WAIT.search(prefer)
    return min(int(found[1]), MAX_WAIT_S) if found else 0


def _answer(status: int, body: bytes, headers: dict[str, str] | None = None) -> Response:
    return Response(body, status, headers=headers, media_type="application/json")
