"""Tables with something between their columns: CSV, TSV, exports of spreadsheets."""

import csv
from collections import Counter
from collections.abc import Iterator
from typing import IO

from waymark.imports.streams import MAX_LINE, text_lines
from waymark.imports.tables import BadFile, Row

DELIMITERS = (",", ";", "\t", "|")
MAX_COLUMNS = 5000


def read(content: IO[bytes], delimiter: str, encoding: str) -> tuple[list[str], Iterator[Row]]:
    """The names in the first line, and the rows after it. Raises BadFile."""
    csv.field_size_limit(MAX_LINE)
    lines = text_lines(content, encoding)
    header = next(lines, "")
    if not header.strip():
        raise BadFile("The file has no first line with the names of its columns.")
    delimiter = delimiter or max(DELIMITERS, key=header.count)
    try:
        names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter))]
    except (csv.Error, TypeError) as error:
        raise BadFile(f"Line 1: {error}.") from error
    if len(names) > MAX_COLUMNS:
        raise BadFile(f"The file has more than {MAX_COLUMNS:,} columns.")
    names = _distinct(names)
    return names, _rows(csv.reader(lines, delimiter=delimiter), names)


def _distinct(names: list[str]) -> list[str]:
    """The names, a second column of the same name with a 2 behind it, and so on."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(f"{name} {seen[name]}" if seen[name] > 1 else name)
    return found


def _rows(rows: "Iterator[list[str]]", names: list[str]) -> Iterator[Row]:
    while True:
        number = rows.line_num + 2  # type: ignore[attr-defined]  # after the header, from 1
        try:
            fields = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise BadFile(f"Line {number}: {error}.") from error
        if not fields:
            continue
        while len(fields) > len(names) and not fields[-1]:
            fields.pop()
        if len(fields) > len(names):
            yield Row(number, {}, f"has {len(fields)} columns, the first line {len(names)}")
            continue
        yield Row(number, dict(zip(names, fields, strict=False)))
