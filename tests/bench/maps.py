"""Reading and changing maps, against the floor of the same bytes from memory."""

import json
import re
import tempfile
from pathlib import Path

from sqlalchemy import create_engine
from waymark.db.migrate import upgrade
from waymark.settings import Settings

from tests.bench.measure import Send, Timing, get, timed
from tests.bench.server import running
from tests.bench.wire import Wire, request
from tests.bench.worlds import fill

PORT, FLOOR_PORT = 8931, 8932
SMALL, LARGE = (20, 10, 300), (40, 15, 2_000)
COLD, OPENING, WARM, CHANGES = 200, 40, 1_000, 200


def run() -> None:
    """Print what reading a map of 300 cards and changing one of 2,000 takes."""
    with tempfile.TemporaryDirectory() as directory:
        settings = Settings(data_dir=Path(directory), secret_key="bench", log_level="ERROR")
        engine = create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))
        with engine.connect() as connection:
            upgrade(connection)
        engine.dispose()
        token, ids = fill(settings, [SMALL] * (1 + 2 * COLD + OPENING) + [LARGE])
        environment = {
            "WAYMARK_DATA_DIR": directory,
            "WAYMARK_SECRET_KEY": "bench",
            "WAYMARK_LOG_LEVEL": "ERROR",
            "WAYMARK_WORKER": "false",  # hundreds of new maps would all be checked meanwhile
        }
        arguments = ["-m", "waymark", "serve", "--port", str(PORT)]
        with running(arguments, PORT, environment):
            _compare(token, ids)


def _compare(token: str, ids: list[str]) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    path, tag, size = _look(ids[0], headers)
    with running(
        ["-m", "tests.bench.baseline", str(FLOOR_PORT)], FLOOR_PORT, {"BASELINE_BYTES": str(size)}
    ):
        floor = timed(FLOOR_PORT, get("/body", {}), WARM)
        empty = timed(FLOOR_PORT, get("/healthz", {}), WARM)
    cold = timed(PORT, _each_map(ids[1:], headers), COLD)
    timed(PORT, _each_map(ids[1 + 2 * COLD :], headers), OPENING, clients=8)  # connections
    cold_eight = timed(PORT, _each_map(ids[1 + COLD :], headers), COLD, clients=8)
    warm = timed(PORT, get(path, headers), WARM)
    unchanged = timed(PORT, get(path, {**headers, "If-None-Match": tag}, 304), WARM)
    eight = timed(PORT, get(path, headers), WARM, clients=8)
    change = timed(PORT, _one_card(ids[-1], headers), CHANGES)
    print(f"\nA map of {SMALL[2]} cards, {size / 1000:.0f} kB, SQLite")
    _line("an empty answer", empty)
    _line("the same bytes from memory", floor)
    _line("cold", cold)
    _line("cold, eight clients", cold_eight)
    _line("warm", warm, floor)
    _line("warm, 304", unchanged, empty)
    _line("warm, eight clients", eight)
    print(
        f"  eight clients give {cold_eight.per_second / cold.per_second:.2f} times the throughput "
        f"of one cold, {eight.per_second / warm.per_second:.2f} times warm"
    )
    print(f"A change of one card on a map of {LARGE[2]:,} cards, synchronous=FULL")
    _line("change", change)


def _line(name: str, timing: Timing, floor: Timing | None = None) -> None:
    ratio = f"   {timing.p50 / floor.p50:4.2f} × floor" if floor else ""
    print(f"  {name:28}{timing}{ratio}")


def _look(map_id: str, headers: dict[str, str]) -> tuple[str, str, int]:
    path = f"/api/v1/maps/{map_id}"
    _, head, body = Wire(PORT).ask(request("GET", path, headers))
    return path, re.findall(rb'etag: ("\d+")', head)[0].decode(), len(body)


def _each_map(ids: list[str], headers: dict[str, str]) -> Send:
    def send(connection: Wire, number: int) -> None:
        get(f"/api/v1/maps/{ids[number]}", headers)(connection, number)

    return send


def _one_card(map_id: str, headers: dict[str, str]) -> Send:
    _, _, body = Wire(PORT).ask(request("GET", f"/api/v1/maps/{map_id}", headers))
    document = json.loads(body)
    cards = [card["id"] for card in document["cards"]]
    revision = document["revision"]

    def send(connection: Wire, number: int) -> None:
        change = {"op": "card.set", "id": cards[number], "set": {"text": f"Changed {number}"}}
        body = {"base_revision": revision + number, "operations": [change]}
        asked = request(
            "POST",
            f"/api/v1/maps/{map_id}/changes",
            {**headers, "Content-Type": "application/json"},
            json.dumps(body).encode(),
        )
        status, _, answer = connection.ask(asked)
        if status != 201:
            raise RuntimeError(answer)

    return send
