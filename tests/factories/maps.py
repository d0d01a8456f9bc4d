"""Maps with touchpoints placed on their steps."""

from dataclasses import dataclass
from typing import Any

from waymark.kit.ids import new_id

from tests.factories.events import a_touchpoint
from tests.factories.people import Person


@dataclass(frozen=True)
class Journey:
    """A map, its stages and steps by title, and its touchpoints by key."""

    id: str
    stages: dict[str, str]
    steps: dict[str, str]
    touchpoints: dict[str, str]


async def a_journey(
    admin: Person, plan: dict[str, dict[str, list[str]]], goal: str | None = None
) -> Journey:
    """A map with these stages, each with its steps, each with the keys of its touchpoints."""
    path = f"/api/v1/workspaces/{admin.workspace_id}/maps"
    made = (await admin.client.post(path, json={"title": "Buying a sofa"})).json()
    keys = {key for steps in plan.values() for placed in steps.values() for key in placed}
    touchpoints = {key: await a_touchpoint(admin, key) for key in sorted(keys)}
    stages = {title: new_id() for title in plan}
    steps = {title: new_id() for inner in plan.values() for title in inner}
    operations: list[dict[str, Any]] = []
    for stage, inner in plan.items():
        operations.append(_add("stage", id=stages[stage], title=stage))
        for step, placed in inner.items():
            operations.append(_add("step", id=steps[step], stage_id=stages[stage], title=step))
            operations += [
                _add(
                    "placement",
                    id=new_id(),
                    step_id=steps[step],
                    touchpoint_id=touchpoints[key],
                )
                for key in placed
            ]
    if goal is not None:
        operations.append({"op": "map.set", "set": {"goal_step_id": steps[goal]}})
    answer = await admin.client.post(
        f"/api/v1/maps/{made['id']}/changes",
        json={"base_revision": made["revision"], "operations": operations},
    )
    assert answer.status_code == 201, answer.text
    return Journey(made["id"], stages, steps, touchpoints)


def _add(kind: str, **item: Any) -> dict[str, Any]:
    return {"op": f"{kind}.add", "item": item}
