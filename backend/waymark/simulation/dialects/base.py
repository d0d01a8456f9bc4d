"""What a dialect is: events as one kind of sender would send them. Pure."""

import base64
import hashlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson

from waymark.demo.events import DemoEvent
from waymark.ingest.formats.base import Incoming
from waymark.ingest.formats.hmac_signatures import Scheme, signed_headers

CURRENCY = "EUR"


@dataclass(frozen=True, slots=True)
class Message:
    """A request to a source's address, before it is signed."""

    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    """What follows the source's address."""


Prove = Callable[[Message, str, str, datetime], Mapping[str, str]]
"""From a message, its address, the secret and the time: the headers that prove the sender."""

Say = Callable[[Sequence[DemoEvent], str, datetime], Message]
"""From events, the secret and the time of sending: the message."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to send events."""

    key: str
    """The format of the source that understands it."""
    say: Say
    prove: Prove
    most: int = 1
    """How many events fit into one message."""
    journey: Sequence[str] = ()
    """The touchpoints that it can speak of, in the order of a journey; empty for any."""


def as_json(content: Any) -> Message:
    """A message with this content."""
    return Message(orjson.dumps(content), {"Content-Type": "application/json"})


def bearer(message: Message, url: str, secret: str, now: datetime) -> Mapping[str, str]:
    """The secret as a bearer token."""
    return {"Authorization": f"Bearer {secret}"}


def nothing(message: Message, url: str, secret: str, now: datetime) -> Mapping[str, str]:
    """For senders that prove themselves inside the body."""
    return {}


def basic(user: str, password: str) -> Mapping[str, str]:
    """HTTP Basic authentication (RFC 7617)."""
    credentials = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {"Authorization": f"Basic {credentials}"}


def unix_s(at: datetime) -> str:
    """A time in whole seconds since 1970."""
    return str(int(at.timestamp()))


def signed(scheme: Scheme, stamp: Callable[[datetime], str] = unix_s) -> Prove:
    """A signature by this scheme, with the time written by `stamp` where it signs one."""

    def prove(message: Message, url: str, secret: str, now: datetime) -> Mapping[str, str]:
        incoming = Incoming("POST", url, message.path, {}, {}, message.body)
        return signed_headers(scheme, incoming, secret, stamp(now))

    return prove


def number_of(*names: str) -> int:
    """A whole number for a name, always the same, as vendors number their things."""
    return int.from_bytes(hashlib.sha256("/".join(names).encode()).digest()[:6])


def uuid_of(name: str) -> str:
    """A UUID for a name, always the same."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"waymark-simulate:{name}"))


def rfc3339(at: datetime) -> str:
    """A time as most senders write it."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def unix_ms(at: datetime) -> int:
    """A time in milliseconds since 1970."""
    return int(at.timestamp() * 1000)
