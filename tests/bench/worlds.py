"""Maps of a given size, as operations, and a workspace to put them into."""

import asyncio
from typing import Any

from waymark.http.access import Caller, Role
from waymark.kit.clock import utcnow
from waymark.kit.ids import new_id
from waymark.kit.tokens import hash_token, new_token
from waymark.main import create_app
from waymark.maps.service import create_map
from waymark.maps.wire import parse_operations
from waymark.onboarding.service import create_first_owner
from waymark.settings import Settings
from waymark.workspaces.models import ApiKey

TEXT = "Delivery cost is shown last, and nobody expects it"


def map_operations(columns: int, lanes: int, cards: int) -> list[dict[str, Any]]:
    """A map of so many columns, lanes and cards, spread evenly."""
    stages = [new_id() for _ in range(max(1, columns // 4))]
    steps = [new_id() for _ in range(columns)]
    rows = [new_id() for _ in range(lanes)]
    operations: list[dict[str, Any]] = [
        {"op": "stage.add", "item": {"id": stage, "title": f"Stage {number}"}}
        for number, stage in enumerate(stages)
    ]
    operations += [
        {
            "op": "step.add",
            "item": {
                "id": step,
                "stage_id": stages[number * len(stages) // columns],
                "title": f"Step {number}",
            },
        }
        for number, step in enumerate(steps)
    ]
    operations += [
        {"op": "lane.add", "item": {"id": row, "kind": "actions", "title": f"Lane {number}"}}
        for number, row in enumerate(rows)
    ]
    return operations + [
        {
            "op": "card.add",
            "item": {
                "step_id": steps[number % columns],
                "lane_id": rows[number // columns % lanes],
                "text": f"{TEXT} ({number})",
                "tags": ["delivery"],
            },
        }
        for number in range(cards)
    ]


async def _fill(settings: Settings, sizes: list[tuple[int, int, int]]) -> tuple[str, list[str]]:
    app = create_app(settings)
    token = new_token("wk_")
    async with app.state.database.writing() as session:
        started = await create_first_owner(session, "Bench", "Bench")
        workspace_id = started.workspace.id
        session.add(
            ApiKey(
                id=new_id(),
                workspace_id=workspace_id,
                name="bench",
                scope="write",
                token_hash=hash_token(token),
                hint=token[:8],
                created_at=utcnow(),
                last_used_at=utcnow(),
            )
        )
    caller = Caller("", "Bench", {workspace_id: Role.ADMIN}, user_id=started.owner.id)
    ids = []
    for size in sizes:
        async with app.state.database.writing() as session:
            operations = parse_operations(map_operations(*size))
            row, _ = await create_map(
                session, app.state.map_cache, caller, workspace_id, {"title": "Bench"}, operations
            )
            ids.append(row.id)
    await app.state.database.close()
    return token, ids


def fill(settings: Settings, sizes: list[tuple[int, int, int]]) -> tuple[str, list[str]]:
    """Maps of these sizes in a new workspace: an API key's token, and the maps' ids."""
    return asyncio.run(_fill(settings, sizes))
