"""What a format is: how its requests prove where they come from, and how they become items.

A format is data and a few pure functions. Its requests are verified when they come in; they are
unwrapped then (to count the items) and again when they are processed, from what was stored: the
bytes, and the headers without the credentials.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple

from waymark.ingest.mapping.model import Mapping as ItemMapping

JSON = frozenset({"application/json"})


class Incoming(NamedTuple):
    """A request to a source's address. Header names are in lower case."""

    method: str
    url: str
    """The whole public address of the request, as the sender knows it."""
    path: str
    """What follows the source's own address: empty, or such as `/v1/track`."""
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    """As received, with its content encoding."""

    @property
    def media_type(self) -> str:
        """The content type without its parameters, in lower case."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


class Trust(NamedTuple):
    """What a source's requests are checked against."""

    secrets: Sequence[str]
    """The active ones, newest first: two during a rotation."""
    settings: Mapping[str, str]


class Envelope(NamedTuple):
    """The items of a request in their order, and when the sender says it was sent.

    Each item is a JSON value that can be understood on its own: what a request says once for all
    of them is in each.
    """

    items: list[Any]
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a sender of this format expects to hear."""

    status: int
    body: bytes = b""
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that the source's owner must say beside the secret."""

    key: str
    example: str
    required: bool = False
    choices: Sequence[str] = ()
    default: str = ""
    pattern: str = ""
    """A regular expression that values match in full; empty for any text."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may hold, in bytes and items."""

    body: int = 1024 * 1024
    """As it comes over the wire."""
    inflated: int = 8 * 1024 * 1024
    items: int = 2500
    item: int = 32 * 1024
    """One item in canonical form; a larger one is quarantined, its neighbours are not."""


Verify = Callable[[Incoming, Trust, datetime], bool]
"""Whether a request is authentic at this time. It may raise anything: that means no."""

Unwrap = Callable[[Incoming, bytes], Envelope]
"""The items in an inflated body. Raises Malformed, TooLarge, UnsupportedType."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way of sending events that a source can have."""

    key: str
    name: str
    verify: Verify
    unwrap: Unwrap
    mapping: ItemMapping
    """How its items are understood unless the source has a mapping of its own."""
    check: Callable[[Any], None] = lambda item: None
    """What items must keep to beyond what the mapping needs. Raises Unfit."""
    secret_from: Literal["waymark", "sender", "none"] = "waymark"
    """Who makes the secret: `waymark`, or the `sender`, whose secret is entered here."""
    settings: Sequence[Setting] = ()
    limits: Limits = Limits()
    media_types: frozenset[str] = JSON
    """What bodies may be; empty for anything."""
    timeless: bool = False
    """Whether items may leave out when they happened; then it is when they were received."""
    sniffs_gzip: bool = False
    """Whether only the body itself tells if it is gzip: some client libraries label it wrongly."""
    paths: frozenset[str] = frozenset({""})
    """What may follow the source's address."""
    reply: Callable[[Incoming], Reply | None] = lambda incoming: None
    """What to answer instead of the receipt, once everything is stored."""
    probe: Callable[[Incoming], Reply | None] = lambda incoming: None
    """What to answer to GET, HEAD and OPTIONS instead of “ready”."""
    challenge: Callable[[Incoming, Trust], Reply | None] = lambda incoming, trust: None
    """The answer to a request that only asks whether this is the right address."""
