"""The application on a real port, for tests that come in from outside."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import uvicorn
from fastapi import FastAPI

T = TypeVar("T")


class LiveServer:
    """An application served on a loopback port, and a way to run code in its event loop."""

    def __init__(self, app: FastAPI, server: uvicorn.Server, loop: asyncio.AbstractEventLoop):
        self.app = app
        self._server = server
        self._loop = loop

    @property
    def url(self) -> str:
        """Where it listens."""
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run `work` where the application runs, and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=60)


@contextmanager
def serving(app: FastAPI) -> Iterator[LiveServer]:
    """Serve `app` until the block ends."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", access_log=False)
    server = uvicorn.Server(config)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_until_complete, args=(server.serve(),))
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            thread.join(0.01)
        yield LiveServer(app, server, loop)
    finally:
        server.should_exit = True
        thread.join()
        loop.close()
