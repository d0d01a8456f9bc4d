"""Without a database nothing is acknowledged, and the sender is asked to come back."""

from pathlib import Path

import psycopg
import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import make_url
from waymark.main import create_app
from waymark.settings import Settings

from tests.conftest import TEST_KEY
from tests.factories.events import a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person
from tests.factories.processes import free_port


async def the_answer(database_url: str, directory: Path) -> tuple[int, str]:
    """Status and Retry-After of an event sent to a Waymark with this database."""
    app = create_app(
        Settings(
            data_dir=directory,
            database_url=database_url,
            secret_key=TEST_KEY,
            worker=False,
        )
    )
    transport = ASGITransport(app)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        answer = await client.post("/ingest/some-key", json=an_event())
    await app.state.database.close()
    return answer.status_code, answer.headers.get("retry-after", "")


async def test_a_database_that_cannot_be_reached(tmp_path: Path) -> None:
    url = f"postgresql://waymark@127.0.0.1:{free_port()}/waymark"
    status, retry_after = await the_answer(url, tmp_path)
    assert status == 503
    assert int(retry_after) > 0


async def test_a_database_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "waymark.db").mkdir()
    url = f"sqlite:///{tmp_path / 'waymark.db'}"
    status, retry_after = await the_answer(url, tmp_path)
    assert status == 503
    assert int(retry_after) > 0


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_sender_succeeds_once_the_database_is_back(
    app: FastAPI, admin: Person, database_url: str, postgres_server: str
) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    name = make_url(database_url).database
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [name],
        )
        refused = await sender.post(an_event(id="a"))
        assert refused.status_code == 503
        assert refused.headers["retry-after"]
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert (await sender.post(an_event(id="a"))).status_code == 202
    assert await process_all(app) == 1
