"""A server that runs for as long as the tests of a module: starting one takes longer than a test.

Each test has a workspace of its own there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def a_server(
    request: pytest.FixtureRequest, factory: pytest.TempPathFactory, *, worker: bool
) -> Iterator[Served]:
    """A server on a database of the kind that the request's parameter names."""
    directory, port = factory.mktemp("server"), free_port()
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
