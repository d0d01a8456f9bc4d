"""What an import says of itself on the terminal."""

from collections.abc import Mapping, Set

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from waymark.imports.mapping import Template
from waymark.imports.pushing import Tally
from waymark.imports.running import SHOWN, Outcome

ERRORS = Console(stderr=True)


def progress_bar() -> Progress:
    """A bar with how far the import is."""
    return Progress(
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.description}", markup=False),
        TimeRemainingColumn(),
        console=ERRORS,
    )


def line(tally: Tally) -> str:
    """What became of the events so far, in few words."""
    return f"{tally.accepted:,} accepted · {tally.duplicates:,} known · {tally.quarantined:,} not"


def show_mapping(mapping: Mapping[str, Template], guessed: Set[str], keep_rest: bool) -> None:
    """Say, before anything is sent, which column is taken for what."""
    table = Table(show_header=False, box=None)
    for name, template in mapping.items():
        origin = "guessed from its name; change it with --map" if name in guessed else ""
        shown = template.only_column or template.text
        table.add_row(escape(name), "always" if template.fixed else "from", escape(shown), origin)
    if keep_rest:
        table.add_row("properties", "from", "all other columns", "")
    ERRORS.print(table)


def report(outcome: Outcome, unit: str) -> None:
    """Say at the end what became of everything."""
    tally = outcome.tally
    table = Table(show_header=False, box=None)
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    table.add_row(f"{tally.accepted:,}", "accepted")
    table.add_row(f"{tally.duplicates:,}", "known already")
    table.add_row(f"{tally.quarantined:,}", "in quarantine")
    for reason, count in tally.reasons.most_common(SHOWN):
        table.add_row("", escape(f"{count:,} × {reason}"))
    if tally.waiting:
        table.add_row(f"{tally.waiting:,}", "stored, still being processed")
    table.add_row(f"{outcome.left_out:,}", "rows left out")
    for example in outcome.examples:
        table.add_row("", escape(f"{unit} {example.number}: {example.reason}"))
    Console().print(table)
