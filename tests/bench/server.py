"""A Waymark of the benchmark's own: real processes, a temporary database, one signed-in key."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_S = 60


@contextmanager
def running(arguments: list[str], port: int | None, environment: dict[str, str]) -> Iterator[int]:
    """Run a Python process until the block ends; gives its process id.

    If it listens on a port, the block starts when it answers there.
    """
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    )
    try:
        if port is not None:
            _wait_for(port)
        yield process.pid
    finally:
        process.terminate()
        process.wait(TIMEOUT_S)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1).read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nothing answers on port {port}")
