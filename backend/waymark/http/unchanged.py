"""The same question gets the same answer while the database is unchanged.

Only answers that a handler has marked as `repeatable` are kept: those that depend on nothing but
the request and the database. The request includes its credentials, and permissions are in the
database, so whoever loses them gets a new answer with the very next commit. What time alone
changes (a session that ends) is noticed within five seconds.
"""

from dataclasses import dataclass, field
from typing import Any

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waymark.db.stamp import Memo, Stamp

MAX_AGE_S = 5
MAX_BYTES = 32 * 1024 * 1024
PARTS_OF_THE_QUESTION = {b"authorization", b"cookie", b"if-none-match"}


@dataclass(slots=True)
class Answer:
    """The messages of an answer, and the route that gave it."""

    route: Any = None
    messages: list[Message] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes of the body, and some for the rest."""
        return 1_000 + sum(len(message.get("body", b"")) for message in self.messages)


def mark_repeatable(request: Request) -> None:
    """Say that the answer depends on the request and the database, and on nothing else."""
    request.state.repeatable = True


class Unchanged:
    """ASGI middleware that answers repeated GETs of repeatable answers from memory."""

    def __init__(self, app: ASGIApp, stamp: Stamp) -> None:
        self.app = app
        self._answers: Memo[Answer] = Memo(stamp, max_age=MAX_AGE_S, room=MAX_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory if nothing was committed since, else pass on and remember."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        question = _question(scope)
        known = self._answers.get(question)
        if known is not None:
            scope["route"] = known.route
            for message in known.messages:
                await send({**message})
            return
        as_of, fresh, state = self._answers.now(), Answer(), scope.setdefault("state", {})

        async def sending(message: Message) -> None:
            if state.get("repeatable"):
                fresh.messages.append({**message})
            await send(message)

        await self.app(scope, receive, sending)
        if fresh.messages and not fresh.messages[-1].get("more_body"):
            fresh.route = scope.get("route")
            self._answers.keep(question, fresh, as_of, fresh.size)


def _question(scope: Scope) -> tuple[Any, ...]:
    told = [pair for pair in scope["headers"] if pair[0] in PARTS_OF_THE_QUESTION]
    return (scope["path"], scope["query_string"], *told)
