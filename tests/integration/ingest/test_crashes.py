"""Killed in the middle of load: what was acknowledged exists, exactly once."""

import asyncio
import os
import threading
import time
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, update
from waymark.events.models import Event
from waymark.ingest.models import InboxEntry
from waymark.kit.clock import utcnow
from waymark.settings import Settings

from tests.factories.crm import BATCH, Crm
from tests.factories.events import a_source, a_touchpoint, process_all
from tests.factories.people import Person
from tests.factories.processes import (
    Process,
    free_port,
    start_server,
    start_worker,
)

ROUNDS = int(os.environ.get("WAYMARK_TEST_KILLS", "3"))
LOAD_S, LONGEST_S, PAUSE_S = 0.7, 30, 0.05
"""How long it is under load: until something was acknowledged, if the machine is slow."""


async def test_no_acknowledged_event_is_lost_or_doubled(
    app: FastAPI, admin: Person, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    port = free_port()
    crms = [Crm(sender.key, sender.secret, port, name) for name in ("a", "b", "c")]
    apart, started = not app.state.database.is_sqlite, time.monotonic()
    for _ in range(ROUNDS):
        await asyncio.to_thread(a_round, settings, port, crms, apart)
    await time_passes(app)
    await process_all(app)
    told = [event_id for crm in crms for event_id in crm.acknowledged]
    assert len(told) >= ROUNDS * BATCH
    async with app.state.database.reading() as session:
        stored = set(await session.scalars(select(Event.item_key)))
        rows = await session.scalar(select(func.count()).select_from(Event))
        states = set(await session.scalars(select(InboxEntry.state)))
    assert {f"id:{event_id}" for event_id in told} <= stored
    assert rows == len(stored)
    assert states == {"done"}
    with capsys.disabled():
        print(
            f"\n{app.state.database.url.get_backend_name()}: killed {ROUNDS} times, "
            f"{len(told):,} events acknowledged, each is there once, {rows:,} in all, "
            f"{time.monotonic() - started:.0f} s"
        )


def a_round(settings: Settings, port: int, crms: list[Crm], apart: bool) -> None:
    """Some load, in the middle of which every process is killed."""
    processes: list[Process] = [start_server(settings, port, worker=not apart)]
    if apart:
        processes.append(start_worker(settings))
    stopped, before = threading.Event(), sum(map(acknowledged, crms))
    senders = [threading.Thread(target=crm.send_until, args=[stopped]) for crm in crms]
    for thread in senders:
        thread.start()
    until = time.monotonic() + LONGEST_S
    stopped.wait(LOAD_S)
    while sum(map(acknowledged, crms)) <= before and time.monotonic() < until:
        stopped.wait(PAUSE_S)
    for process in processes:
        process.kill()
    stopped.set()
    for thread in senders:
        thread.join()


def acknowledged(crm: Crm) -> int:
    """How many events of this one are acknowledged."""
    return len(crm.acknowledged)


async def time_passes(app: FastAPI) -> None:
    """The leases of the killed workers run out."""
    async with app.state.database.writing() as session:
        await session.execute(
            update(InboxEntry)
            .where(InboxEntry.due_at.is_not(None))
            .values(due_at=utcnow() - timedelta(seconds=1))
        )
