"""Proof by write key: the secret as HTTP Basic user, as bearer token, or inside the body. Pure."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from waymark.ingest.formats.base import Incoming, Trust, Verify
from waymark.ingest.formats.bodies import inflate, is_gzip
from waymark.ingest.formats.signatures import basic_credentials, bearer, matches


def by_write_key(keys_in: Callable[[bytes], Iterable[Any]], limit: int) -> Verify:
    """A proof by write key; `keys_in` finds keys in a body of at most `limit` bytes."""

    def verify(incoming: Incoming, trust: Trust, now: datetime) -> bool:
        if bearer(incoming, trust, now) or matches(basic_credentials(incoming)[0], trust):
            return True
        packed = "gzip" if is_gzip(incoming.body) else ""
        found = keys_in(inflate(incoming.body, packed, limit))
        return any(isinstance(key, str) and matches(key, trust) for key in found)

    return verify
