"""Idempotency-Key: a POST that creates can be sent again safely.

The answer is stored in the transaction that did the work, so there is no moment at which one
exists without the other. Only final answers (2xx) are stored; a refused request may be mended and
sent again under the same key.
"""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, cast

from fastapi import Request
from sqlalchemy import LargeBinary, String, UniqueConstraint, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column
from starlette.responses import Response

from waymark.db.base import Base, Identifier
from waymark.http.access import find_caller
from waymark.http.dependencies import database
from waymark.kit.clock import utcnow
from waymark.kit.errors import Conflict, Fault, Invalid
from waymark.kit.ids import new_id
from waymark.kit.vault import Vault

KEPT = timedelta(hours=24)
MAX_KEY_LENGTH = 200
REPLAYED_HEADERS = ("content-type", "etag", "location")


class BadIdempotencyKey(Invalid):
    """The key is empty, too long, or was used for another body."""

    code = "idempotency_key_reused"


class InFlight(Conflict):
    """A request with the same key is being worked on right now."""

    code = "idempotency_in_flight"


class StoredAnswer(Base):
    """The final answer to a POST, by caller, route and key; sealed, for it may hold a secret."""

    __tablename__ = "idempotency_answers"
    __table_args__ = (UniqueConstraint("scope", "key"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    scope: Mapped[str] = mapped_column(String(64))
    key: Mapped[str] = mapped_column(String(MAX_KEY_LENGTH))
    body_hash: Mapped[str] = mapped_column(String(64))
    status: Mapped[int]
    headers: Mapped[dict[str, Any]]
    sealed_body: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(index=True)


async def once(request: Request, handle: Callable[[Request], Awaitable[Response]]) -> Response:
    """Handle a request with an Idempotency-Key, or give the answer it got the first time.

    Raises InFlight while the first is being worked on, BadIdempotencyKey for another body.
    """
    caller = await find_caller(request)
    if caller is None:
        return await handle(request)
    key = _key(request)
    body_hash = hashlib.sha256(await request.body()).hexdigest()
    scope = _scope(caller.actor_id, request)
    running: set[tuple[str, str]] = request.app.state.idempotency_running
    if (scope, key) in running:
        raise InFlight("The first request with this key is still being worked on.")
    running.add((scope, key))
    try:
        stored = await _find(request, scope, key)
        if stored is not None:
            return _replay(stored, body_hash, _vault(request))
        response = await handle(request)
        if 200 <= response.status_code < 300:
            await _store(request, response, scope, key, body_hash)
        return response
    finally:
        running.discard((scope, key))


async def forget_old_answers(session: AsyncSession, now: datetime) -> None:
    """Delete the answers that are older than a day."""
    await session.execute(delete(StoredAnswer).where(StoredAnswer.created_at < now - KEPT))


def _key(request: Request) -> str:
    key = request.headers["idempotency-key"].strip()
    if not key or len(key) > MAX_KEY_LENGTH or not key.isascii() or not key.isprintable():
        detail = f"An Idempotency-Key has 1 to {MAX_KEY_LENGTH} printable ASCII characters."
        raise BadIdempotencyKey(
            detail, faults=[Fault("?Idempotency-Key", BadIdempotencyKey.code, detail)]
        )
    return key


def _scope(actor_id: str, request: Request) -> str:
    return hashlib.sha256(f"{actor_id} {request.url.path}".encode()).hexdigest()


def _vault(request: Request) -> Vault:
    return cast(Vault, request.app.state.vault)


async def _find(request: Request, scope: str, key: str) -> StoredAnswer | None:
    async with database(request).reading() as session:
        found = await session.scalar(
            select(StoredAnswer).where(StoredAnswer.scope == scope, StoredAnswer.key == key)
        )
    return found if found and found.created_at > utcnow() - KEPT else None


def _replay(stored: StoredAnswer, body_hash: str, vault: Vault) -> Response:
    if stored.body_hash != body_hash:
        detail = "This Idempotency-Key was used for a request with another body."
        raise BadIdempotencyKey(
            detail, faults=[Fault("?Idempotency-Key", BadIdempotencyKey.code, detail)]
        )
    headers = {**stored.headers, "Idempotency-Replayed": "true"}
    return Response(vault.open(stored.sealed_body), status_code=stored.status, headers=headers)


async def _store(
    request: Request, response: Response, scope: str, key: str, body_hash: str
) -> None:
    session = cast(AsyncSession, request.state.session)
    headers = {
        name: response.headers[name] for name in REPLAYED_HEADERS if name in response.headers
    }
    await session.execute(
        delete(StoredAnswer).where(
            StoredAnswer.scope == scope,
            StoredAnswer.key == key,
            StoredAnswer.created_at <= utcnow() - KEPT,
        )
    )
    session.add(
        StoredAnswer(
            id=new_id(),
            scope=scope,
            key=key,
            body_hash=body_hash,
            status=response.status_code,
            headers=headers,
            sealed_body=_vault(request).seal(bytes(response.body)),
            created_at=utcnow(),
        )
    )
    try:
        await session.flush()
    except IntegrityError as error:
        raise InFlight("Another request with this key has just been answered.") from error
