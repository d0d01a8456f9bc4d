"""Messages at a set rate, by a few senders at once, and what was answered."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from statistics import quantiles
from time import monotonic

import httpx

from waymark.demo.events import DemoEvent
from waymark.kit.clock import utcnow
from waymark.simulation.dialects.base import Dialect

TRIES = 6
TIMEOUT_S = 30
LONGEST_PAUSE_S = 30.0
COME_BACK = {429, 500, 502, 503, 504}
NO_ANSWER = 0
PER_SECOND = 10
"""How many messages a second there are at most where a message may hold many events."""
REMEMBERED = 10_000
"""Of how many answers, the last ones, the times are kept."""


class Refused(Exception):
    """The address does not take what is sent: there is no sense in going on."""


@dataclass
class Sent:
    """What was sent, and what was answered."""

    events: int = 0
    """Events in messages that were taken in."""
    given_up: int = 0
    """Events in messages that were not, however often they were sent."""
    answers: Counter[int] = field(default_factory=Counter)
    """Answers by their status; 0 where there was none."""
    seconds: float = 0.0
    times: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    """How long answers took, in seconds."""

    def percentile(self, percent: int) -> float:
        """The time, in seconds, within which `percent` of the answers came."""
        times = list(self.times)
        if len(times) < 2:
            return sum(times)
        return quantiles(times, n=100, method="inclusive")[percent - 1]


@dataclass(frozen=True, slots=True)
class Target:
    """Where and how to send."""

    url: str
    secret: str
    dialect: Dialect
    rate: float
    """Events a second."""
    senders: int = 4


async def send_all(
    events: Iterator[DemoEvent], target: Target, sent: Sent, told: Callable[[], None]
) -> None:
    """Send the events in their order, as fast as the rate allows. Raises Refused.

    No more is read ahead than the senders can take. `told` is called after every answer.
    """
    queue: asyncio.Queue[list[DemoEvent]] = asyncio.Queue(maxsize=target.senders)
    began = monotonic()
    limits = httpx.Limits(max_connections=target.senders)
    async with httpx.AsyncClient(timeout=TIMEOUT_S, limits=limits) as client:
        sending = [
            asyncio.create_task(_sender(client, queue, target, sent, told))
            for _ in range(target.senders)
        ]
        feeding = asyncio.create_task(_feed(events, target, queue))
        try:
            await _until_all_is_sent(feeding, queue, sending)
        finally:
            for task in (feeding, *sending):
                task.cancel()
            await asyncio.gather(feeding, *sending, return_exceptions=True)
            sent.seconds = monotonic() - began


async def _until_all_is_sent(
    feeding: "asyncio.Task[None]",
    queue: "asyncio.Queue[list[DemoEvent]]",
    sending: "list[asyncio.Task[None]]",
) -> None:
    """Wait for the last answer, or raise what stopped a sender."""

    async def everything() -> None:
        await feeding
        await queue.join()

    waiting = asyncio.create_task(everything())
    try:
        done, _ = await asyncio.wait([waiting, *sending], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        waiting.cancel()


async def _feed(
    events: Iterator[DemoEvent], target: Target, queue: "asyncio.Queue[list[DemoEvent]]"
) -> None:
    """Put messages into the queue when their time has come.

    Where the senders do not keep up, the time that is lost is not made up for by a burst.
    """
    most = max(1, min(target.dialect.most, int(target.rate / PER_SECOND)))
    due = monotonic()
    while portion := list(islice(events, most)):
        await asyncio.sleep(max(0.0, due - monotonic()))
        await queue.put(portion)
        due = max(due, monotonic() - 1) + len(portion) / target.rate


async def _sender(
    client: httpx.AsyncClient,
    queue: "asyncio.Queue[list[DemoEvent]]",
    target: Target,
    sent: Sent,
    told: Callable[[], None],
) -> None:
    while True:
        portion = await queue.get()
        if await _send(client, portion, target, sent):
            sent.events += len(portion)
        else:
            sent.given_up += len(portion)
        told()
        queue.task_done()


async def _send(
    client: httpx.AsyncClient, portion: list[DemoEvent], target: Target, sent: Sent
) -> bool:
    """Whether a message was taken in. Signed afresh each time. Raises Refused."""
    for attempt in range(TRIES):
        message = target.dialect.say(portion, target.secret, utcnow())
        url = target.url + message.path
        proof = target.dialect.prove(message, url, target.secret, utcnow())
        began = monotonic()
        try:
            answer = await client.post(
                url, content=message.body, headers={**message.headers, **proof}
            )
        except httpx.TransportError:
            sent.answers[NO_ANSWER] += 1
            await asyncio.sleep(_pause("", attempt))
            continue
        sent.times.append(monotonic() - began)
        sent.answers[answer.status_code] += 1
        if answer.is_success:
            return True
        if answer.status_code not in COME_BACK:
            raise Refused(f"Waymark answered {answer.status_code}: {answer.text[:300]}")
        await asyncio.sleep(_pause(answer.headers.get("retry-after", ""), attempt))
    return False


def _pause(asked: str, attempt: int) -> float:
    pause = float(asked) if asked.isdecimal() else 0.5 * 2.0**attempt
    return min(pause, LONGEST_PAUSE_S)
