"""How much a source may send: so many events a second in the long run, and a burst above that.

A token bucket for each source, told by one number: when it will be full again ("virtual
scheduling", ITU-T I.371, annex A; also known as GCRA). It is in the memory of this process, so that
asking costs nothing; several processes allow as many times as much.
"""

import math
import time
from collections.abc import Callable

from waymark.kit.errors import TooManyRequests

MAX_RETRY_AFTER_S = 3600


class OverQuota(TooManyRequests):
    """The source has sent more than it may; what it sends now is not stored."""

    code = "over_quota"
    title = "This source sends more than it may"


class Quotas:
    """The buckets of all sources, in events; without a rate there is no quota.

    A request is taken as long as anything is left, however much it holds: the bucket may go
    below nothing, and takes longer to fill then. So no batch is too large for ever.
    """

    def __init__(
        self, per_second: float, burst: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_second = per_second
        self._burst_s = burst / per_second if per_second else 0.0
        self._now = now
        self._full_at: dict[str, float] = {}

    def require(self, source_id: str) -> None:
        """Raises OverQuota, with the seconds until there is something left again."""
        if not self._per_second:
            return
        wait = self._full_at.get(source_id, 0.0) - self._now() - self._burst_s
        if wait >= 0:
            raise OverQuota(
                f"This source may send {self._per_second:g} events a second. Send it again later.",
                retry_after=min(math.floor(wait) + 1, MAX_RETRY_AFTER_S),
            )

    def spend(self, source_id: str, events: int) -> None:
        """Take these events off what the source may send; a request without any counts as one."""
        if self._per_second:
            since = max(self._full_at.get(source_id, 0.0), self._now())
            self._full_at[source_id] = since + max(events, 1) / self._per_second
