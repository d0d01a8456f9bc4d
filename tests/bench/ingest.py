"""Taking events in, durably: how fast, how evenly, and whether the worker keeps up."""

import itertools
import json
import os
import statistics
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import create_engine, text
from waymark.db.migrate import upgrade
from waymark.settings import Settings

from tests.bench.measure import Send, Timing, timed
from tests.bench.server import running
from tests.bench.wire import Wire, request
from tests.factories.lone_source import lone_source
from tests.factories.postgres import postgres_in

PORT = 8941
BATCH, BATCHES, SENDERS = 100, 2_000, 8
SINGLES, CROWD, TURNS = 100, 64, 6
SUSTAINED_S, WARM_UP_S = 20, 3
MILLION = 1_000_000
MARK = b"@" * 19
"""Stands for a number of as many digits, so that the length of a request stays the same."""
NOW = b"2000-01-01T00:00:00.000Z"
"""Stands for the moment of sending: events are about what has just happened."""
JSON = {"Content-Type": "application/json"}


def run() -> None:
    """Print the figures for SQLite, then for PostgreSQL."""
    with tempfile.TemporaryDirectory() as directory:
        _measure("SQLite, synchronous=FULL", _settings(directory, ""))
    with tempfile.TemporaryDirectory() as directory, postgres_in(Path(directory)) as server:
        url = server.get_uri()
        settings = _settings(directory, url)
        bare = _bare_driver(url)
        rate = _measure("PostgreSQL, synchronous_commit=on", settings)
        print(
            f"    {rate / bare:.2f} times what the bare driver stores as rows, {bare:,.0f} events/s"
        )


def _settings(directory: str, url: str) -> Settings:
    settings = Settings(
        data_dir=Path(directory), database_url=url, secret_key="bench", log_level="ERROR"
    )
    engine = create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))
    with engine.connect() as connection:
        upgrade(connection)
    engine.dispose()
    return settings


def _measure(name: str, settings: Settings) -> float:
    """Print what an empty database of this kind takes; answers events per second in batches."""
    key, secret = lone_source(settings)
    path, headers = f"/ingest/{key}", {"Authorization": f"Bearer {secret}", **JSON}
    print(f"\nEvents in, {name}")
    serve = ["-m", "waymark", "serve", "--port", str(PORT)]
    environment = _environment(settings)
    with running(serve, PORT, environment) as pid:
        batches = timed(PORT, _sending(path, headers, BATCH), BATCHES, clients=SENDERS)
        rate = batches.per_second * BATCH
        _line(f"batches of {BATCH}, {SENDERS} senders", batches)
        print(f"    {rate:,.0f} events/s stored durably")
        _singles(_sending(path, headers, 1))
        before = _resident_mb(pid)
        timed(PORT, _sending(path, headers, BATCH), MILLION // BATCH, clients=SENDERS)
        print(f"    {before:.0f} MB of memory, {_resident_mb(pid):.0f} MB a million events later")
    _drop_backlog(settings)
    with running(serve, PORT, {**environment, "WAYMARK_WORKER": "true"}):
        _sustain(settings, _sending(path, headers, BATCH), rate / 2)
    return rate


def _singles(send: Send) -> None:
    """One sender and a crowd in turns, so that both meet the machine in the same mood."""
    one, crowd = [], []
    for _ in range(TURNS):
        one.append(timed(PORT, send, SINGLES))
        crowd.append(timed(PORT, send, SINGLES * 10, clients=CROWD))
    _line("single events, one sender", one[-1])
    _line(f"single events, {CROWD} senders", crowd[-1])
    seconds = [sum(1 / timing.per_second for timing in turns) for turns in (one, crowd)]
    turns = [many.per_second / alone.per_second for alone, many in zip(one, crowd, strict=True)]
    print(
        f"    {seconds[0] / seconds[1]:.1f} times one sender's rate, over {TURNS} turns of both "
        f"({min(turns):.1f} to {max(turns):.1f})"
    )


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "WAYMARK_DATA_DIR": str(settings.data_dir),
        "WAYMARK_DATABASE_URL": settings.database_url,
        "WAYMARK_SECRET_KEY": settings.secret_key,
        "WAYMARK_LOG_LEVEL": "ERROR",
        "WAYMARK_WORKER": "false",
    }


