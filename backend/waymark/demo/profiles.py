"""What the shop knows of customers who have an account: traits, told beside the events. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from waymark.demo.chance import Chance
from waymark.demo.events import DemoEvent

WITH_ACCOUNT = 0.7
"""The share of customers of whom anything is known."""
AGE_GROUPS = (("18-29", 24.0), ("30-49", 62.0), ("50-64", 5.0), ("65+", 9.0))
HOMES = (("flat", 68.0), ("house", 32.0))
NEWSLETTER = 0.41


@dataclass(frozen=True, slots=True)
class DemoProfile:
    """What is known of one customer since a moment (UTC)."""

    customer: str
    known_at: datetime
    traits: dict[str, Any]

    def body(self) -> dict[str, Any]:
        """The profile as the ingest endpoint takes it."""
        return {
            "type": "identify",
            "id": f"fernwood-profile-{self.customer}",
            "customer": self.customer,
            "occurred_at": self.known_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "traits": self.traits,
        }


def profiles(events: Iterable[DemoEvent], *, seed: int = 7) -> Iterator[DemoProfile]:
    """A profile for 70 of 100 customers of some events, from their first event on.

    The same events and seed give the same profiles. Age, home and newsletter are drawn one by one:
    they say nothing of each other, nor of what somebody does.
    """
    first: dict[str, datetime] = {}
    for event in events:
        first[event.customer] = min(event.occurred_at, first.get(event.customer, event.occurred_at))
    chance = Chance(seed)
    for customer, seen_at in sorted(first.items()):
        if chance.happens("account", WITH_ACCOUNT):
            traits = {
                "age_group": chance.pick("age group", AGE_GROUPS),
                "home": chance.pick("home", HOMES),
                "newsletter": chance.happens("newsletter", NEWSLETTER),
            }
            yield DemoProfile(customer, seen_at, traits)
