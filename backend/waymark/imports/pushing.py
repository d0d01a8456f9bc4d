"""Sending many events to an ingest address, patiently."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

BATCH = 500
BATCH_BYTES = 900 * 1024
"""The native format takes 1 MB at once."""
WAIT_S = 10
TIMEOUT_S = 60
MAX_TRIES = 12
LONGEST_PAUSE_S = 30.0
COME_BACK = {429, 500, 502, 503, 504}


class PushFailed(Exception):
    """The address refuses the events, or has not answered for a long time."""


@dataclass
class Tally:
    """What became of the events so far."""

    accepted: int = 0
    duplicates: int = 0
    quarantined: int = 0
    waiting: int = 0
    """Stored, but not processed when the answer came."""
    reasons: Counter[str] = field(default_factory=Counter)
    """Why events were quarantined."""

    def add(self, answer: dict[str, Any]) -> None:
        """Count the answer to one batch."""
        if "accepted" not in answer:
            self.waiting += answer["items"]
            return
        self.accepted += answer["accepted"]
        self.duplicates += answer["duplicates"]
        self.quarantined += answer["quarantined"]
        self.reasons.update(
            item["detail"] for item in answer["results"] if item["outcome"] == "quarantined"
        )

    def as_json(self) -> dict[str, Any]:
        """For keeping it until the import goes on."""
        return {**vars(self), "reasons": dict(self.reasons)}

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> "Tally":
        """What `as_json` made. Raises TypeError, ValueError for anything else."""
        counts = {name: int(count) for name, count in content.items() if name != "reasons"}
        return cls(**counts, reasons=Counter(dict(content["reasons"])))


class Pusher:
    """Sends batches of events, and sends them again while the address is not available.

    That is safe: an event with an id counts once, however often it is sent.
    """

    def __init__(
        self,
        client: httpx.Client,
        url: str,
        secret: str,
        sleep: Callable[[float], None] = time.sleep,
        tally: Tally | None = None,
    ) -> None:
        self._client = client
        self._url = url
        self._headers = {
            "Authorization": f"Bearer {secret}",
            "Content-Type": "application/json",
            "Prefer": f"wait={WAIT_S}",
        }
        self._sleep = sleep
        self.tally = tally or Tally()

    def push(self, events: Sequence[bytes]) -> None:
        """Send a batch of events in JSON and count what became of it. Raises PushFailed."""
        body = b"[" + b",".join(events) + b"]"
        for attempt in range(MAX_TRIES):
            answer = self._send(body)
            if answer is not None and answer.status_code not in COME_BACK:
                self.tally.add(_content(answer))
                return
            self._sleep(_pause(answer, attempt))
        raise PushFailed("Waymark has not been available for a while. Import again later.")

    def _send(self, body: bytes) -> httpx.Response | None:
        try:
            return self._client.post(self._url, content=body, headers=self._headers)
        except httpx.TransportError:
            return None


def _pause(answer: httpx.Response | None, attempt: int) -> float:
    asked = answer.headers.get("retry-after", "") if answer is not None else ""
    pause = float(asked) if asked.isdecimal() else 0.5 * 2.0**attempt
    return min(pause, LONGEST_PAUSE_S)


REFUSALS = {
    401: "The secret is not the source's.",
    404: "There is no source at this address.",
    410: "This source is retired.",
}


def _content(answer: httpx.Response) -> dict[str, Any]:
    if answer.status_code not in {200, 202}:
        reason = REFUSALS.get(answer.status_code, answer.text[:300])
        raise PushFailed(f"Waymark answered {answer.status_code}: {reason}")
    content: dict[str, Any] = answer.json()
    return content
