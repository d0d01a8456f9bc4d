"""Is this request really from the source? A bearer secret, or a Standard Webhooks signature."""

import base64
import hmac
import secrets
from collections.abc import Iterable, Mapping

import structlog
from standardwebhooks import Webhook

from waymark.kit.errors import Unauthenticated

log = structlog.get_logger()

PREFIX = "whsec_"


class NotAuthentic(Unauthenticated):
    """Neither the secret nor a valid signature came with the request."""

    code = "not_authentic"
    title = "This request is not signed by the source"


def new_secret() -> str:
    """A secret in the Standard Webhooks form: `whsec_` and 32 random bytes in Base64."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def hint(secret: str) -> str:
    """The end of a secret, enough for people to tell two apart."""
    return "…" + secret[-4:]


def require_authentic(headers: Mapping[str, str], body: bytes, active: Iterable[str]) -> None:
    """Check a request, as received, against the active secrets.

    `headers` has lower-case names. A signature must be at most 300 s old or early. Raises
    NotAuthentic, whatever is wrong.
    """
    signed = "webhook-signature" in headers
    check = _is_signed if signed else _is_bearer
    if not any(check(headers, body, secret) for secret in active):
        wrong = "signature" if signed else "secret"
        raise NotAuthentic(f"The {wrong} is missing, wrong, or out of date.")


def _is_bearer(headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(
        token.strip().encode(), secret.encode()
    )


def _is_signed(headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    try:
        Webhook(secret).verify(body, dict(headers), json_parse=False)
    except Exception as error:  # the library raises anything on malformed input; all mean "no"
        log.debug("ingest.not_authentic", error=repr(error))
        return False
    return True
