"""The secrets of a source: made, sealed, rotated."""

from datetime import datetime, timedelta

from waymark.ingest.models import Source
from waymark.ingest.signatures import hint, new_secret
from waymark.kit.vault import Vault

ROTATION = timedelta(hours=24)
"""How long the secret before a rotation stays good, so that the sender can be changed in peace."""


def rotate(source: Source, vault: Vault, now: datetime) -> str:
    """Give a source a new secret and answer it, the only time; the one before fades out."""
    if source.sealed_secret:
        source.previous_sealed_secret = source.sealed_secret
        source.previous_secret_until = now + ROTATION
    secret = new_secret()
    source.sealed_secret = vault.seal(secret.encode())
    source.secret_hint = hint(secret)
    return secret


def active_secrets(source: Source, vault: Vault, now: datetime) -> list[str]:
    """The secrets that are good now: the current one, and during a rotation the one before."""
    sealed = [source.sealed_secret]
    until = source.previous_secret_until
    if source.previous_sealed_secret is not None and until is not None and now < until:
        sealed.append(source.previous_sealed_secret)
    return [vault.open(secret).decode() for secret in sealed]
