"""Waymark as its operators run it: processes of their own, which can be killed.

They are forked from one that has imported everything already, and start in no time.
"""

import contextlib
import multiprocessing
import os
import signal
import socket
import time
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

import httpx
from sqlalchemy import create_engine, func, select, update
from waymark.cli import main
from waymark.ingest.models import InboxEntry
from waymark.jobs.leases import LEASED
from waymark.kit.clock import utcnow
from waymark.settings import Settings

START_TIMEOUT_S = 60
DONE_WITHIN_S = 60

STEM = multiprocessing.get_context("forkserver")
STEM.set_forkserver_preload(["waymark.cli", "uvicorn.protocols.http.httptools_impl", "httpx"])


def free_port() -> int:
    """A port on which nothing listens just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Process:
    """A running `waymark` command."""

    handle: BaseProcess

    @property
    def pid(self) -> int:
        """Its number."""
        return self.handle.pid or 0

    @property
    def worker_pids(self) -> list[int]:
        """The numbers of the workers that it has beside it, as far as it runs on Linux."""
        listed = Path(f"/proc/{self.pid}/task").glob("*/children")
        return [int(pid) for file in listed for pid in file.read_text().split()]

    def kill(self) -> None:
        """End it and its worker at once, as `kill -9` does."""
        workers = self.worker_pids
        self.kill_alone()
        for pid in workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def kill_alone(self) -> None:
        """End it at once, and leave its worker to itself."""
        self.handle.kill()
        self.handle.join()

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self.handle.terminate()
        self.handle.join(20)
        assert self.handle.exitcode is not None, "it does not end"


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
            ready = httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 200
            if ready and (not worker or any(map(_is_at_work, process.worker_pids))):
                return process
            time.sleep(0.05)
        except httpx.TransportError:
            time.sleep(0.1)
        assert process.handle.is_alive(), "the server ended"
    process.kill()
    raise AssertionError("the server did not start")


def _is_at_work(pid: int) -> bool:
    """Whether a worker has started: from then on it leaves SIGTERM to its server."""
    status = Path(f"/proc/{pid}/status").read_text()
    ignored = int(status.split("SigIgn:")[1].split()[0], 16)
    return bool(ignored >> (signal.SIGTERM - 1) & 1)


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
    handle = STEM.Process(target=_run, args=(given, command), daemon=True)
    handle.start()
    return Process(handle)


def _run(environment: dict[str, str], command: tuple[str, ...]) -> None:
    os.environ.update(environment)
    main(command, prog_name="waymark")
