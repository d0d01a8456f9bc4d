"""A server that runs for as long as the tests of a module: starting one takes longer than a test.

Each test has a workspace of its own there, and an application beside it on the same database. A
module that wants the server to process what comes in says `pytestmark = pytest.mark.worker`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from waymark.settings import Settings

from tests.conftest import TEST_KEY, a_database
from tests.factories.processes import free_port, start_server


@dataclass(frozen=True)
class Served:
    """A running server: its settings, for an application beside it, and its port."""

    settings: Settings
    port: int


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The server that all tests of the module talk to."""
    directory, port = tmp_path_factory.mktemp("server"), free_port()
    worker = request.node.get_closest_marker("worker") is not None
    with a_database(request, directory) as url:
        settings = Settings(
            data_dir=directory,
            database_url=url,
            secret_key=TEST_KEY,
            worker=False,
            log_level="ERROR",
        )
        process = start_server(settings, port, worker=worker)
        try:
            yield Served(settings, port)
        finally:
            process.stop()


@pytest.fixture
def settings(served: Served) -> Settings:
    """Settings of an application beside it."""
    return served.settings


@pytest.fixture
def port(served: Served) -> int:
    """Where it listens."""
    return served.port
