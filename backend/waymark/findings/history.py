"""How a map was on earlier days: the log of its changes, walked backwards. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from waymark.maps.document import Document
from waymark.maps.models import MapChange
from waymark.maps.operations import apply, from_wire

MAX_CHANGES = 2_000
MAX_DAYS = 30


@dataclass(frozen=True, slots=True)
class Past:
    """A map as it was at the end of a day on which it was changed."""

    day: date
    revision: int
    document: Document


def past_of(document: Document, changes: Sequence[MapChange]) -> Iterator[Past]:
    """The last days on which a map was changed, the latest first.

    `document` is the map now, `changes` its last ones, the newest first.
    """
    days = 0
    for place, change in enumerate(changes):
        day = change.created_at.date()
        if place == 0 or changes[place - 1].created_at.date() != day:
            days += 1
            if days > MAX_DAYS:
                return
            yield Past(day, change.revision, document)
        document = apply(document, [from_wire(operation) for operation in change.inverse]).document
