"""Checking maps: all rules over a large one, after a change of one card, over a workspace."""

import asyncio
import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import create_engine, select
from waymark.db.migrate import upgrade
from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import check_again, check_map
from waymark.findings.model import Subject
from waymark.findings.service import EVERYTHING, Inspector
from waymark.findings.surroundings import Surroundings, Touchpoint
from waymark.findings.view import MapView
from waymark.http.access import Caller, Role
from waymark.kit.clock import utcnow
from waymark.kit.ids import new_id
from waymark.main import create_app
from waymark.maps.document import Document
from waymark.maps.fields import LaneKind, MapFields
from waymark.maps.operations import Add, Operation, Set, apply
from waymark.maps.parts import Kind
from waymark.maps.wire import parse_operations
from waymark.settings import Settings
from waymark.workspaces.models import Workspace

from tests.bench.worlds import TEXT, fill

COLUMNS, CARDS = 40, 2_000
SMALL = (12, 8, 60)
MAPS, TIMES = 500, 50
LIMITS_MS = {"all rules": 30.0, "after one card": 5.0}
WORKSPACE_S = 3.0


def a_large_map() -> MapView:
    """A map of 2,000 cards in lanes of every kind, with touchpoints and emotions."""
    stages, steps = [new_id() for _ in range(COLUMNS // 4)], [new_id() for _ in range(COLUMNS)]
    lanes = {kind: new_id() for kind in LaneKind}
    touchpoints = [new_id() for _ in steps]
    plain: list[tuple[str, dict[str, Any]]] = [
        *(("stage", {"id": one, "title": f"Stage {n}"}) for n, one in enumerate(stages)),
        *(
            ("step", {"id": one, "stage_id": stages[n // 4], "title": f"Step {n}"})
            for n, one in enumerate(steps)
        ),
        *(("lane", {"id": one, "kind": kind, "title": kind}) for kind, one in lanes.items()),
        *(
            ("card", {"step_id": steps[n % COLUMNS], "lane_id": lane, "text": f"{TEXT} ({n})"})
            for n, lane in zip(range(CARDS), list(lanes.values()) * CARDS, strict=False)
        ),
        *(
            ("placement", {"step_id": step, "touchpoint_id": touchpoint})
            for step, touchpoint in zip(steps, touchpoints, strict=True)
        ),
        *(("emotion", {"step_id": step, "score": n % 5 - 2}) for n, step in enumerate(steps)),
    ]
    operations = parse_operations(
        [{"op": f"{kind}.add", "item": {"id": new_id(), **item}} for kind, item in plain]
    )
    empty = Document.empty(MapFields(title="Bench").model_dump(mode="json"))
    around = Surroundings(
        utcnow().date(),
        touchpoints={one: Touchpoint(one, one, one, None) for one in touchpoints},
    )
    return MapView(new_id(), apply(empty, operations).document, around)


def run() -> None:
    """Print what checking takes, beside what it may take; garbage is collected as in a server."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    rules = [rule for rule in REGISTRY.of(Subject.MAP) if not rule.measured]
    thresholds = {rule.id: rule.defaults for rule in rules}
    first = a_large_map()
    known = check_map(rules, first, thresholds)
    found = sum(len(said) for said in known.found.values())
    print(f"\nFindings: {len(rules)} rules, a map of {CARDS:,} cards, {found:,} findings")

    def whole() -> None:
        check_map(rules, MapView(first.id, first.document, first.around), thresholds)

    _line("all rules", [_ms(whole) for _ in range(TIMES)])
    for name, operation in _changes(first):
        after = apply(first.document, [operation]).document

        def again(after: Document = after) -> None:
            view = MapView(first.id, after, first.around)
            check_again(rules, view, thresholds, first, known)

        _line(f"after one card {name}", [_ms(again) for _ in range(TIMES)])
    asyncio.run(_workspace())


def _changes(view: MapView) -> list[tuple[str, Operation]]:
    card = next(iter(view.cards_of["pain_points"]))
    new = {**card, "id": new_id(), "order": ""}
    return [
        ("is changed", Set(Kind.CARD, card["id"], {"text": "Changed"})),
        ("is added", Add(Kind.CARD, new)),
        ("has moved", Set(Kind.CARD, card["id"], {"step_id": view.steps[-1]["id"]})),
    ]


def _ms(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _line(name: str, taken: list[float]) -> None:
    limit = next(limit for start, limit in LIMITS_MS.items() if name.startswith(start))
    print(f"  {name:28}p50 {median(taken):6.2f} ms   worst {max(taken):6.2f} ms   (≤ {limit:g})")


async def _workspace() -> None:
    with tempfile.TemporaryDirectory() as directory:
        settings = Settings(data_dir=Path(directory), secret_key="bench", log_level="ERROR")
        engine = create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))
        with engine.connect() as connection:
            upgrade(connection)
        engine.dispose()
        await asyncio.to_thread(fill, settings, [SMALL] * MAPS)
        app = create_app(settings)
        state = app.state
        async with state.database.reading() as session:
            workspace_id = await _workspace_id(session)
            caller = Caller("", "Bench", {workspace_id: Role.VIEWER})
            for name in ("cold", "again"):
                started = time.perf_counter()
                inspector = Inspector(session, state.findings, state.map_cache)
                report = await inspector.workspace_report(caller, workspace_id, EVERYTHING)
                took = time.perf_counter() - started
                print(
                    f"  a workspace of {MAPS} maps, {name:6} {took:5.2f} s"
                    f"   (≤ {WORKSPACE_S:g}; {len(report.findings):,} findings)"
                )
        await state.database.close()
        state.stamp.close()


async def _workspace_id(session: Any) -> str:
    return str(await session.scalar(select(Workspace.id)))
