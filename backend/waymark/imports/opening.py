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


class Kind(StrEnum):
    """The kinds of files there are."""

    CSV = "csv"
    TSV = "tsv"
    NDJSON = "ndjson"
    XES = "xes"
    PARQUET = "parquet"


_ENDINGS = {
    ".csv": Kind.CSV,
    ".txt": Kind.CSV,
    ".tsv": Kind.TSV,
    ".tab": Kind.TSV,
    ".ndjson": Kind.NDJSON,
    ".jsonl": Kind.NDJSON,
    ".json": Kind.NDJSON,
    ".xes": Kind.XES,
    ".parquet": Kind.PARQUET,
    ".pq": Kind.PARQUET,
}


def kind_of(path: Path) -> Kind:
    """What a file is by its name, `.gz` aside. Raises BadFile."""
    name = path.name.lower().removesuffix(".gz")
    ending = Path(name).suffix
    if ending not in _ENDINGS:
        kinds = ", ".join(Kind)
        raise BadFile(f"The name does not say what the file is; add --format ({kinds}).")
    return _ENDINGS[ending]


@contextmanager
def opened(path: Path, kind: Kind, delimiter: str = "", encoding: str = "") -> Iterator[Table]:
    """The file as a table, while it is open. Raises BadFile."""
    if kind is Kind.PARQUET:
        with closing(ParquetFile(path)) as parquet:
            columns, rows = sampled(parquet.read())
            yield Table(columns, rows, "row", parquet.rows, lambda: parquet.done, False)
        return
    with path.open("rb") as file:
        content = unpacked(file)
        size = path.stat().st_size
        if kind in (Kind.CSV, Kind.TSV):
            delimiter = delimiter or ("\t" if kind is Kind.TSV else "")
            columns, rows = delimited.read(content, delimiter, encoding)
            yield Table(columns, rows, "line", size, file.tell)
            return
        reader, unit = _READERS[kind]
        columns, rows = sampled(reader(content))
        yield Table(columns, rows, unit, size, file.tell, False)


_READERS: dict[Kind, tuple[Callable[[IO[bytes]], Iterator[Row]], str]] = {
    Kind.NDJSON: (json_lines.read, "line"),
    Kind.XES: (xes.read, "event"),
}
