"""The worker: no bad delivery stops the others, no crash loses one, nothing counts twice."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, update
from waymark.events.models import Event
from waymark.ingest.models import NEVER, Delivery, InboxEntry
from waymark.ingest.processing import projection, worker
from waymark.ingest.processing.worker import process_due, run_worker
from waymark.jobs import leases, loop
from waymark.kit.clock import utcnow
from waymark.kit.errors import Unavailable

from tests.factories.events import (
    Sender,
    a_source,
    a_touchpoint,
    an_event,
    process_all,
)
from tests.factories.people import Person


@pytest.fixture
async def sender(app: FastAPI, admin: Person) -> Sender:
    """A source whose workspace has the touchpoint `checkout`."""
    await a_touchpoint(admin, "checkout")
    return await a_source(app, admin)


async def send(sender: Sender, *ids: str) -> list[str]:
    """Send an event per id; answers the deliveries' ids."""
    answers = [await sender.post(an_event(id=event_id)) for event_id in ids]
    return [answer.json()["delivery_id"] for answer in answers]


async def entries(app: FastAPI) -> dict[str, InboxEntry]:
    """The inbox by delivery."""
    async with app.state.database.reading() as session:
        rows = await session.scalars(select(InboxEntry))
        return {row.delivery_id: row for row in rows}


async def count_events(app: FastAPI) -> int:
    """How many events there are."""
    async with app.state.database.reading() as session:
        return (await session.scalar(select(func.count()).select_from(Event))) or 0


async def time_passes(app: FastAPI) -> None:
    """Every lease runs out and every backoff is over."""
    async with app.state.database.writing() as session:
        await session.execute(
            update(InboxEntry)
            .where(InboxEntry.due_at.is_not(None))
            .values(due_at=utcnow() - timedelta(seconds=1))
        )


async def test_a_delivery_that_cannot_be_processed_stops_no_other(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    first, bad, last = await send(sender, "a", "b", "c")
    async with app.state.database.writing() as session:
        await session.execute(
            update(Delivery).where(Delivery.id == bad).values(body=b"no longer JSON")
        )
    await process_due(app.state.database, app.state.vault)
    found = await entries(app)
    assert [found[each].state for each in (first, bad, last)] == [
        "done",
        "retry",
        "done",
    ]
    assert "Malformed" in found[bad].error
    for _ in range(leases.MAX_ATTEMPTS - 1):
        await time_passes(app)
        await process_all(app)
    dead = (await entries(app))[bad]
    assert (dead.state, dead.attempts, dead.due_at) == ("dead", 10, None)
    listed = await admin.client.get(admin.url("deliveries"))
    assert listed.json()["items"][1]["state"] == "dead"


async def test_a_crash_before_the_commit_only_delays(
    app: FastAPI, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    await send(sender, "a", "b")

    async def crash(*_: Any) -> None:
        raise asyncio.CancelledError

    with monkeypatch.context() as patch:
        patch.setattr(projection, "write_notes", crash)
        with pytest.raises(asyncio.CancelledError):
            await process_due(app.state.database, app.state.vault)
    assert await count_events(app) == 0
    assert await process_due(app.state.database, app.state.vault) == 0
    await time_passes(app)
    assert await process_due(app.state.database, app.state.vault) == 2
    assert await count_events(app) == 2


async def test_a_worker_that_was_too_slow_leaves_the_delivery_to_its_successor(
    app: FastAPI, sender: Sender
) -> None:
    (delivery_id,) = await send(sender, "a")
    database, vault = app.state.database, app.state.vault
    async with database.writing() as session:
        due = worker.queries.due_entries(utcnow(), 10)
        slow = list(await leases.take(session, due, utcnow()))
    await time_passes(app)
    async with database.writing() as session:
        due = worker.queries.due_entries(utcnow(), 10)
        successor = list(await leases.take(session, due, utcnow()))
    await projection.project(database, vault, slow)
    assert await count_events(app) == 0
    await projection.project(database, vault, successor)
    assert await count_events(app) == 1
    done = (await entries(app))[delivery_id]
    assert (done.state, done.attempts, done.accepted) == ("done", 2, 1)


async def test_several_workers_share_the_work(app: FastAPI, sender: Sender) -> None:
    batches = [[f"{n}-{m}" for m in range(5)] for n in range(30)]
    for batch in [*batches, *batches]:
        await sender.post([an_event(id=event_id) for event_id in batch])
    await asyncio.gather(*(process_all(app) for _ in range(4)))
    assert {row.state for row in (await entries(app)).values()} == {"done"}
    assert await count_events(app) == 150
    rows = (await entries(app)).values()
    assert sum(row.accepted for row in rows) == 150
    assert sum(row.duplicates for row in rows) == 150


async def test_the_worker_starts_at_once_and_stops_when_told(
    app: FastAPI, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "POLL_S", 3600)  # it does not look by itself
    stop, state = asyncio.Event(), app.state
    running = asyncio.create_task(run_worker(state.database, state.vault, stop, state.wake_worker))
    await asyncio.sleep(0.1)
    answer = await sender.post(an_event(), Prefer="wait=10")
    assert answer.status_code == 200
    stop.set()
    await asyncio.wait_for(running, 10)


async def test_the_worker_outlives_a_failure(
    app: FastAPI, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "PAUSE_AFTER_FAILURE_S", 0.01)
    stop, wake, calls = asyncio.Event(), asyncio.Event(), 0

    async def task() -> int:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise RuntimeError("the database is gone")
        stop.set()
        return 1

    await asyncio.wait_for(loop.work(task, stop, wake), 2)
    assert calls == 2


async def test_what_was_in_hand_when_the_database_went_away_is_due_once_it_is_back(
    app: FastAPI, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    await send(sender, "a", "b")
    working = worker.Worker(app.state.database, app.state.vault)

    async def gone(*_: Any) -> None:
        raise Unavailable("The database cannot be reached just now.")

    with monkeypatch.context() as patch:
        patch.setattr(projection, "write_notes", gone)
        with pytest.raises(Unavailable):
            await working.process_due()
    assert await count_events(app) == 0
    assert await working.process_due() == 2
    assert await count_events(app) == 2
    assert {row.attempts for row in (await entries(app)).values()} == {1}


async def test_a_delivery_that_fails_while_its_source_is_paused_waits_until_it_is_resumed(
    app: FastAPI, admin: Person, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    (delivery_id,) = await send(sender, "a")

    async def paused_meanwhile(*_: Any) -> None:
        await set_state(admin, sender, "paused")
        raise RuntimeError("something of ours")

    with monkeypatch.context() as patch:
        patch.setattr(worker, "project", paused_meanwhile)
        await process_due(app.state.database, app.state.vault)
    assert (await entries(app))[delivery_id].state == "retry"
    assert (await entries(app))[delivery_id].due_at == NEVER
    await set_state(admin, sender, "active")
    await process_all(app)
    assert (await entries(app))[delivery_id].state == "done"


async def set_state(admin: Person, sender: Sender, state: str) -> None:
    """Pause or resume a source."""
    path = f"/api/v1/sources/{sender.id}"
    etag = (await admin.client.get(path)).headers["etag"]
    answer = await admin.client.patch(path, json={"state": state}, headers={"If-Match": etag})
    assert answer.status_code == 200, answer.text
