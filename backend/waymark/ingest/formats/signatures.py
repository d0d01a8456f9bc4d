"""Proofs that a request is from its source, which several formats share. Pure."""

import base64
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime

from standardwebhooks import Webhook

from waymark.ingest.formats.base import Incoming, Trust

TOLERANCE_S = 300
"""How old or early a signed time may be, in seconds."""


def bearer(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """The secret as a bearer token (RFC 6750)."""
    scheme, _, token = incoming.headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and matches(token.strip(), trust)


def basic_password(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """The secret as the password of HTTP Basic authentication, whoever the user."""
    return matches(basic_credentials(incoming)[1], trust)


def basic_credentials(incoming: Incoming) -> tuple[str, str]:
    """User and password of HTTP Basic authentication (RFC 7617), or empty texts."""
    scheme, _, credentials = incoming.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    user, _, password = base64.b64decode(credentials.strip(), validate=True).decode().partition(":")
    return user, password


def matches(given: str, trust: Trust) -> bool:
    """Whether a text is one of the active secrets, in constant time."""
    return any(hmac.compare_digest(given.encode(), secret.encode()) for secret in trust.secrets)


def standard_webhook(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """A signature as Standard Webhooks describe it (webhook-id, -timestamp, -signature)."""
    return any(_signed(incoming, secret) for secret in trust.secrets)


def _signed(incoming: Incoming, secret: str) -> bool:
    try:
        Webhook(secret).verify(incoming.body, dict(incoming.headers), json_parse=False)
    except Exception:  # the library raises anything on malformed input; all mean "no"
        return False
    return True


def bearer_or_standard_webhook(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """The secret as a bearer token, or a Standard Webhooks signature made with it."""
    signed = "webhook-signature" in incoming.headers
    return (standard_webhook if signed else bearer)(incoming, trust, now)


def signed_at(headers: Mapping[str, str]) -> datetime | None:
    """The time that a Standard Webhooks signature covers; it was verified to be near."""
    stated = headers.get("webhook-timestamp", "")
    if "webhook-signature" not in headers or not stated.isdecimal():
        return None
    return datetime.fromtimestamp(int(stated), UTC)
