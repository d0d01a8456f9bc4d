"""The one worker loop: works while there is work, sleeps until it is woken or time has passed."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger()

POLL_S = 1.0
"""How long new work from another process can go unnoticed."""
PAUSE_AFTER_FAILURE_S = 2.0

Task = Callable[[], Awaitable[int]]
"""Does one portion of work; answers how many things it did."""


async def work(task: Task, stop: asyncio.Event, wake: asyncio.Event) -> None:
    """Run `task` until `stop` is set; a failure is logged and tried again after a pause."""
    while not stop.is_set():
        wake.clear()
        try:
            worked = await task()
        except Exception as error:  # the loop is the last one that can catch: it must go on
            log.warning("worker.failed", error=repr(error))
            await _first(PAUSE_AFTER_FAILURE_S, stop)
            continue
        if not worked:
            await _first(POLL_S, stop, wake)


async def _first(seconds: float, *events: asyncio.Event) -> None:
    """Return when any of the events is set, or after so many seconds."""
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await wait
