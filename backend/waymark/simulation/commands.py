"""`waymark simulate`: a population for demonstrations and for load."""

import asyncio
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from waymark.demo.events import DemoEvent
from waymark.demo.population import population
from waymark.kit.clock import utcnow
from waymark.simulation.dialects.base import Dialect
from waymark.simulation.dialects.registry import DIALECTS
from waymark.simulation.maps import read_plan
from waymark.simulation.plan import BadPlan, Stop, from_touchpoints, with_shares, within
from waymark.simulation.population import play
from waymark.simulation.sending import NO_ANSWER, Refused, Sent, Target, send_all

INTERRUPTED = 130


@click.command()
@click.option("--url", required=True, help="The source's whole address.")
@click.option("--secret", envvar="WAYMARK_SOURCE_SECRET", required=True, help="Its secret.")
@click.option(
    "--format", "key", type=click.Choice(list(DIALECTS)), default="waymark", show_default=True
)
@click.option("--touchpoints", default="", metavar="A,B,C", help="The way, by touchpoints' keys.")
@click.option("--map", "map_id", default="", metavar="ID", help="The way through this map.")
@click.option("--demo", is_flag=True, help="The way of the demo's customers, over 75 days.")
@click.option("--api", default="http://localhost:8000", show_default=True, help="For --map.")
@click.option("--api-key", envvar="WAYMARK_API_KEY", default="", help="For --map.")
@click.option(
    "--continue", "shares", default="", metavar="SHARE,…", help="Who go on: 0.8, or each."
)
@click.option("--customers", type=click.IntRange(1, 1_000_000), default=200, show_default=True)
@click.option("--days", type=click.IntRange(1, 3650), default=30, show_default=True)
@click.option(
    "--until", type=click.DateTime(), default=None, help="When it ends, UTC.  [default: now]"
)
@click.option("--rate", type=click.FloatRange(0.1, 100_000), default=50, show_default=True)
@click.option("--senders", type=click.IntRange(1, 64), default=4, show_default=True)
@click.option("--seed", type=int, default=7, show_default=True)
def simulate(
    url: str,
    secret: str,
    key: str,
    touchpoints: str,
    map_id: str,
    demo: bool,
    api: str,
    api_key: str,
    shares: str,
    customers: int,
    days: int,
    until: datetime | None,
    rate: float,
    senders: int,
    seed: int,
) -> None:
    """Send the events of customers who are not there, RATE events a second.

    They walk from touchpoint to touchpoint and drop off on the way, over the last DAYS days. With
    the same --seed and --until the same events are sent again, and count once.
    """
    dialect = DIALECTS[key]
    end = until.replace(tzinfo=UTC) if until else utcnow()
    try:
        if demo:
            if dialect.journey or touchpoints or map_id or shares:
                raise BadPlan("--demo stands alone, in a format that can speak of any touchpoint.")
            events: Iterator[DemoEvent] = iter(population(end, seed=seed, customers=customers))
        else:
            stops = _stops(dialect, touchpoints, map_id, api, api_key, shares)
            way = within(stops, days)
            events = play(way, customers=customers, days=days, until=end, seed=seed)
    except BadPlan as error:
        raise click.ClickException(str(error)) from error
    sent = Sent()
    try:
        _run(events, Target(url.rstrip("/"), secret, dialect, rate, senders), sent)
    except KeyboardInterrupt:
        _report(sent)
        sys.exit(INTERRUPTED)
    except Refused as error:
        _report(sent)
        raise click.ClickException(str(error)) from error
    _report(sent)
    if sent.given_up:
        sys.exit(1)


def _stops(
    dialect: Dialect, touchpoints: str, map_id: str, api: str, api_key: str, shares: str
) -> list[Stop]:
    """The way to go. Raises BadPlan."""
    if map_id and touchpoints:
        raise BadPlan("Give --map or --touchpoints, not both.")
    if map_id and not api_key:
        raise BadPlan("Reading a map takes an API key: --api-key, or WAYMARK_API_KEY.")
    if map_id:
        stops = read_plan(api, map_id, api_key)
    else:
        named = [name.strip() for name in touchpoints.split(",") if name.strip()]
        stops = from_touchpoints(named or dialect.journey)
    unknown = {name for stop in stops for name in stop.touchpoints} - set(dialect.journey)
    if dialect.journey and unknown:
        known = ", ".join(dialect.journey)
        raise BadPlan(
            f"{dialect.key} has no words for {', '.join(sorted(unknown))}; it has for {known}."
        )
    if not shares:
        return stops
    try:
        return with_shares(stops, [float(share) for share in shares.split(",")])
    except ValueError as error:
        raise BadPlan(str(error)) from error


def _run(events: Iterator[DemoEvent], target: Target, sent: Sent) -> None:
    """Send everything, and say how far it is. Raises Refused, KeyboardInterrupt."""
    with Progress(
        BarColumn(),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    ) as bar:
        task = bar.add_task("", total=None)

        def told() -> None:
            bar.update(task, description=f"{sent.events:,} events · {_answers(sent)}")

        asyncio.run(send_all(events, target, sent, told))


def _answers(sent: Sent) -> str:
    return ", ".join(
        f"{count:,} × {'no answer' if status == NO_ANSWER else status}"
        for status, count in sorted(sent.answers.items())
    )


def _report(sent: Sent) -> None:
    table = Table(show_header=False, box=None)
    table.add_column(justify="right")
    table.add_row(f"{sent.events:,}", "events sent")
    if sent.given_up:
        table.add_row(f"{sent.given_up:,}", "events given up")
    table.add_row(f"{sum(sent.answers.values()):,}", f"answers: {_answers(sent)}")
    if sent.seconds and sent.times:
        table.add_row(f"{sent.events / sent.seconds:,.0f}", "events a second")
        table.add_row(f"{1000 * sent.percentile(50):,.0f} ms", "until half of the answers came")
        table.add_row(f"{1000 * sent.percentile(99):,.0f} ms", "until 99 of 100 came")
    Console().print(table)
