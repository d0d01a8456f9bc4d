"""An import that runs: it stops, goes on, survives its worker, and follows its source."""

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI
from waymark.imports.uploads.models import Import
from waymark.imports.uploads.working import Importer
from waymark.kit.clock import utcnow

from tests.factories.events import Sender, a_source, a_touchpoint
from tests.factories.imports import (
    a_plan,
    an_import,
    an_importer,
    import_all,
    shown_import,
    start_import,
)
from tests.factories.people import Person


async def with_many(app: FastAPI, admin: Person) -> tuple[Sender, dict[str, Any]]:
    """A source, and an import of 2,000 rows into it that was started."""
    await a_touchpoint(admin, "news")
    sender = await a_source(app, admin)
    rows = "".join(f"c-{number},2018-02-01,news\n" for number in range(2000))
    uploaded = await an_import(admin, sender.id, "customer,time,event\n" + rows)
    plan = a_plan(customer="customer", time="time", touchpoint="event")
    return sender, await start_import(admin, uploaded["id"], plan)


async def test_it_stops_and_goes_on_where_it_was(app: FastAPI, admin: Person) -> None:
    _, started = await with_many(app, admin)
    work = asyncio.create_task(import_all(app))
    for _ in range(1000):
        if (await shown_import(admin, started["id"]))["rows"]:
            break
        await asyncio.sleep(0.01)
    stopped = await admin.client.post(f"/api/v1/imports/{started['id']}/stop")
    assert stopped.json()["state"] == "stopped"
    await work
    halted = await shown_import(admin, started["id"])
    assert halted["state"] == "stopped"
    assert 0 < halted["rows"] == halted["accepted"] < 2000
    await admin.client.post(f"/api/v1/imports/{started['id']}/resume")
    await import_all(app)
    done = await shown_import(admin, started["id"])
    assert (done["state"], done["rows"], done["accepted"]) == ("done", 2000, 2000)


class Killed(BaseException):
    """The end of a worker, which nothing of ours catches."""


async def test_another_worker_goes_on_after_a_crash(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one ends after a batch was taken in, before that was written down."""
    _, started = await with_many(app, admin)

    async def killed(*_: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Importer, "_note", killed)
        with pytest.raises(Killed):
            await import_all(app)
    assert (await shown_import(admin, started["id"]))["state"] == "leased"
    async with app.state.database.writing() as session:
        row = await session.get(Import, started["id"])
        row.due_at = utcnow()
    await import_all(app)
    done = await shown_import(admin, started["id"])
    assert (done["state"], done["rows"]) == ("done", 2000)
    assert (done["accepted"], done["duplicates"]) == (1500, 500)


async def test_a_worker_that_is_to_end_lets_go(app: FastAPI, admin: Person) -> None:
    _, started = await with_many(app, admin)
    stop = asyncio.Event()
    stop.set()
    await an_importer(app, stop).do()
    assert (await shown_import(admin, started["id"]))["state"] == "received"
    await import_all(app)
    assert (await shown_import(admin, started["id"]))["state"] == "done"


async def test_a_paused_source_keeps_what_is_imported_until_it_is_resumed(
    app: FastAPI, admin: Person
) -> None:
    sender, started = await with_many(app, admin)
    await admin.client.patch(
        f"/api/v1/sources/{sender.id}", json={"state": "paused"}, headers={"If-Match": sender.etag}
    )
    await import_all(app)
    done = await shown_import(admin, started["id"])
    assert (done["state"], done["accepted"], done["waiting"]) == ("done", 0, 2000)


async def test_a_source_that_is_retired_ends_its_imports(app: FastAPI, admin: Person) -> None:
    sender, started = await with_many(app, admin)
    await admin.client.patch(
        f"/api/v1/sources/{sender.id}", json={"state": "retired"}, headers={"If-Match": sender.etag}
    )
    await import_all(app)
    failed = await shown_import(admin, started["id"])
    assert failed["state"] == "dead"
    assert "retired" in failed["error"]
