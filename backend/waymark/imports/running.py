"""One import, from the rows of a file to the last answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from waymark.imports.events import BadRow, EventMaker
from waymark.imports.pushing import BATCH, BATCH_BYTES, Tally
from waymark.imports.resuming import Progress
from waymark.imports.tables import Row, Table

SHOWN = 5


class Carrier(Protocol):
    """Takes batches of events to the ingest address."""

    def push(self, events: Sequence[bytes]) -> None:
        """Return once they are taken in and counted. Raises PushFailed."""


class Place(Protocol):
    """Where it is kept how far an import has come."""

    def write(self, progress: Progress) -> object:
        """Keep this."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that cannot become an event."""

    number: int
    """Its line in the file, or its place among the rows, as `Table.unit` says."""
    reason: str


@dataclass
class Outcome:
    """How far an import has come."""

    tally: Tally
    rows: int = 0
    """How many rows have been read, and sent where they could be."""
    left_out: int = 0
    examples: list[LeftOut] = field(default_factory=list)
    """Why rows were left out: the first few."""
    most_examples: int = SHOWN


def preview(table: Table, maker: EventMaker, count: int) -> Iterator[tuple[int, bytes | LeftOut]]:
    """What the first rows would become: each its number, and its event or what is wrong."""
    for _, row in zip(range(count), table.rows, strict=False):
        try:
            yield row.number, _event(maker, row)
        except BadRow as error:
            yield row.number, LeftOut(row.number, str(error))


def send(
    table: Table,
    maker: EventMaker,
    carrier: Carrier,
    place: Place,
    outcome: Outcome,
    after: int,
    told: Callable[[], None],
) -> None:
    """Send the rows after the first `after`, and keep how far that is with every batch.

    Raises BadFile, PushFailed. What was sent until then is in `outcome` and in the place.
    """
    batch: list[bytes] = []
    size = left_out = 0

    def push() -> None:
        nonlocal size, left_out
        if batch:
            carrier.push(batch)
        batch.clear()
        outcome.rows, outcome.left_out = count, outcome.left_out + left_out
        size = left_out = 0
        place.write(Progress(outcome.rows, outcome.left_out, outcome.tally))
        told()

    count = 0
    for row in table.rows:
        try:
            event = _event(maker, row)
        except BadRow as error:
            if count >= after:
                left_out += 1
                _remember(outcome, LeftOut(row.number, str(error)))
            count += 1
            continue
        if count >= after:
            if len(batch) == BATCH or size + len(event) > BATCH_BYTES:
                push()
            batch.append(event)
            size += len(event) + 1
        count += 1
    push()


def _event(maker: EventMaker, row: Row) -> bytes:
    if row.problem:
        raise BadRow(row.problem)
    return maker.event(row.values)


def _remember(outcome: Outcome, example: LeftOut) -> None:
    if len(outcome.examples) < outcome.most_examples:
        outcome.examples.append(example)
