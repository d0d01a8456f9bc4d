"""`waymark import events`, as somebody with a table from their CRM uses it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result
from fastapi import FastAPI
from waymark.cli import main
from waymark.ingest.pushing import Pusher, PushFailed
from waymark.settings import Settings

from tests.factories.events import Sender, a_source, a_touchpoint
from tests.factories.maps import a_journey
from tests.factories.people import Person
from tests.factories.processes import free_port, start_server

LEADS = """\
lead,first contact,origin
l-1,2018-02-01,social
l-2,2018-02-02,
l-3,someday,social
l-4,2018-02-03,carrier pigeon
l-5,2018-02-10,social
"""
DEALS = "lead;won\nl-1;2/26/2018 19:58\nl-5;2/9/2018 08:00\n"


@pytest.fixture
async def port(app: FastAPI, settings: Settings) -> AsyncIterator[int]:
    """A server on the test's database, at this port."""
    port = free_port()
    server = await asyncio.to_thread(start_server, settings, port, worker=True)
    yield port
    await asyncio.to_thread(server.stop)


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
        pusher.push([{}, {}])
    assert pusher.tally.waiting == 2
    assert pauses[0] == 7
    assert len(pauses) == 3


def test_patience_ends_some_time() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(503))
    with httpx.Client(transport=transport) as client:
        pusher = Pusher(client, "http://test/ingest/key", "secret", lambda _: None)
        with pytest.raises(PushFailed):
            pusher.push([{}])
