"""Slowing down those who guess passwords."""

import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from waymark.kit.errors import TooManyRequests, Unauthenticated

WINDOW_S = 15 * 60
MAX_FAILURES = 10
MAX_TRACKED = 10_000


class SignInThrottle:
    """Counts failures by e-mail address and by machine within this process.

    Fixed windows of fifteen minutes; the least recently failed are forgotten first.
    """

    def __init__(self) -> None:
        self._failures: OrderedDict[str, tuple[float, int]] = OrderedDict()

    @contextmanager
    def attempt(self, email: str, machine: str) -> Iterator[None]:
        """Run one attempt. Raises TooManyRequests before it when there were too many failures."""
        keys = (f"email:{email.strip().lower()}", f"machine:{machine}")
        for key in keys:
            self._refuse_if_full(key)
        try:
            yield
        except Unauthenticated:
            for key in keys:
                self._count(key)
            raise
        self._failures.pop(keys[0], None)

    def _refuse_if_full(self, key: str) -> None:
        since, count = self._failures.get(key, (0.0, 0))
        left = since + WINDOW_S - time.monotonic()
        if count >= MAX_FAILURES and left > 0:
            raise TooManyRequests(
                "Too many failed attempts. Wait a few minutes.", retry_after=int(left) + 1
            )

    def _count(self, key: str) -> None:
        now = time.monotonic()
        since, count = self._failures.get(key, (now, 0))
        if now - since > WINDOW_S:
            since, count = now, 0
        self._failures[key] = (since, count + 1)
        self._failures.move_to_end(key)
        if len(self._failures) > MAX_TRACKED:
            self._failures.popitem(last=False)