def _sustain(settings: Settings, send: Send, rate: float) -> None:
    """Send so many events a second, and watch how old the oldest waiting delivery gets."""
    ages: list[float] = []
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(settings, ages, done))
    time.sleep(WARM_UP_S)
    watcher.start()
    started, own = time.perf_counter(), time.process_time()

    def at_its_time(connection: Wire, number: int) -> None:
        time.sleep(max(0.0, started + number * BATCH / rate - time.perf_counter()))
        send(connection, number)

    timing = timed(PORT, at_its_time, int(SUSTAINED_S * rate / BATCH), clients=SENDERS)
    share = (time.process_time() - own) / (time.perf_counter() - started)
    done.set()
    watcher.join()
    print(
        f"    {rate:,.0f} events/s wanted, {timing.per_second * BATCH:,.0f} sent, for "
        f"{SUSTAINED_S} s: the oldest unprocessed is {max(ages):.1f} s old at most "
        f"({statistics.median(ages):.1f} s in the middle); sending them takes {share:.0%} of a core"
    )


def _watch(settings: Settings, ages: list[float], done: threading.Event) -> None:
    engine = create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))
    oldest = text("SELECT min(received_at) FROM inbox WHERE due_at IS NOT NULL")
    with engine.connect() as connection:
        while not done.wait(0.25):
            found = connection.execute(oldest).scalar()
            connection.rollback()
            ages.append(_age_s(found))
    engine.dispose()


def _sending(path: str, headers: dict[str, str], size: int) -> Send:
    numbers = itertools.count(time.time_ns())
    template = request("POST", path, headers, _batch(size))

    def send(connection: Wire, number: int) -> None:
        moment = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
        told = template.replace(MARK, b"%d" % next(numbers)).replace(NOW, moment.encode())
        status, _, answer = connection.ask(told)
        if status != 202:
            raise RuntimeError(answer)

    return send


def _batch(size: int) -> bytes:
    mark = MARK.decode()
    events = [
        {
            "id": f"{mark}-{number}",
            "touchpoint": f"touchpoint-{number % 20}",
            "customer": f"customer-{number}-{mark}",
            "occurred_at": NOW.decode(),
            "properties": {"device": "phone", "campaign": "autumn"},
        }
        for number in range(size)
    ]
    return json.dumps(events if size > 1 else events[0]).encode()


def _bare_driver(url: str) -> float:
    """Events per second of the driver alone: one event a row, a batch a transaction."""
    events = json.loads(_batch(BATCH))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE TABLE bare (id text PRIMARY KEY, touchpoint text, customer text,"
            " occurred_at timestamptz, properties jsonb)"
        )

    numbers = itertools.count()
    started = time.perf_counter()

    def sender() -> None:
        with psycopg.connect(url) as connection:
            while (number := next(numbers)) < BATCHES:
                rows = [
                    (
                        f"{number}-{event['id']}",
                        event["touchpoint"],
                        event["customer"],
                        event["occurred_at"],
                        json.dumps(event["properties"]),
                    )
                    for event in events
                ]
                connection.cursor().executemany(
                    "INSERT INTO bare VALUES (%s, %s, %s, %s, %s)", rows
                )
                connection.commit()

    senders = [threading.Thread(target=sender) for _ in range(SENDERS)]
    for thread in senders:
        thread.start()
    for thread in senders:
        thread.join()
    return BATCHES * BATCH / (time.perf_counter() - started)


def _drop_backlog(settings: Settings) -> None:
    """Forget what waits, so that what follows starts level."""
    engine = create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))
    with engine.begin() as connection:
        connection.execute(text("UPDATE inbox SET due_at = NULL, state = 'done'"))
    engine.dispose()


def _age_s(received_at: Any) -> float:
    if received_at is None:
        return 0.0
    moment = datetime.fromisoformat(str(received_at))
    now = datetime.now(UTC)
    return (now - (moment if moment.tzinfo else moment.replace(tzinfo=UTC))).total_seconds()


def _resident_mb(pid: int) -> float:
    """Memory that a process has resident, in megabytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _line(name: str, timing: Timing) -> None:
    print(f"  {name:28}{timing}")
