"""One import, from the rows of a file to the last answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from waymark.imports.events import BadRow, EventMaker
from waymark.imports.pushing import BATCH, BATCH_BYTES, Pusher, Tally
from waymark.imports.resuming import Bookmark, Progress
from waymark.imports.tables import Row, Table

SHOWN = 5


@dataclass
class Outcome:
    """How far an import has come."""

    tally: Tally
    rows: int = 0
    """How many rows have been read, and sent where they could be."""
    left_out: int = 0
    examples: list[str] = field(default_factory=list)
    """Why rows were left out: the first few."""


def preview(table: Table, maker: EventMaker, count: int) -> Iterator[tuple[int, str]]:
    """What the first rows would become: each its number, and its event or what is wrong."""
    for row, _ in zip(table.rows, range(count), strict=False):
        try:
            yield row.number, _event(maker, row).decode()
        except BadRow as error:
            yield row.number, f"left out: {error}"


def send(
    table: Table,
    maker: EventMaker,
    pusher: Pusher,
    bookmark: Bookmark,
    outcome: Outcome,
    after: int,
    told: Callable[[], None],
) -> None:
    """Send the rows after the first `after`, and keep how far that is with every batch.

    Raises BadFile, PushFailed. What was sent until then is in `outcome` and in the bookmark.
    """
    batch: list[bytes] = []
    size = left_out = 0

    def push() -> None:
        nonlocal size, left_out
        if batch:
            pusher.push(batch)
        batch.clear()
        outcome.rows, outcome.left_out = count, outcome.left_out + left_out
        size = left_out = 0
        bookmark.write(Progress(outcome.rows, outcome.left_out, outcome.tally))
        told()

    count = 0
    for row in table.rows:
        try:
            event = _event(maker, row)
        except BadRow as error:
            if count >= after:
                left_out += 1
                _remember(outcome, f"{table.unit} {row.number}: {error}")
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


def _remember(outcome: Outcome, example: str) -> None:
    if len(outcome.examples) < SHOWN:
        outcome.examples.append(example)
