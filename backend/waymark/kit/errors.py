"""What can go wrong, by kind. Features subclass these; only `http/` knows status codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an input: where (JSON pointer), a stable code, and a sentence."""

    pointer: str
    code: str
    detail: str


class WaymarkError(Exception):
    """Base of every error a caller may be told about.

    `code` is stable and machine-readable, `detail` is for people, `extra` travels in the answer.
    """

    code: ClassVar[str] = "error"
    title: ClassVar[str] = "Something went wrong"

    def __init__(
        self, detail: str, *, faults: Sequence[Fault] = (), extra: dict[str, Any] | None = None
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.faults = tuple(faults)
        self.extra = extra or {}


class Malformed(WaymarkError):
    """The request cannot be read at all."""

    code = "malformed"
    title = "The request could not be read"


class Unauthenticated(WaymarkError):
    """Nobody is signed in, or the credentials are not valid."""

    code = "unauthenticated"
    title = "Sign in first"


class Forbidden(WaymarkError):
    """The caller may see this, but not do that."""

    code = "forbidden"
    title = "Not allowed"


class NotFound(WaymarkError):
    """There is no such thing, or none that the caller may see."""

    code = "not_found"
    title = "Not found"


class Conflict(WaymarkError):
    """The request contradicts what is there now."""

    code = "conflict"
    title = "Conflict"


class DuplicateId(Conflict):
    """A client chose an id that something has already."""

    code = "duplicate_id"
    title = "This id is taken"


class Gone(WaymarkError):
    """It was there once and will not come back."""

    code = "gone"
    title = "Gone"


class Stale(WaymarkError):
    """The caller writes against a version that is no longer the current one."""

    code = "stale"
    title = "Somebody changed this in the meantime"


class PreconditionRequired(WaymarkError):
    """A write must say which version it is based on."""

    code = "precondition_required"
    title = "If-Match is required"


class TooLarge(WaymarkError):
    """The body is larger than this address takes."""

    code = "too_large"
    title = "Too large"


class UnsupportedType(WaymarkError):
    """The body is of a type or encoding that this address does not take."""

    code = "unsupported_type"
    title = "Unsupported content type"


class Invalid(WaymarkError):
    """Readable, but not acceptable; `faults` say where and why."""

    code = "invalid"
    title = "Some of this is not valid"


class TooManyRequests(WaymarkError):
    """The caller should slow down; `retry_after` is in seconds."""

    code = "too_many_requests"
    title = "Too many requests"

    def __init__(self, detail: str, *, retry_after: int) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class Unavailable(WaymarkError):
    """The database cannot be reached or written just now."""

    code = "unavailable"
    title = "Not available right now"
