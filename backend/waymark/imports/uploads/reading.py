"""Opening an uploaded file with what somebody said of it: nothing here touches the database."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, tzinfo
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from waymark.imports.events import EventMaker
from waymark.imports.guessing import guess
from waymark.imports.mapping import REQUIRED, BadMapping, Template, check
from waymark.imports.occurrences import Occurrences
from waymark.imports.opening import FileKind, opened
from waymark.imports.running import LeftOut, preview
from waymark.imports.tables import Row, Table
from waymark.imports.times import TimeReader
from waymark.imports.values import as_text
from waymark.kit.errors import Fault, Invalid

COLUMN_EXAMPLES, EXAMPLE_LENGTH, EXAMPLE_ROWS = 3, 60, 100
MAX_COLUMNS_SHOWN = 500


class UnreadableFile(Invalid):
    """The file is not what its name says, or is broken, or hostile."""

    code = "unreadable_file"
    title = "The file cannot be read"


class BadImportMapping(Invalid):
    """What was said of the file's columns does not fit them."""

    code = "bad_mapping"
    title = "The mapping does not fit the file"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of a file: where in a row is what, and how to read it."""

    fields: Mapping[str, Template]
    keep_rest: bool = False
    day_first: bool = False
    time_format: str = ""
    timezone: str = "UTC"
    delimiter: str = ""
    encoding: str = ""

    def times(self) -> TimeReader:
        """How times are read. Raises BadImportMapping for an unknown zone."""
        return TimeReader(_zone(self.timezone), self.day_first, self.time_format)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file has in it, and what its first rows would become."""

    columns: Sequence[tuple[str, Sequence[str]]]
    """Their names, each with a few of the values."""
    unit: str
    fields: Mapping[str, Template]
    """As said, or as guessed."""
    keep_rest: bool
    missing: Sequence[str]
    """Fields that every event needs and that are not mapped."""
    rows: Sequence[tuple[int, bytes | LeftOut]]


def look_at(path: Path, kind: FileKind, said: Said | None, count: int) -> Look:
    """The columns of a file, and what the first rows would become.

    What nothing was said of is guessed. Raises BadFile, BadImportMapping.
    """
    told = said or Said({}, keep_rest=kind is FileKind.XES)
    with opened(path, kind, told.delimiter, told.encoding) as table:
        head = list(islice(table.rows, max(count, EXAMPLE_ROWS)))
        fields = guess(table.columns, {}) if said is None else told.fields
        _check(fields, table)
        missing = [name for name in REQUIRED if name not in fields]
        made: list[tuple[int, bytes | LeftOut]] = []
        if not missing:
            with closing(Occurrences()) as occurrences:
                maker = EventMaker(fields, told.times(), occurrences, told.keep_rest)
                made = list(preview(_again(table, head), maker, count))
        columns = [(name, _examples(head, name)) for name in table.columns[:MAX_COLUMNS_SHOWN]]
        return Look(columns, table.unit, fields, told.keep_rest, missing, made)


@contextmanager
def ready(path: Path, kind: FileKind, said: Said) -> Iterator[tuple[Table, EventMaker]]:
    """The rows of a file and what makes events of them. Raises BadFile, BadImportMapping."""
    with (
        opened(path, kind, said.delimiter, said.encoding) as table,
        closing(Occurrences()) as occurrences,
    ):
        _check(said.fields, table)
        for name in REQUIRED:
            if name not in said.fields:
                raise bad("/mapping/fields", f"Nothing says where the {name} is.")
        yield table, EventMaker(said.fields, said.times(), occurrences, said.keep_rest)


def _again(table: Table, head: Sequence[Row]) -> Table:
    return Table(table.columns, iter(head), table.unit, table.size, table.position)


def _check(fields: Mapping[str, Template], table: Table) -> None:
    for place, (name, template) in enumerate(fields.items()):
        present = {required: Template("", fixed=True) for required in REQUIRED} | {name: template}
        try:
            check(present, table.columns, table.lists_columns)
        except BadMapping as error:
            raise bad(f"/mapping/fields/{place}", str(error)) from error


def _examples(rows: Sequence[Row], name: str) -> list[str]:
    texts = dict.fromkeys(as_text(row.values.get(name)).strip() for row in rows[:EXAMPLE_ROWS])
    shown = (text[:EXAMPLE_LENGTH] for text in texts if text)
    return [text.replace("\0", "") for text in islice(shown, COLUMN_EXAMPLES)]


def _zone(name: str) -> tzinfo:
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise bad("/mapping/timezone", f"There is no time zone “{name}”.") from error


def bad(pointer: str, detail: str) -> BadImportMapping:
    """What is wrong with a mapping, and where."""
    return BadImportMapping(detail, faults=[Fault(pointer, BadImportMapping.code, detail)])
