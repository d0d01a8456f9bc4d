"""From the name of a file to its rows."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO

from waymark.imports import delimited, json_lines, xes
from waymark.imports.parquet import ParquetFile
from waymark.imports.streams import unpacked
from waymark.imports.tables import BadFile, Row, Table, sampled


class FileKind(StrEnum):
    """The kinds of files there are."""

    CSV = "csv"
    TSV = "tsv"
    NDJSON = "ndjson"
    XES = "xes"
    PARQUET = "parquet"


_ENDINGS = {
    ".csv": FileKind.CSV,
    ".txt": FileKind.CSV,
    ".tsv": FileKind.TSV,
    ".tab": FileKind.TSV,
    ".ndjson": FileKind.NDJSON,
    ".jsonl": FileKind.NDJSON,
    ".json": FileKind.NDJSON,
    ".xes": FileKind.XES,
    ".parquet": FileKind.PARQUET,
    ".pq": FileKind.PARQUET,
}


def kind_of(path: Path) -> FileKind:
    """What a file is by its name, `.gz` aside. Raises BadFile."""
    name = path.name.lower().removesuffix(".gz")
    ending = Path(name).suffix
    if ending not in _ENDINGS:
        kinds = ", ".join(FileKind)
        raise BadFile("The name does not say what the file is.", f"Add --format ({kinds}).")
    return _ENDINGS[ending]


@contextmanager
def opened(path: Path, kind: FileKind, delimiter: str = "", encoding: str = "") -> Iterator[Table]:
    """The file as a table, while it is open. Raises BadFile."""
    if kind is FileKind.PARQUET:
        with closing(ParquetFile(path)) as parquet:
            columns, rows = sampled(parquet.read())
            yield Table(columns, rows, "row", parquet.rows, lambda: parquet.done, False)
        return
    with path.open("rb") as file:
        content = unpacked(file)
        size = path.stat().st_size
        if kind in (FileKind.CSV, FileKind.TSV):
            delimiter = delimiter or ("\t" if kind is FileKind.TSV else "")
            columns, rows = delimited.read(content, delimiter, encoding)
            yield Table(columns, rows, "line", size, file.tell)
            return
        reader, unit = _READERS[kind]
        columns, rows = sampled(reader(content))
        yield Table(columns, rows, unit, size, file.tell, False)


_READERS: dict[FileKind, tuple[Callable[[IO[bytes]], Iterator[Row]], str]] = {
    FileKind.NDJSON: (json_lines.read, "line"),
    FileKind.XES: (xes.read, "event"),
}
