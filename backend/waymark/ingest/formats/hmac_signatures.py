"""One verifier for every sender that signs with a shared secret; how each signs is data. Pure.

The vendors' own libraries bring a whole client with them for these few lines (stripe,
hubspot-api-client, ShopifyAPI), or have no verifier at all. So there is this table instead, held
to what those libraries produce by the tests.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

from waymark.ingest.formats.base import Incoming, Trust, Verify
from waymark.ingest.formats.signatures import TOLERANCE_S
from waymark.ingest.mapping.values import moment

Algorithm = Literal["sha1", "sha256", "sha512"]
Encoding = Literal["hex", "base64"]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_BETWEEN = re.compile(r"[,\s]+")
_TOLERANCE = timedelta(seconds=TOLERANCE_S)

_DECODED = {f"%{ord(character):02X}": character for character in ":/?@!$'()*,;"}
_ENCODED = re.compile("|".join(_DECODED), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a sender signs its requests.

    `signed` is what is signed, with {method}, {url}, {decoded_url}, {path}, {body}, {timestamp}
    and {secret} standing for those of the request. The signature is what follows `prefix` in the
    header; several may stand there, with commas or spaces between them.
    """

    header: str
    """In lower case."""
    signed: str = "{body}"
    algorithm: Algorithm = "sha256"
    encoding: Encoding = "hex"
    prefix: str = ""
    timestamp: str = ""
    """The header with the time that is signed; or, ending in `=`, the mark of an element of the
    signature's own header. Empty where no time is signed."""
    keyed: bool = True
    """An HMAC (RFC 2104); otherwise a plain hash over what is signed, secret included."""


def verifier(scheme: Scheme) -> Verify:
    """A check of requests that are signed like this."""

    def verify(incoming: Incoming, trust: Trust, now: datetime) -> bool:
        return is_signed(scheme, incoming, trust, now)

    return verify


def is_signed(scheme: Scheme, incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """Whether a request has a signature made with one of the active secrets, at about now."""
    elements = [part for part in _BETWEEN.split(incoming.headers.get(scheme.header, "")) if part]
    given = _after(scheme.prefix, elements)
    timestamp = _timestamp(scheme, incoming.headers, elements)
    if not given or (scheme.timestamp and not _is_current(timestamp, now)):
        return False
    return any(
        _equal(signature, _signature(scheme, incoming, timestamp, secret), scheme.encoding)
        for secret in trust.secrets
        for signature in given
    )


def signed_headers(
    scheme: Scheme, incoming: Incoming, secret: str, timestamp: str
) -> dict[str, str]:
    """The headers with which a sender would prove this request.

    `timestamp` is the time as the sender writes it; it counts only where the scheme signs one.
    """
    signature = scheme.prefix + _signature(scheme, incoming, timestamp, secret)
    if scheme.timestamp.endswith("="):
        return {scheme.header: f"{scheme.timestamp}{timestamp},{signature}"}
    own = {scheme.header: signature}
    return {**own, scheme.timestamp: timestamp} if scheme.timestamp else own


def _after(prefix: str, elements: Sequence[str]) -> list[str]:
    return [part.removeprefix(prefix) for part in elements if part.startswith(prefix)]


def _timestamp(scheme: Scheme, headers: Mapping[str, str], elements: Sequence[str]) -> str:
    if not scheme.timestamp.endswith("="):
        return headers.get(scheme.timestamp, "") if scheme.timestamp else ""
    stated = _after(scheme.timestamp, elements)
    return stated[0] if len(stated) == 1 else ""


def _is_current(timestamp: str, now: datetime) -> bool:
    """Whether a time (RFC 3339, or Unix time in seconds or milliseconds) is near, either way."""
    stated = moment(timestamp)
    return stated is not None and abs(now - stated) <= _TOLERANCE


def _signature(scheme: Scheme, incoming: Incoming, timestamp: str, secret: str) -> str:
    parts = {
        "method": incoming.method.encode(),
        "url": incoming.url.encode(),
        "decoded_url": _ENCODED.sub(_decoded, incoming.url).encode(),
        "path": urlsplit(incoming.url).path.encode(),
        "body": incoming.body,
        "timestamp": timestamp.encode(),
        "secret": secret.encode(),
    }
    content = _filled(scheme.signed, parts)
    if scheme.keyed:
        digest = hmac.digest(secret.encode(), content, scheme.algorithm)
    else:
        digest = hashlib.new(scheme.algorithm, content).digest()
    return digest.hex() if scheme.encoding == "hex" else base64.b64encode(digest).decode()


def _filled(template: str, parts: Mapping[str, bytes]) -> bytes:
    """The template with its placeholders replaced; bytes, because bodies need not be text."""
    pieces = _PLACEHOLDER.split(template)
    return b"".join(
        parts[piece] if place % 2 else piece.encode() for place, piece in enumerate(pieces)
    )


def _decoded(found: re.Match[str]) -> str:
    """HubSpot, "Validating requests", section "Validate the v3 request signature", step 2."""
    return _DECODED[found[0].upper()]


def _equal(given: str, expected: str, encoding: Encoding) -> bool:
    """In constant time; hexadecimal digits may be in either case."""
    given = given.lower() if encoding == "hex" else given
    return hmac.compare_digest(given.encode(), expected.encode())
