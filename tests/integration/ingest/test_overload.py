"""More comes in than can be written: some are asked at once to come back, the rest is stored."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg
import pytest
from fastapi import FastAPI
from sqlalchemy import make_url
from waymark.ingest.intake import committing

from tests.factories.events import a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person

ROOM = 5


@contextmanager
def nothing_is_written(database_url: str) -> Iterator[None]:
    """Somebody else holds the database, as a backup or a migration may."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(str(url.database), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
        return
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection:
        connection.execute("LOCK TABLE deliveries IN SHARE MODE")
        yield


async def test_who_is_sent_away_comes_back_and_nobody_waits_for_nothing(
    app: FastAPI, admin: Person, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committing, "MAX_WAITING", ROOM)
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    events = [an_event(id=f"e-{number}") for number in range(20)]
    with nothing_is_written(database_url):
        sent = [asyncio.create_task(sender.post(event)) for event in events]
        await asyncio.sleep(0.5)
        refused = [task.result() for task in sent if task.done()]
    answers = await asyncio.gather(*sent)
    stored = [answer for answer in answers if answer.status_code == 202]
    assert {answer.status_code for answer in refused} == {503}
    assert all(int(answer.headers["retry-after"]) > 0 for answer in refused)
    assert len(stored) == len(events) - len(refused) >= ROOM
    for event in events:
        assert (await sender.post(event)).status_code == 202
    await process_all(app)
    found = await admin.items("deliveries")
    assert sum(item["accepted"] for item in found) == len(events)
    assert sum(item["duplicates"] for item in found) == len(stored)
