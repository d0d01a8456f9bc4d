"""Maps: with one of everything, or with touchpoints placed on their steps."""

from dataclasses import dataclass
from typing import Any

from httpx import Response
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


async def a_map(person: Person) -> dict[str, Any]:
    """A map with one stage, one step, one lane and one card."""
    made = await person.make("maps", title="Buying a sofa")
    stage, step, lane = (new_id() for _ in range(3))
    await change(
        person,
        made,
        _add("stage", id=stage, title="Awareness"),
        _add("step", id=step, stage_id=stage, title="Sees a post"),
        _add("lane", id=lane, kind="actions", title="Actions"),
        _add("card", id=new_id(), step_id=step, lane_id=lane, text="Saves"),
    )
    return await read_map(person, made["id"])


async def read_map(person: Person, map_id: str) -> dict[str, Any]:
    """The whole map as it is now."""
    document: dict[str, Any] = (await person.client.get(f"/api/v1/maps/{map_id}")).json()
    return document


async def change(person: Person, document: dict[str, Any], *operations: Any) -> Response:
    """The answer to a change made on `document`."""
    body = {"base_revision": document["revision"], "operations": list(operations)}
    return await person.client.post(f"/api/v1/maps/{document['id']}/changes", json=body)


async def a_journey(
    admin: Person, plan: dict[str, dict[str, list[str]]], goal: str | None = None
) -> Journey:
    """A map with these stages, each with its steps, each with the keys of its touchpoints."""
    made = await admin.make("maps", title="Buying a sofa")
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
    answer = await change(admin, made, *operations)
    assert answer.status_code == 201, answer.text
    return Journey(made["id"], stages, steps, touchpoints)


def _add(kind: str, /, **item: Any) -> dict[str, Any]:
    return {"op": f"{kind}.add", "item": item}
