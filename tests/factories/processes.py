"""Waymark as its operators run it: processes of their own, which can be killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
from sqlalchemy import create_engine, func, select, update
from waymark.ingest.models import InboxEntry
from waymark.jobs.leases import LEASED
from waymark.kit.clock import utcnow
from waymark.settings import Settings

START_TIMEOUT_S = 60
DONE_WITHIN_S = 60


def free_port() -> int:
    """A port on which nothing listens just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Process:
    """A running `waymark` command."""

    handle: subprocess.Popen[bytes]

    def kill(self) -> None:
        """End it at once, as `kill -9` does."""
        self.handle.send_signal(signal.SIGKILL)
        self.handle.wait()

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        if self.handle.poll() is None:
            self.handle.terminate()
            self.handle.wait(20)


def start_worker(settings: Settings) -> Process:
    """A worker on the settings' database."""
    return _start(settings, "worker")


def start_server(settings: Settings, port: int, *, worker: bool) -> Process:
    """An API on the settings' database, with or without a worker in it, once it answers."""
    flag = "true" if worker else "false"
    process = _start(settings, "serve", "--port", str(port), WAYMARK_WORKER=flag)
    until = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < until:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 200:
                return process
        except httpx.TransportError:
            time.sleep(0.1)
        assert process.handle.poll() is None, "the server ended"
    process.kill()
    raise AssertionError("the server did not start")


def wait_until_done(settings: Settings) -> None:
    """Until the worker has processed everything that came in; leases that were lost run out."""
    engine = create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))
    lost = update(InboxEntry).where(InboxEntry.state == LEASED).values(due_at=utcnow())
    waiting = select(func.count()).where(InboxEntry.due_at.is_not(None))
    with engine.begin() as connection:
        connection.execute(lost)
    until = time.monotonic() + DONE_WITHIN_S
    while time.monotonic() < until:
        with engine.connect() as connection:
            if connection.execute(waiting).scalar() == 0:
                break
        time.sleep(0.2)
    else:
        raise AssertionError("there is still work to do")
    engine.dispose()


def _start(settings: Settings, *command: str, **environment: str) -> Process:
    given = {
        "WAYMARK_DATABASE_URL": settings.database_url,
        "WAYMARK_DATA_DIR": str(settings.data_dir),
        "WAYMARK_SECRET_KEY": settings.secret_key,
        "WAYMARK_LOG_LEVEL": "ERROR",
        **environment,
    }
    executable = str(Path(sys.executable).with_name("waymark"))
    return Process(subprocess.Popen([executable, *command], env={**os.environ, **given}))
