"""`waymark import`: tables of events, pushed through the ingest address like any other sender's."""

import csv
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
import httpx
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from waymark.ingest.csv_import import BadMapping, BadRow, RowReader, parse_mapping
from waymark.ingest.csv_times import TimeReader
from waymark.ingest.pushing import BATCH, TIMEOUT_S, Pusher, PushFailed, Tally

DELIMITERS = (",", ";", "\t", "|")
SHOWN = 5


@click.group("import")
def import_group() -> None:
    """Bring in events that are already there."""


@import_group.command("events")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--url", default="http://localhost:8000", show_default=True, help="Waymark's address."
)
@click.option("--source-key", default="", help="The source's key, unless --url has it already.")
@click.option("--secret", envvar="WAYMARK_SOURCE_SECRET", required=True, help="Its secret.")
@click.option(
    "maps", "--map", multiple=True, metavar="FIELD=COLUMN", help="Where to find what events say."
)
@click.option(
    "constants", "--set", multiple=True, metavar="FIELD=VALUE", help="Said of every event."
)
@click.option("--day-first", is_flag=True, help="1/2/2018 is the first of February.")
@click.option("--time-format", default="", help="A strptime format, for other times.")
@click.option("--timezone", default="UTC", show_default=True, help="Of times without an offset.")
@click.option("--delimiter", default="", help="What is between columns; found out if left out.")
@click.option("--encoding", default="utf-8-sig", show_default=True)
def import_events(
    file: Path,
    url: str,
    source_key: str,
    secret: str,
    maps: Sequence[str],
    constants: Sequence[str],
    day_first: bool,
    time_format: str,
    timezone: str,
    delimiter: str,
    encoding: str,
) -> None:
    """Push the rows of a CSV FILE as events.

    FIELD is customer, time, touchpoint, id, score, scale, amount, currency, channel or
    property.NAME. Instead of a COLUMN there may be a text with columns in it:
    "first-contact-{origin|unknown}". An import that is run again adds nothing twice.
    """
    address = _address(url, source_key)
    times = TimeReader(_zone(timezone), day_first, time_format)
    skipped: list[tuple[int, str]] = []
    with httpx.Client(timeout=TIMEOUT_S) as client, _progress() as progress:
        pusher = Pusher(client, address, secret)
        try:
            with progress.open(file, "r", encoding=encoding, newline="", description="") as text:
                rows = _rows(text, delimiter)
                reader = RowReader(parse_mapping(maps, constants, rows.fieldnames or ()), times)
                for batch in _batches(rows, reader, skipped):
                    pusher.push(batch)
                    progress.update(progress.task_ids[0], description=_line(pusher.tally))
        except (BadMapping, PushFailed, csv.Error) as error:
            raise click.ClickException(str(error)) from error
        except UnicodeError as error:
            raise click.ClickException(f"The file is not {encoding}; try --encoding.") from error
    _report(pusher.tally, skipped)
    if skipped or pusher.tally.quarantined:
        sys.exit(1)


def _address(url: str, source_key: str) -> str:
    if "/ingest/" in url:
        return url
    if not source_key:
        raise click.UsageError("Give --source-key, or the source's whole address as --url.")
    return f"{url.rstrip('/')}/ingest/{source_key}"


def _zone(name: str) -> tzinfo:
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise click.BadParameter(f"There is no time zone “{name}”.") from error


def _rows(text: TextIO, delimiter: str) -> "csv.DictReader[str]":
    """The rows by the names in the first line. Raises BadMapping when there is none."""
    header = text.readline()
    if not header.strip():
        raise BadMapping("The file has no first line with the names of its columns.")
    delimiter = delimiter or max(DELIMITERS, key=header.count)
    names = next(csv.reader([header], delimiter=delimiter))
    return csv.DictReader(text, [name.strip() for name in names], delimiter=delimiter)


def _batches(
    rows: "csv.DictReader[str]", reader: RowReader, skipped: list[tuple[int, str]]
) -> Iterator[list[dict[str, Any]]]:
    """Events in portions; rows that cannot become one go to `skipped`, with their line."""
    batch: list[dict[str, Any]] = []
    for row in rows:
        try:
            batch.append(reader.event(row))
        except BadRow as error:
            skipped.append((rows.line_num + 1, str(error)))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _progress() -> Progress:
    return Progress(
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.description}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )


def _line(tally: Tally) -> str:
    return f"{tally.accepted:,} accepted · {tally.duplicates:,} known · {tally.quarantined:,} not"


def _report(tally: Tally, skipped: Sequence[tuple[int, str]]) -> None:
    table = Table(show_header=False, box=None)
    table.add_column(justify="right")
    table.add_row(f"{tally.accepted:,}", "accepted")
    table.add_row(f"{tally.duplicates:,}", "known already")
    table.add_row(f"{tally.quarantined:,}", "in quarantine")
    for reason, count in tally.reasons.most_common(SHOWN):
        table.add_row("", f"{count:,} × {reason}")
    if tally.waiting:
        table.add_row(f"{tally.waiting:,}", "stored, still being processed")
    table.add_row(f"{len(skipped):,}", "rows left out")
    for line, reason in skipped[:SHOWN]:
        table.add_row("", f"line {line}: {reason}")
    Console().print(table)
