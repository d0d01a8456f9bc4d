"""The disk is full: nothing is acknowledged that is not stored, and what comes later is all there.

The limit on the size of files is the kernel's own (RLIMIT_FSIZE) and is set on the running server
and on the worker beside it: their writes fail as on a full disk. PostgreSQL's own answer to a full
disk is given by itself.
"""

import asyncio
import resource
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from fastapi import FastAPI
from sqlalchemy import create_engine, make_url, text
from waymark.settings import Settings

from tests.conftest import TEST_KEY
from tests.factories.crm import Crm
from tests.factories.events import a_source, a_touchpoint, an_event, process_all
from tests.factories.lone_source import lone_source
from tests.factories.people import Person
from tests.factories.processes import Process, free_port, start_server, wait_until_done

ROOM = 300_000
"""Bytes that are left when the disk begins to fill up."""
LOAD_S = 1.0


def test_a_disk_that_fills_up_under_load_loses_nothing(
    sqlite_template: Path, tmp_path: Path
) -> None:
    file = Path(shutil.copy(sqlite_template, tmp_path / "waymark.db"))
    settings = Settings(data_dir=tmp_path, database_url=f"sqlite:///{file}", secret_key=TEST_KEY)
    key, secret = lone_source(settings)
    port = free_port()
    process = start_server(settings, port, worker=True)
    crms = [Crm(key, secret, port, name) for name in ("a", "b", "c")]
    stopped = threading.Event()
    senders = [threading.Thread(target=crm.send_until, args=[stopped]) for crm in crms]
    try:
        for thread in senders:
            thread.start()
        time.sleep(LOAD_S)
        before = sum((crm.answers for crm in crms), Counter[int]())
        limit_files(process, largest(tmp_path) + ROOM)
        until_answered(crms, 503)
        limit_files(process, resource.RLIM_INFINITY)
        until_answered(crms, 202)
        time.sleep(LOAD_S)
        stopped.set()
        for thread in senders:
            thread.join()
        wait_until_done(settings)
    finally:
        stopped.set()
        process.stop()
    answers = sum((crm.answers for crm in crms), Counter[int]())
    assert before[202]
    assert set(answers) == {202, 503}, answers
    assert sum(crm.unavailable_without_retry_after for crm in crms) == 0
    acknowledged = [f"id:{event_id}" for crm in crms for event_id in crm.acknowledged]
    engine = create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))
    with engine.connect() as connection:
        stored = connection.execute(text("SELECT item_key FROM events")).scalars().all()
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    engine.dispose()
    assert set(acknowledged) <= set(stored)
    assert len(stored) == len(set(stored))


def limit_files(server: Process, size: int) -> None:
    """Let no file of this server and its worker grow beyond so many bytes."""
    for pid in [server.pid, *server.worker_pids]:
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))


def largest(folder: Path) -> int:
    """The size of the largest file."""
    return max(path.stat().st_size for path in folder.iterdir())


def until_answered(crms: list[Crm], status: int) -> None:
    """Until each of these has got this answer once more."""
    seen = [crm.answers[status] for crm in crms]
    until = time.monotonic() + 30
    while any(crm.answers[status] <= count for crm, count in zip(crms, seen, strict=True)):
        assert time.monotonic() < until, [crm.answers for crm in crms]
        time.sleep(0.02)


@contextmanager
def a_full_disk(database_url: str) -> Iterator[None]:
    """Have PostgreSQL say of whatever is written to the log of deliveries that its disk is full."""
    url = make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
        )
        connection.execute(
            "CREATE TRIGGER full_disk BEFORE INSERT ON deliveries EXECUTE FUNCTION full_disk()"
        )
        yield
        connection.execute("DROP FUNCTION full_disk CASCADE")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_postgresql_says_that_its_disk_is_full(
    app: FastAPI, admin: Person, database_url: str
) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    events = [an_event(id=f"e-{number}") for number in range(20)]
    with a_full_disk(database_url):
        answers = await asyncio.gather(*(sender.post(event) for event in events))
    assert {answer.status_code for answer in answers} == {503}
    assert all(int(answer.headers["retry-after"]) > 0 for answer in answers)
    assert await admin.items("deliveries") == []
    answers = await asyncio.gather(*(sender.post(event) for event in events))
    assert {answer.status_code for answer in answers} == {202}
    assert await process_all(app) == 20
