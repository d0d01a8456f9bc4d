"""What every kind of file comes down to: rows, one after the other, in bounded memory. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

SAMPLE = 1000
"""How many rows are read ahead to learn the columns of a file that does not list them."""


SAMPLE_CHARACTERS = 8_000_000
"""How many characters of text are read ahead at most."""


class BadFile(ValueError):
    """The file cannot be read, or not any further."""

    def __init__(self, reason: str, hint: str = "") -> None:
        """`hint` is what helps on the command line."""
        super().__init__(reason)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Where it could not be read, `problem` says why and there are no values."""

    number: int
    """Its line in the file, or its place among the rows from 1, as `Table.unit` says."""
    values: Mapping[str, Any]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A file that is being read. Iterating over `rows` may raise BadFile."""

    columns: Sequence[str]
    rows: Iterator[Row]
    unit: str
    """What the rows are counted in: line, row or event."""
    size: int
    """How much there is to read, in bytes or rows."""
    position: Callable[[], int]
    """How much of it has been read."""
    lists_columns: bool = True
    """Whether `columns` are all there are, and not only those of the first rows."""


def sampled(rows: Iterator[Row]) -> tuple[list[str], Iterator[Row]]:
    """The columns of the first rows, in order of appearance, and all the rows."""
    head, characters = [], 0
    for row in islice(rows, SAMPLE):
        head.append(row)
        characters += sum(len(value) for value in row.values.values() if isinstance(value, str))
        if characters > SAMPLE_CHARACTERS:
            break
    columns = dict.fromkeys(name for row in head for name in row.values)
    return list(columns), chain(head, rows)
