"""`waymark import events`, as somebody with a table from their CRM uses it."""

import asyncio
import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pyarrow
import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result
from fastapi import FastAPI
from waymark.cli import main
from waymark.imports import running
from waymark.imports.pushing import Pusher, PushFailed
from waymark.imports.resuming import ENDING

from tests.factories.events import Sender, a_source, a_touchpoint
from tests.factories.maps import a_journey
from tests.factories.people import Person

LEADS = """\
lead,first contact,origin
l-1,2018-02-01,social
l-2,2018-02-02,
l-3,someday,social
l-4,2018-02-03,carrier pigeon
l-5,2018-02-10,social
"""
DEALS = "lead;won\nl-1;2/26/2018 19:58\nl-5;2/9/2018 08:00\n"

pytestmark = pytest.mark.worker


async def run(file: Path, sender: Sender, port: int, *options: str) -> Result:
    """The outcome of importing a file."""
    arguments = ["import", "events", str(file), "--source-key", sender.key]
    arguments += ["--url", f"http://127.0.0.1:{port}", "--secret", sender.secret]
    return await asyncio.to_thread(CliRunner().invoke, main, [*arguments, *options])


def outcome(result: Result) -> dict[str, int]:
    """The counts in the report."""
    lines = [line.strip().split(None, 1) for line in result.stdout.splitlines()]
    return {
        line[1].strip(): int(line[0])
        for line in lines
        if len(line) == 2 and line[0].isdecimal() and "×" not in line[1]
    }


def bookmarks(folder: Path) -> list[Path]:
    """What imports have left beside their files."""
    return list(folder.glob(f"*{ENDING}*"))


async def test_a_table_is_imported_once_however_often_it_is_run(
    app: FastAPI, admin: Person, port: int, tmp_path: Path
) -> None:
    keys = ["first-contact-social", "first-contact-unknown"]
    plan = {"All": {"First contact": keys, "Deal won": ["deal-won"]}}
    journey = await a_journey(admin, plan)
    sender = await a_source(app, admin)
    leads, deals = tmp_path / "leads.csv", tmp_path / "deals.csv"
    leads.write_text(LEADS)
    deals.write_text(DEALS)
    options = ["--map", "customer=lead", "--map", "time=first contact"]
    options += ["--map", "touchpoint=first-contact-{origin|unknown}"]
    first = await run(leads, sender, port, *options)
    assert first.exit_code == 1
    assert outcome(first) == {
        "accepted": 3,
        "known already": 0,
        "in quarantine": 1,
        "rows left out": 1,
    }
    assert "line 4: “someday” is not a date" in first.stdout
    assert "first-contact-carrier-pigeon" in first.stdout
    await a_touchpoint(admin, "first-contact-carrier-pigeon")
    again = await run(leads, sender, port, *options)
    assert outcome(again)["accepted"] == 1
    assert outcome(again)["known already"] == 3
    options = [
        "--map",
        "customer=lead",
        "--map",
        "time=won",
        "--set",
        "touchpoint=deal-won",
    ]
    won = await run(deals, sender, port, *options)
    assert (won.exit_code, outcome(won)["accepted"]) == (0, 2)
    answer = await admin.client.get(
        f"/api/v1/maps/{journey.id}/measures?from=2018-01-01&to=2018-12-31"
    )
    step = answer.json()["steps"][0]
    assert (step["customers"], step["next_customers"], step["next_after"]) == (3, 2, 1)


async def test_mistakes_are_told_before_anything_is_sent(
    app: FastAPI, admin: Person, port: int, tmp_path: Path
) -> None:
    sender = await a_source(app, admin)
    file = tmp_path / "leads.csv"
    file.write_text(LEADS)
    good = ["--map", "customer=lead", "--map", "time=first contact"]
    empty, latin = tmp_path / "empty.csv", tmp_path / "latin.csv"
    empty.write_text("")
    latin.write_bytes("lead,first contact\nJürgen,2018-01-01\n".encode("latin-1"))
    stranger = await a_source(app, admin)
    for result, word in (
        (await run(file, sender, port, *good, "--map", "id=number"), "no column"),
        (await run(file, sender, port, *good, "--timezone", "Mars/One"), "time zone"),
        (await run(file, sender, port, *good, "--no-guess", "--secret", ""), "--secret"),
        (await run(file, sender, port, *good[2:], "--no-guess"), "--map customer=COLUMN"),
        (await run(empty, sender, port, *good), "no first line"),
        (await run(latin, sender, port, *good), "--encoding"),
        (await run(file, sender, port, *good, "--secret", stranger.secret), "secret"),
        (await run(file, sender, port, *good, "--source-key", "nope"), "no source"),
    ):
        assert result.exit_code != 0
        assert word in result.output, result.output
    listed = await admin.client.get(admin.url("deliveries"))
    assert listed.json()["items"] == []


