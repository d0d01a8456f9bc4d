"""Requests signed as the vendors sign them, written from their documentation."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime

Signer = Callable[[bytes, str, datetime, str], dict[str, str]]
"""From a body, a secret, a time and the address: the headers that prove it."""


def _mac(secret: str, content: bytes, algorithm: str = "sha256") -> bytes:
    return hmac.new(secret.encode(), content, getattr(hashlib, algorithm)).digest()


def _base64(digest: bytes) -> str:
    return base64.b64encode(digest).decode()


def hubspot_v1(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    digest = hashlib.sha256(secret.encode() + body).hexdigest()
    return {"x-hubspot-signature": digest, "x-hubspot-signature-version": "v1"}


def hubspot_v2(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    digest = hashlib.sha256(f"{secret}POST{url}".encode() + body).hexdigest()
    return {"x-hubspot-signature": digest, "x-hubspot-signature-version": "v2"}


def hubspot(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    stamp = str(int(at.timestamp() * 1000))
    content = f"POST{url}".encode() + body + stamp.encode()
    return {
        "x-hubspot-signature-v3": _base64(_mac(secret, content)),
        "x-hubspot-request-timestamp": stamp,
    }


def zendesk(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "x-zendesk-webhook-signature": _base64(_mac(secret, stamp.encode() + body)),
        "x-zendesk-webhook-signature-timestamp": stamp,
    }


def intercom(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    return {"x-hub-signature": "sha1=" + _mac(secret, body, "sha1").hex()}


def shopify(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    return {"x-shopify-hmac-sha256": _base64(_mac(secret, body))}


def typeform(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    return {"typeform-signature": "sha256=" + _base64(_mac(secret, body))}


def stripe(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    stamp = int(at.timestamp())
    signature = _mac(secret, f"{stamp}.".encode() + body).hex()
    return {"stripe-signature": f"t={stamp},v1={signature},v0=00"}


SIGNERS: dict[str, Signer] = {
    "hubspot": hubspot,
    "zendesk": zendesk,
    "intercom": intercom,
    "shopify": shopify,
    "typeform": typeform,
    "stripe": stripe,
}


def basic(credentials: str) -> dict[str, str]:
    """The header of HTTP Basic authentication (RFC 7617)."""
    return {"authorization": "Basic " + _base64(credentials.encode())}
