"""Timing requests over loopback with as little of our own in between as can be."""

import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench.wire import Wire, request

Send = Callable[[Wire, int], None]


@dataclass(frozen=True)
class Timing:
    """What a series of requests took, in milliseconds, and how many a second there were."""

    p50: float
    p99: float
    per_second: float

    def __str__(self) -> str:
        return f"p50 {self.p50:6.2f} ms   p99 {self.p99:6.2f} ms   {self.per_second:7.0f}/s"


def timed(port: int, send: Send, count: int, clients: int = 1) -> Timing:
    """Send `count` requests over `clients` kept-alive connections; `send` gets their number."""
    taken: list[float] = []
    numbers = iter(range(count))
    lock = threading.Lock()

    def client() -> None:
        connection = Wire(port)
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                break
            started = time.perf_counter()
            send(connection, number)
            taken.append((time.perf_counter() - started) * 1000)
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return summary(taken, time.perf_counter() - started)


def summary(taken: Sequence[float], seconds: float) -> Timing:
    """The median, the 99th percentile and the rate of a series of times in milliseconds."""
    percentiles = statistics.quantiles(taken, n=100)
    return Timing(statistics.median(taken), percentiles[98], len(taken) / seconds)


def get(path: str, headers: dict[str, str], expected: int = 200) -> Send:
    """A GET of one path, or of a path with `{}` for the number of the request."""

    def send(connection: Wire, number: int) -> None:
        status, _, _ = connection.ask(request("GET", path.format(number), headers))
        if status != expected:
            raise RuntimeError(f"{path}: {status}")

    return send
