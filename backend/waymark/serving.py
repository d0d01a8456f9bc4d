"""The web server, with a word to those who listen before it stops."""

from collections.abc import Callable
from types import FrameType

import uvicorn


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