def test_a_batch_is_sent_again_while_waymark_is_away() -> None:
    answers = [
        httpx.Response(503, headers={"Retry-After": "7"}),
        httpx.ConnectError("refused"),
        httpx.Response(429),
        httpx.Response(202, json={"delivery_id": "d", "items": 2}),
    ]

    def answer(request: httpx.Request) -> httpx.Response:
        found = answers.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    pauses: list[float] = []
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        pusher = Pusher(client, "http://test/ingest/key", "secret", pauses.append)
        pusher.push([b"{}", b"{}"])
    assert pusher.tally.waiting == 2
    assert pauses[0] == 7
    assert len(pauses) == 3


def test_patience_ends_some_time() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(503))
    with httpx.Client(transport=transport) as client:
        pusher = Pusher(client, "http://test/ingest/key", "secret", lambda _: None)
        with pytest.raises(PushFailed):
            pusher.push([b"{}"])


AT = datetime(2018, 2, 1, 8, 30, tzinfo=UTC)
TRACES = """<log xmlns="http://www.xes-standard.org/">
<trace><string key="concept:name" value="c-1"/>
<event><string key="concept:name" value="Checkout"/>
<date key="time:timestamp" value="2018-02-01T09:30:00.000+01:00"/>
<string key="org:resource" value="till 3"/></event></trace>
<trace><string key="concept:name" value="c-2"/>
<event><string key="concept:name" value="Checkout"/></event></trace></log>"""


def write(path: Path) -> Path:
    """A file of this kind with an event of c-1 at the checkout, and one without a time."""
    good = {"customer": "c-1", "event": "Checkout", "time": AT.isoformat()}
    bad = {"customer": "c-2", "event": "Checkout", "time": None}
    match path.name.split(".", 1)[1]:
        case "ndjson":
            path.write_text(f"{json.dumps(good)}\n{json.dumps(bad)}\n")
        case "tsv":
            path.write_text(f"customer\tevent\ttime\nc-1\tCheckout\t{AT}\nc-2\tCheckout\t\n")
        case "xes":
            path.write_text(TRACES)
        case "xes.gz":
            path.write_bytes(gzip.compress(TRACES.encode()))
        case "parquet":
            content: list[dict[str, Any]] = [good | {"time": AT}, bad]
            pyarrow.parquet.write_table(pyarrow.Table.from_pylist(content), path)
    return path


async def test_every_kind_of_file_goes_in_without_a_mapping_and_only_once(
    app: FastAPI, admin: Person, port: int, tmp_path: Path
) -> None:
    await a_touchpoint(admin, "checkout")
    for ending, place in (
        ("tsv", "line 3"),
        ("ndjson", "line 2"),
        ("xes", "event 2"),
        ("xes.gz", "event 2"),
        ("parquet", "row 2"),
    ):
        sender = await a_source(app, admin)
        file = write(tmp_path / f"log.{ending}")
        first = await run(file, sender, port)
        assert outcome(first)["accepted"] == 1, (ending, first.output)
        assert f"{place}: the time is empty" in first.stdout, first.output
        assert "guessed" in first.stderr
        again = await run(file, sender, port)
        assert (outcome(again)["accepted"], outcome(again)["known already"]) == (0, 1)
    assert not bookmarks(tmp_path)


def test_a_preview_sends_nothing_and_needs_no_address(tmp_path: Path) -> None:
    file = write(tmp_path / "log.xes")
    shown = CliRunner().invoke(main, ["import", "events", str(file), "--preview", "5"])
    first, second = shown.stdout.splitlines()
    place, _, event = first.partition(": ")
    assert place == "event 1"
    made = json.loads(event)
    assert made.pop("id").startswith("row-")
    assert made == {
        "customer": "c-1",
        "occurred_at": "2018-02-01T08:30:00Z",
        "touchpoint": "checkout",
        "properties": {"org:resource": "till 3"},
    }
    assert second == "event 2: left out: the time is empty"


async def test_an_import_that_stopped_goes_on_where_it_was(
    app: FastAPI,
    admin: Person,
    port: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "BATCH", 10)
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    file = tmp_path / "long.csv"
    lines = [f"c-{number},checkout,2018-02-01" for number in range(95)]
    lines[7] = "c-7,checkout,someday"
    lines[80] = "c-80,checkout,never"
    file.write_text("\n".join(["customer,event,time", *lines]))
    push, pushed = Pusher.push, []

    def stopped_by_hand(self: Pusher, events: Any) -> None:
        pushed.append(len(events))
        if len(pushed) == 6:
            raise KeyboardInterrupt
        push(self, events)

    with monkeypatch.context() as patch:
        patch.setattr(Pusher, "push", stopped_by_hand)
        stopped = await run(file, sender, port)
    assert stopped.exit_code == 130
    assert outcome(stopped)["accepted"] == 50
    rest = await run(file, sender, port)
    assert "Going on after the first 51 rows" in rest.stderr
    assert outcome(rest) == {
        "accepted": 93,
        "known already": 0,
        "in quarantine": 0,
        "rows left out": 2,
    }
    assert not bookmarks(tmp_path)
    known = await run(file, sender, port)
    assert (outcome(known)["accepted"], outcome(known)["known already"]) == (0, 93)
