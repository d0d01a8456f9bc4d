"""An item on its way from a delivery to an event."""

from typing import Any, NamedTuple

from waymark.ingest.mapping.identity import Identity
from waymark.ingest.models import Delivery
from waymark.ingest.processing.judging import Judged


class Item(NamedTuple):
    """An item at its place in a delivery, by what it is known, and what it was found to be."""

    delivery: Delivery
    position: int
    content: Any
    identity: Identity
    judged: Judged

    @property
    def key(self) -> tuple[str, str]:
        """What is unique about an event: its source, and the item's key there."""
        return self.delivery.source_id, self.identity.key
