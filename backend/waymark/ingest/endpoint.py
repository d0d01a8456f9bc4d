"""`POST /ingest/{source_key}`: the one address that a source needs to know."""

import re
from typing import Any

from fastapi import APIRouter, Request, Response

from waymark.http.contract import problems
from waymark.http.dependencies import database
from waymark.ingest import intake
from waymark.ingest.endpoint_schemas import REQUEST_BODY, Processed, Receipt
from waymark.ingest.envelope import MAX_BODY
from waymark.ingest.waiting import wait_until_processed
from waymark.kit.errors import TooLarge

router = APIRouter(tags=["ingest"])

MAX_WAIT_S = 10
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
        **problems(400, 401, 404, 410, 413, 415),
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
    store, vault = database(request), request.app.state.vault
    headers = dict(request.headers)
    source = await intake.find_source(store, source_key)
    intake.check_type(headers)
    receipt = await intake.take_in(store, vault, source, headers, await _body(request))
    request.app.state.wake_worker.set()
    seconds = _asked_to_wait(headers.get("prefer", ""))
    results = await wait_until_processed(store, receipt, seconds) if seconds else None
    if results is None:
        return _answer(202, Receipt(delivery_id=receipt.delivery_id, items=receipt.items))
    return _answer(200, results, {"Preference-Applied": f"wait={seconds}"})


@router.api_route(
    "/ingest/{source_key}", methods=["GET", "HEAD", "OPTIONS"], include_in_schema=False
)
async def probe_source(source_key: str, request: Request) -> Response:
    """Say that this is the right address; some senders ask before they send."""
    await intake.find_source(database(request), source_key)
    headers = {"Allow": "POST, GET, HEAD, OPTIONS"}
    return Response(b'{"status":"ready"}', headers=headers, media_type="application/json")


async def _body(request: Request) -> bytes:
    """The body as received. Raises TooLarge as soon as it is over the limit."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_BODY:
            raise TooLarge(f"Send at most {MAX_BODY:,} bytes at once.")
        chunks.append(chunk)
    return b"".join(chunks)


def _asked_to_wait(prefer: str) -> int:
    found = _WAIT.search(prefer)
    return min(int(found[1]), MAX_WAIT_S) if found else 0


def _answer(status: int, body: Any, headers: dict[str, str] | None = None) -> Response:
    return Response(body.model_dump_json(), status, headers=headers, media_type="application/json")
