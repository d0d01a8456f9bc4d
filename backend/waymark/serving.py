"""The web server: uvicorn, with a word to those who listen before it stops, and fewer writes."""

import asyncio
from collections.abc import Callable
from types import FrameType
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HOLDS_AT_MOST = 64 * 1024


class Server(uvicorn.Server):
    """A server that waits for open connections when it is told to stop, but not for streams.

    Streams never end by themselves, and what ends with the application's lifespan ends too late:
    that comes after the last connection is closed.
    """

    def __init__(self, config: uvicorn.Config, stopping: Callable[[], None]) -> None:
        super().__init__(config)
        self._stopping = stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Tell them, then stop as usual."""
        self._stopping()
        super().handle_exit(sig, frame)


class Protocol(HttpToolsProtocol):
    """Writes the head of an answer and its body to the socket together.

    uvicorn writes them one after the other: two system calls and two packets, where one would do.
    """

    def connection_made(self, transport: Any) -> None:
        """Answer through a transport that gathers."""
        super().connection_made(_Gathering(transport, self.loop))  # type: ignore[arg-type]


class _Gathering:
    """A transport that writes once for all that it is given in one turn of the event loop."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        if not self._held:
            self._loop.call_soon(self._flush)
        self._held.append(data)
        self._size += len(data)
        if self._size > HOLDS_AT_MOST:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        held, self._held, self._size = self._held, [], 0
        if held and not self._transport.is_closing():
            self._transport.writelines(held)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)
