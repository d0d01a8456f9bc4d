"""Events in the native format, and the bodies in which they are sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class DemoEvent:
    """One thing that happened to one customer. `amount` is in euro, `occurred_at` in UTC."""

    id: str
    customer: str
    touchpoint: str
    occurred_at: datetime
    score: tuple[str, int] | None = None
    amount: float | None = None
    channel: str | None = None

    def body(self) -> dict[str, Any]:
        """The event as the ingest endpoint takes it; what is not known is left out."""
        body: dict[str, Any] = {
            "id": self.id,
            "customer": self.customer,
            "touchpoint": self.touchpoint,
            "occurred_at": self.occurred_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        }
        if self.score is not None:
            scale, value = self.score
            body["score"] = {"value": value, "scale": scale}
        if self.amount is not None:
            body["value"] = {"amount": self.amount, "currency": "EUR"}
        if self.channel is not None:
            body["channel"] = self.channel
        return body


class Told(Protocol):
    """Something that the shop tells: an event, or what it knows of somebody."""

    def body(self) -> dict[str, Any]:
        """It, as the ingest endpoint takes it."""
        ...


def batches(told: Sequence[Told], size: int = 100) -> Iterator[dict[str, Any]]:
    """Request bodies of at most `size` items each, in the order of `told`."""
    for start in range(0, len(told), size):
        yield {"events": [item.body() for item in told[start : start + size]]}
