"""The secrets of a source: made, sealed, rotated."""

import base64
import secrets
from datetime import datetime, timedelta

from waymark.ingest.models import Source
from waymark.kit.vault import Vault

ROTATION = timedelta(hours=24)
"""How long the secret before a rotation stays good, so that the sender can be changed in peace."""

PREFIX = "whsec_"


def new_secret() -> str:
    """A secret in the Standard Webhooks form: `whsec_` and 32 random bytes in Base64."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def hint(secret: str) -> str:
    """The end of a secret, enough for people to tell two apart."""
    return "…" + secret[-4:]


def rotate(source: Source, vault: Vault, now: datetime, secret: str) -> None:
    """Give a source another secret; the one before fades out.

    Where there is none yet it gets one that nobody knows, and so believes nothing that is signed.
    """
    if source.secret_hint:
        source.previous_sealed_secret = source.sealed_secret
        source.previous_secret_until = now + ROTATION
    source.sealed_secret = vault.seal((secret or new_secret()).encode())
    source.secret_hint = hint(secret) if secret else ""


def active_secrets(source: Source, vault: Vault, now: datetime) -> list[str]:
    """The secrets that are good now: the current one, and during a rotation the one before."""
    sealed = [source.sealed_secret]
    until = source.previous_secret_until
    if source.previous_sealed_secret is not None and until is not None and now < until:
        sealed.append(source.previous_sealed_secret)
    return [vault.open(secret).decode() for secret in sealed]
