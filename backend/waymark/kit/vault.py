"""Secrets at rest: what must be read back is encrypted with a key that is not in the database."""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken


class Vault:
    """Encrypts and decrypts small secrets, and derives pseudonyms, from one key.

    The key is any text with enough randomness; the working keys are derived from it.
    """

    def __init__(self, key: str) -> None:
        self._fernet = Fernet(base64.urlsafe_b64encode(_derive(key, b"encryption")))
        self._pseudonym_key = _derive(key, b"pseudonyms")

    def seal(self, plain: bytes) -> bytes:
        """Encrypt and authenticate `plain` (AES-128-CBC with HMAC-SHA-256, as Fernet does)."""
        return self._fernet.encrypt(plain)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt what `seal` made.

        Raises ValueError when it was sealed with another key or tampered with.
        """
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken as error:
            raise ValueError("sealed with another key") from error

    def pseudonym(self, realm: str, name: str) -> str:
        """A stable name for `name` within `realm`: keyed BLAKE2b (RFC 7693), 128 bits, hex."""
        message = f"{realm}\x00{name}".encode()
        return hashlib.blake2b(message, key=self._pseudonym_key, digest_size=16).hexdigest()


def load_key(configured: str, directory: Path) -> str:
    """The configured key, or the one in `directory/secret.key`, made on first use (mode 0600)."""
    if configured:
        return configured
    path = directory / "secret.key"
    directory.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        key = secrets.token_urlsafe(48)
        file.write(key + "\n")
    return key


def _derive(key: str, purpose: bytes) -> bytes:
    return hmac.new(key.encode(), purpose, hashlib.sha256).digest()
