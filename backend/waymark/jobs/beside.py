"""A worker in a process of its own, beside the one that serves, which starts and ends it.

Understanding what comes in takes as much work as answering requests does. In one process the two
would wait for each other; in two each has a processor to itself. They share nothing but the
database and a pipe, through which the one that serves says that there is something to do. When the
pipe ends the worker finishes what it has in hand and ends, so it never outlives a server, however
that went.
"""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Coroutine, Mapping
from typing import Any

import structlog

from waymark.settings import Settings

log = structlog.get_logger()

COMMAND = ("-m", "waymark.background")
RESTART_AFTER_S = 1.0
END_WITHIN_S = 20.0
QUIET_S = 0.01
"""How often at most the worker is told the same."""

DELIVERIES, CHORES, IMPORTS = b"d", b"c", b"i"
Wakes = Mapping[bytes, asyncio.Event]
"""What there can be to do, by the byte that says so on the pipe."""


def new_wakes() -> Wakes:
    """Nothing to do yet."""
    return {byte: asyncio.Event() for byte in (DELIVERIES, CHORES, IMPORTS)}


async def keep_worker(settings: Settings, wakes: Wakes, stop: asyncio.Event) -> None:
    """Have a worker run until `stop` is set; one that ends before is started anew."""
    while not stop.is_set():
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *COMMAND,
            stdin=asyncio.subprocess.PIPE,
            env={**os.environ, **settings.environment()},
        )
        tellers = [asyncio.create_task(_tell(process, byte, wake)) for byte, wake in wakes.items()]
        await _first(process.wait(), stop.wait())
        for teller in tellers:
            teller.cancel()
        await asyncio.gather(*tellers, return_exceptions=True)
        if process.returncode is None:
            await _end(process)
        else:
            log.warning("worker.ended", code=process.returncode)
            await _first(stop.wait(), asyncio.sleep(RESTART_AFTER_S))


async def obey_server(wakes: Wakes, stop: asyncio.Event) -> None:
    """The worker's end: pass on what the server says, and set `stop` when the pipe ends."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # A terminal sends these to both; the server ends the pipe when it is done.
        signal.signal(number, signal.SIG_IGN)
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while said := await reader.read(4096):
        for byte in set(said):
            wakes[bytes([byte])].set()
    stop.set()


async def _tell(process: asyncio.subprocess.Process, byte: bytes, wake: asyncio.Event) -> None:
    """Pass on each time that `wake` is set; ends when there is nobody to hear it."""
    pipe = process.stdin
    assert pipe is not None
    with contextlib.suppress(ConnectionError):
        while not pipe.is_closing():
            await wake.wait()
            wake.clear()
            pipe.write(byte)
            await pipe.drain()
            await asyncio.sleep(QUIET_S)


async def _end(process: asyncio.subprocess.Process) -> None:
    assert process.stdin is not None
    process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), END_WITHIN_S)
    except TimeoutError:
        log.warning("worker.killed", pid=process.pid)
        process.kill()
        await process.wait()


async def _first(*waits: Coroutine[Any, Any, Any]) -> None:
    """Run these until one is done; the others are given up."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
