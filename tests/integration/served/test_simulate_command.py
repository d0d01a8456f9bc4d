"""`waymark simulate`, against a server that runs, in every format."""

import asyncio
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from fastapi import FastAPI
from waymark.cli import main
from waymark.simulation.dialects.general import GITHUB_STYLE
from waymark.simulation.dialects.registry import DIALECTS

from tests.factories.events import Sender, a_source, a_touchpoint
from tests.factories.maps import a_journey
from tests.factories.people import Person

OWN_SECRET = "a secret that the sender has made"
ORGANIZATION = "00D24000000KqGTEA0"
UNTIL = "2026-11-01 12:00:00"
SENDERS_SECRET = (
    "standard-webhooks",
    "hmac",
    "hubspot",
    "zendesk",
    "intercom",
    "shopify",
    "stripe",
)
SETTINGS: dict[str, dict[str, str]] = {
    "salesforce": {"organization_id": ORGANIZATION},
    "hmac": {"header": GITHUB_STYLE.header, "prefix": GITHUB_STYLE.prefix},
}

pytestmark = pytest.mark.worker


async def a_source_for(app: FastAPI, admin: Person, key: str) -> Sender:
    """A source with this format, set up as its sender wants it."""
    own = key in SENDERS_SECRET
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" if key == "standard-webhooks" else OWN_SECRET
    fields: dict[str, Any] = {"format": key, "settings": SETTINGS.get(key, {})}
    return await a_source(app, admin, **fields, **({"secret": secret} if own else {}))


def arguments(sender: Sender, port: int, key: str, *options: str) -> list[str]:
    """A command that sends to this source."""
    secret = ORGANIZATION if key == "salesforce" else sender.secret
    found = ["simulate", "--url", f"http://localhost:{port}/ingest/{sender.key}"]
    found += ["--secret", secret, "--format", key, "--until", UNTIL, "--continue", "1"]
    return [*found, "--customers", "3", "--days", "20", "--rate", "500", *options]


async def run(*given: str) -> Result:
    """The outcome of a command."""
    return await asyncio.to_thread(CliRunner().invoke, main, list(given))


async def traffic(admin: Person, sender: Sender) -> dict[str, int]:
    """What became of all that a source sent, once it is processed."""
    until = time.monotonic() + 20
    query = {"source_id": sender.id, "limit": 200}
    states = {"received"}
    while states & {"received", "leased", "retry"} and time.monotonic() < until:
        await asyncio.sleep(0.1)
        listed = (await admin.client.get(admin.url("deliveries"), params=query)).json()["items"]
        states = {delivery["state"] for delivery in listed}
    source = (await admin.client.get(f"/api/v1/sources/{sender.id}")).json()
    found: dict[str, int] = source["health"]["last_day"]
    return found


def sent(result: Result) -> int:
    """The events that were sent, as the report says."""
    found = re.search(r"([\d,]+)\s+events sent", result.stdout)
    assert found, result.output
    return int(found[1].replace(",", ""))


async def test_every_format_is_spoken_and_understood(
    app: FastAPI, admin: Person, port: int
) -> None:
    for key in ("social-ad", "checkout"):
        await a_touchpoint(admin, key)
    for key, dialect in DIALECTS.items():
        sender = await a_source_for(app, admin, key)
        options = [] if dialect.journey else ["--touchpoints", "social-ad,checkout"]
        result = await run(*arguments(sender, port, key, *options))
        assert result.exit_code == 0, (key, result.output)
        found = await traffic(admin, sender)
        assert found["events"] == sent(result), (key, found)
        assert found["events"] >= 3, key
        assert (found["quarantined"], found["dead"]) == (0, 0), key
        assert "answers: " in result.stdout


async def test_the_same_again_adds_nothing(app: FastAPI, admin: Person, port: int) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    command = arguments(sender, port, "waymark", "--touchpoints", "checkout", "--customers", "40")
    first, again = await run(*command), await run(*command)
    assert sent(first) == sent(again) == 40
    assert (await traffic(admin, sender))["events"] == 40


async def test_a_map_is_walked_and_measured(app: FastAPI, admin: Person, port: int) -> None:
    plan = {
        "Before": {"Hears": ["ad"], "Looks": ["website", "app"]},
        "Buys": {"Pays": ["checkout"]},
    }
    journey = await a_journey(admin, plan)
    key = await admin.make("api-keys", name="Simulation", scope="read")
    sender = await a_source(app, admin)
    options = ["--map", journey.id, "--api", f"http://localhost:{port}", "--api-key", key["secret"]]
    options += ["--customers", "200", "--continue", "0.8,0.5"]
    result = await run(*arguments(sender, port, "waymark", *options))
    assert result.exit_code == 0, result.output
    await traffic(admin, sender)
    answer = await admin.client.get(
        f"/api/v1/maps/{journey.id}/measures?from=2026-10-01&to=2026-11-01"
    )
    hears, looks, pays = answer.json()["steps"]
    assert hears["customers"] == 200
    assert hears["share_continued"] == pytest.approx(0.78, abs=0.06)
    assert looks["share_continued"] == pytest.approx(0.47, abs=0.08)
    assert pays["value"] > 0


async def test_mistakes_are_told(app: FastAPI, admin: Person, port: int) -> None:
    sender = await a_source(app, admin)
    shop = await a_source_for(app, admin, "shopify")
    api = ["--api", f"http://localhost:{port}", "--api-key", "wrong"]
    plain = ["--touchpoints", "checkout"]
    for key, source, options, word in (
        ("waymark", sender, [], "at least one touchpoint"),
        ("waymark", sender, [*plain, "--secret", "wrong"], "answered 401"),
        ("waymark", sender, [*plain, "--continue", "2"], "between 0 and 1"),
        ("waymark", sender, [*plain, "--continue", "many"], "many"),
        ("waymark", sender, [*plain, "--demo"], "stands alone"),
        ("waymark", sender, ["--map", "nope"], "takes an API key"),
        ("waymark", sender, ["--map", "nope", *api], "answered 401"),
        ("shopify", shop, ["--touchpoints", "social-ad"], "no words for social-ad"),
    ):
        result = await run(*arguments(source, port, key, *options))
        assert result.exit_code != 0
        assert word in result.output, result.output


async def test_it_can_be_stopped_and_keeps_to_its_rate(
    app: FastAPI, admin: Person, port: int
) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    options = ["--touchpoints", "checkout", "--customers", "100000", "--rate", "40"]
    command = [
        str(Path(sys.executable).with_name("waymark")),
        *arguments(sender, port, "waymark", *options),
    ]
    process = await asyncio.to_thread(
        subprocess.Popen,
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell starts what runs in its background deaf to interrupts, and so would these be.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    for _ in range(60):
        await asyncio.sleep(0.5)
        if (await traffic(admin, sender))["events"] >= 40:
            break
    process.send_signal(signal.SIGINT)
    out, errors = await asyncio.to_thread(process.communicate, timeout=20)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    found = re.search(r"([\d,]+)\s+events a second", out)
    assert found, out
    assert 20 <= int(found[1].replace(",", "")) <= 48
