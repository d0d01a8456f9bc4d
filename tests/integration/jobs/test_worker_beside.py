"""The server has its worker in a process beside it, and neither is ever without the other."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from waymark.settings import Settings

from tests.conftest import TEST_KEY
from tests.factories.events import an_event
from tests.factories.lone_source import lone_source
from tests.factories.processes import Process, free_port, start_server

LONGEST_S = 30


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + LONGEST_S
    while not holds():
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    """Whether there is such a process."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def what_becomes_of_an_event(port: int, key: str, secret: str) -> int:
    """Status of the answer to an event whose sender waits until it is understood."""
    headers = {"Authorization": f"Bearer {secret}", "Prefer": "wait=10"}
    url = f"http://127.0.0.1:{port}/ingest/{key}"
    return httpx.post(url, json=an_event(), headers=headers, timeout=20).status_code


@pytest.mark.parametrize("end", [Process.stop, Process.kill_alone])
def test_a_worker_that_is_killed_comes_back_and_ends_with_its_server(
    database_url: str, tmp_path: Path, end: Callable[[Process], None]
) -> None:
    settings = Settings(data_dir=tmp_path, database_url=database_url, secret_key=TEST_KEY)
    key, secret = lone_source(settings)
    port = free_port()
    server = start_server(settings, port, worker=True)
    try:
        assert what_becomes_of_an_event(port, key, secret) == 200
        [first] = server.worker_pids
        os.kill(first, signal.SIGKILL)
        until(lambda: server.worker_pids not in ([], [first]))
        assert what_becomes_of_an_event(port, key, secret) == 200
        [second] = server.worker_pids
    finally:
        end(server)
    until(lambda: not is_running(second))
