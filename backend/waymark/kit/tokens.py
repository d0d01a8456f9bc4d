"""Secrets that are handed out once: made from the system's randomness, kept only as a hash."""

import hashlib
import secrets


def new_token(prefix: str = "") -> str:
    """A URL-safe token with 256 bits of randomness, after `prefix`."""
    return prefix + secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """SHA-256 of a token, hexadecimal. Enough for secrets that are random, unlike passwords."""
    return hashlib.sha256(token.encode()).hexdigest()
