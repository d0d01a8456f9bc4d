"""An item on its way from a delivery to an event."""

from datetime import datetime
from typing import Any, NamedTuple

from waymark.ingest.mapping.identity import Identity
from waymark.ingest.models import Delivery
from waymark.ingest.processing.judging import Judged


class Origin(NamedTuple):
    """The delivery that an item came with. Plain: items by the thousand ask it."""

    delivery_id: str
    workspace_id: str
    source_id: str
    received_at: datetime


def origin_of(delivery: Delivery) -> Origin:
    """What items need to know of their delivery."""
    return Origin(delivery.id, delivery.workspace_id, delivery.source_id, delivery.received_at)


class Item(NamedTuple):
    """An item at its place in a delivery, by what it is known, and what it was found to be."""

    origin: Origin
    position: int
    content: Any
    identity: Identity
    judged: Judged

    @property
    def key(self) -> tuple[str, str]:
        """What is unique about an event: its source, and the item's key there."""
        return self.origin.source_id, self.identity.key
