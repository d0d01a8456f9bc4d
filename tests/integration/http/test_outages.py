"""When the database is gone: an honest 503, and nothing that was acknowledged is lost."""

import asyncio

import psycopg
import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import make_url, text

from tests.factories.people import Person


async def _create(person: Person, name: str) -> int:
    path = person.url("personas")
    return (await person.client.post(path, json={"name": name})).status_code


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_database_that_went_away_is_a_503_and_comes_back(
    app: FastAPI, admin: Person, database_url: str
) -> None:
    assert await _create(admin, "Before") == 201
    url = make_url(database_url)
    server = url.set(drivername="postgresql", database="postgres")
    kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(server.render_as_string(hide_password=False), autocommit=True) as root:
        root.execute(f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS false")
        root.execute(kill, [url.database])
        path = admin.url("personas")
        answer = await admin.client.post(path, json={"name": "During"})
        assert answer.status_code == 503
        assert answer.json()["code"] == "unavailable"
        assert int(answer.headers["retry-after"]) > 0
        async with AsyncClient(transport=ASGITransport(app), base_url="http://test") as client:
            assert (await client.get("/readyz")).status_code == 503
            assert (await client.get("/healthz")).status_code == 200
        root.execute(f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS true")
    assert await _create(admin, "After") == 201
    listed = (await admin.client.get(path)).json()["items"]
    assert [persona["name"] for persona in listed] == ["After", "Before"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_full_disk_is_a_503_and_nothing_is_lost(app: FastAPI, admin: Person) -> None:
    assert await _create(admin, "Before") == 201
    async with app.state.database.reading() as session:
        pages = await session.scalar(text("PRAGMA page_count"))
    await _limit_pages(app, pages)
    statuses = [await _create(admin, "x" * 200) for _ in range(40)]
    assert statuses[-1] == 503
    stored = statuses.count(201)
    await _limit_pages(app, 1_000_000)
    assert await _create(admin, "After") == 201
    path = admin.url("personas?limit=200")
    assert len((await admin.client.get(path)).json()["items"]) == stored + 2


async def _limit_pages(app: FastAPI, pages: int) -> None:
    """SQLite answers "database or disk is full" beyond this; the limit is each connection's."""
    opened = [app.state.database.engine.connect() for _ in range(8)]
    connections = [await connection.start() for connection in opened]
    for connection in connections:
        await connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    await asyncio.gather(*(connection.close() for connection in connections))
