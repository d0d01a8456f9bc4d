"""`waymark import`: files of events, pushed through the ingest address like any other sender's."""

import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
import httpx

from waymark.imports.events import EventMaker
from waymark.imports.guessing import guess
from waymark.imports.mapping import BadMapping, Template, check, parse_mapping
from waymark.imports.occurrences import Occurrences
from waymark.imports.opening import FileKind, kind_of, opened
from waymark.imports.pushing import TIMEOUT_S, Pusher, PushFailed, Tally
from waymark.imports.reporting import ERRORS, line, progress_bar, report, show_mapping
from waymark.imports.resuming import Bookmark
from waymark.imports.running import Outcome, preview, send
from waymark.imports.tables import BadFile, Table
from waymark.imports.times import TimeReader

INTERRUPTED = 130


@click.group("import")
def import_group() -> None:
    """Bring in events that are already there."""


@import_group.command("events")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--url", default="http://localhost:8000", show_default=True, help="Waymark's address."
)
@click.option("--source-key", default="", help="The source's key, unless --url has it already.")
@click.option("--secret", envvar="WAYMARK_SOURCE_SECRET", default="", help="The source's secret.")
@click.option(
    "--format", "kind", type=click.Choice(list(FileKind)), help="Unless the file's name says it."
)
@click.option(
    "maps", "--map", multiple=True, metavar="FIELD=COLUMN", help="Where to find what events say."
)
@click.option(
    "constants", "--set", multiple=True, metavar="FIELD=VALUE", help="Said of every event."
)
@click.option("--guess/--no-guess", "guesses", default=True, help="Map what is not given by name.")
@click.option(
    "--keep-rest/--leave-rest",
    default=None,
    help="Keep all other columns as properties.  [default: for XES]",
)
@click.option(
    "--preview", "count", type=click.IntRange(1, 1000), help="Show the first rows, send nothing."
)
@click.option("--from-start", is_flag=True, help="Do not go on where an import stopped.")
@click.option("--day-first", is_flag=True, help="1/2/2018 is the first of February.")
@click.option("--time-format", default="", help="A strptime format, or unix, or unix-ms.")
@click.option("--timezone", default="UTC", show_default=True, help="Of times without an offset.")
@click.option("--delimiter", default="", help="What is between columns; found out if left out.")
@click.option("--encoding", default="", help="Of CSV and TSV.  [default: UTF-8, or as marked]")
def import_events(
    file: Path,
    url: str,
    source_key: str,
    secret: str,
    kind: str | None,
    maps: Sequence[str],
    constants: Sequence[str],
    guesses: bool,
    keep_rest: bool | None,
    count: int | None,
    from_start: bool,
    day_first: bool,
    time_format: str,
    timezone: str,
    delimiter: str,
    encoding: str,
) -> None:
    """Push the rows of FILE as events: CSV, TSV, NDJSON, XES or Parquet.

    FIELD is customer, time, touchpoint, id, score, scale, amount, currency, channel or
    property.NAME. Instead of a COLUMN there may be a text with columns in it:
    "first-contact-{origin|unknown}". What is not mapped is guessed from the names of the columns
    and shown. An import that stopped goes on when it is run again, and adds nothing twice.
    """
    if len(delimiter) > 1:
        raise click.BadParameter("One character, please.", param_hint="--delimiter")
    times = TimeReader(_zone(timezone), day_first, time_format)
    try:
        chosen = FileKind(kind) if kind else kind_of(file)
        with (
            opened(file, chosen, delimiter, encoding) as table,
            closing(Occurrences()) as occurrences,
        ):
            keep = chosen is FileKind.XES if keep_rest is None else keep_rest
            mapping = _mapping(table, maps, constants, guesses, keep)
            maker = EventMaker(mapping, times, occurrences, keep)
            if count:
                for number, made in preview(table, maker, count):
                    shown = made.decode() if isinstance(made, bytes) else f"left out: {made.reason}"
                    click.echo(f"{table.unit} {number}: {shown}")
                return
            address = _address(url, source_key)
            said = [address, chosen, keep, times, delimiter, encoding, sorted(mapping.items())]
            outcome = _send(table, maker, address, secret, Bookmark(file, said), from_start)
    except (BadFile, BadMapping) as error:
        raise click.ClickException(f"{error} {error.hint}".strip()) from error
    except PushFailed as error:
        raise click.ClickException(str(error)) from error
    report(outcome, table.unit)
    if outcome.left_out or outcome.tally.quarantined:
        sys.exit(1)


def _mapping(
    table: Table, maps: Sequence[str], constants: Sequence[str], guesses: bool, keep_rest: bool
) -> dict[str, Template]:
    """What is given and what is guessed, shown on the terminal. Raises BadMapping."""
    given = parse_mapping(maps, constants)
    guessed = guess(table.columns, given) if guesses else {}
    mapping = given | guessed
    check(mapping, table.columns, table.lists_columns)
    show_mapping(mapping, guessed.keys(), keep_rest)
    return mapping


def _send(
    table: Table,
    maker: EventMaker,
    address: str,
    secret: str,
    bookmark: Bookmark,
    from_start: bool,
) -> Outcome:
    """Everything that is still to be sent. Raises BadFile, PushFailed."""
    if not secret:
        raise click.UsageError("Give the source's --secret, or set WAYMARK_SOURCE_SECRET.")
    before = None if from_start else bookmark.read()
    outcome = Outcome(before.tally if before else Tally())
    if before:
        outcome.left_out = before.left_out
        ERRORS.print(f"Going on after the first {before.rows:,} rows.")
    with httpx.Client(timeout=TIMEOUT_S) as client, progress_bar() as bar:
        pusher = Pusher(client, address, secret, tally=outcome.tally)
        task = bar.add_task("", total=table.size)

        def told() -> None:
            bar.update(task, completed=table.position(), description=line(outcome.tally))

        try:
            send(table, maker, pusher, bookmark, outcome, before.rows if before else 0, told)
        except KeyboardInterrupt:
            bar.stop()
            ERRORS.print("Stopped. The same command goes on from here.")
            report(outcome, table.unit)
            sys.exit(INTERRUPTED)
    bookmark.remove()
    return outcome


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
