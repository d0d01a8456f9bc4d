"""Rules about stages and steps: the skeleton of the journey."""

from collections.abc import Iterator

from waymark.findings.model import (
    Fixing,
    Found,
    Given,
    Operations,
    Parameter,
    Reads,
    Severity,
    Topic,
    Unit,
)
from waymark.findings.registry import REGISTRY
from waymark.findings.rules.maps import repeated
from waymark.findings.view import MapView
from waymark.maps.document import Fields, Item
from waymark.maps.parts import Kind


def _a_step_or_another_name(view: MapView, found: Found, fixing: Fixing) -> Operations:
    if found.variant == "empty":
        item = {"id": fixing.new_id(), "stage_id": found.id, "title": found.values["stage"]}
        return [{"op": "step.add", "item": item}]
    title = view.document.items[Kind.STAGE][found.id]["title"]
    taken = {stage["title"].casefold() for stage in view.stages}
    number = 2
    while f"{title} {number}".casefold() in taken:
        number += 1
    return [{"op": "stage.set", "id": found.id, "set": {"title": f"{title} {number}"[:200]}}]


@REGISTRY.rule(
    "STG001",
    Severity.ERROR,
    Topic.STRUCTURE,
    [Reads.STAGES, Reads.STEPS],
    variants=("empty", "same_name"),
    fix=_a_step_or_another_name,
)
def empty_or_twice(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """A stage has steps, and a name of its own."""
    for stage in view.stages:
        if stage["id"] not in view.steps_of:
            yield Found("stage", stage["id"], {"stage": stage["title"]}, "empty")
    for stage in repeated(view.stages):
        yield Found("stage", stage["id"], {"stage": stage["title"]}, "same_name", "title")


@REGISTRY.rule(
    "STG002",
    Severity.WARNING,
    Topic.TOUCHPOINTS,
    [Reads.STAGES, Reads.STEPS, Reads.PLACEMENTS],
    unit=Unit.STAGE,
)
def no_touchpoint(view: MapView, stage: Item, given: Given) -> Iterator[Found]:
    """Customer and brand meet in every stage."""
    steps = view.steps_of.get(stage["id"], ())
    if steps and not any(view.placements_at(step["id"]) for step in steps):
        yield Found("stage", stage["id"], {"stage": stage["title"]})


@REGISTRY.rule("STG003", Severity.ADVICE, Topic.STRUCTURE, [Reads.STAGES], unit=Unit.STAGE)
def no_customer_goal(view: MapView, stage: Item, given: Given) -> Iterator[Found]:
    """What customers do is driven by what they want."""
    if not stage["customer_goal"].strip():
        values = {"stage": stage["title"]}
        yield Found("stage", stage["id"], values, field="customer_goal")


@REGISTRY.rule("STG004", Severity.ADVICE, Topic.STRUCTURE, [Reads.STAGES], unit=Unit.STAGE)
def no_trigger(view: MapView, stage: Item, given: Given) -> Iterator[Found]:
    """Something makes the customer go on; after the last stage nothing has to."""
    if not stage["trigger"].strip() and stage["id"] != view.stages[-1]["id"]:
        yield Found("stage", stage["id"], {"stage": stage["title"]}, field="trigger")


@REGISTRY.rule(
    "STG005",
    Severity.ADVICE,
    Topic.TOUCHPOINTS,
    [Reads.STAGES, Reads.STEPS, Reads.PLACEMENTS],
    unit=Unit.STAGE,
    parameters=[Parameter("touchpoints", 7, 1, 50)],
)
def many_touchpoints(view: MapView, stage: Item, given: Given) -> Iterator[Found]:
    """Too many touchpoints make the way longer."""
    steps = view.steps_of.get(stage["id"], ())
    placed = {item["touchpoint_id"] for step in steps for item in view.placements_at(step["id"])}
    if len(placed) > given["touchpoints"]:
        values = {"stage": stage["title"], "count": len(placed)}
        yield Found("stage", stage["id"], values)


@REGISTRY.rule(
    "STG006",
    Severity.ADVICE,
    Topic.STRUCTURE,
    [Reads.STAGES, Reads.STEPS],
    unit=Unit.STAGE,
    parameters=[Parameter("steps", 9, 2, 100)],
)
def many_steps(view: MapView, stage: Item, given: Given) -> Iterator[Found]:
    """A stage of very many steps is two stages."""
    count = len(view.steps_of.get(stage["id"], ()))
    if count > given["steps"]:
        yield Found("stage", stage["id"], {"stage": stage["title"], "count": count})


@REGISTRY.rule("STG007", Severity.WARNING, Topic.STRUCTURE, [Reads.STAGES], unit=Unit.STAGE)
def nameless_stage(view: MapView, stage: Item, given: Given) -> Iterator[Found]:
    """A stage that has no name cannot be talked about."""
    if not stage["title"].strip():
        number = next(
            place for place, other in enumerate(view.stages, 1) if other["id"] == stage["id"]
        )
        yield Found("stage", stage["id"], {"number": number}, field="title", basis="")


def _remove_step(view: MapView, found: Found, fixing: Fixing) -> Operations:
    return [{"op": "step.remove", "id": found.id}]


@REGISTRY.rule(
    "STP001",
    Severity.WARNING,
    Topic.STRUCTURE,
    [Reads.STEPS, Reads.CARDS, Reads.LANES, Reads.PLACEMENTS, Reads.EMOTIONS],
    unit=Unit.STEP,
    fix=_remove_step,
)
def empty_step(view: MapView, step: Item, given: Given) -> Iterator[Found]:
    """A step on which nothing is drawn tells nothing."""
    step_id = step["id"]
    drawn = view.placements_at(step_id) or view.emotions_at(step_id)
    if view.is_bare(step_id) and not drawn:
        yield Found("step", step_id, {"step": step["title"]})


@REGISTRY.rule(
    "STP002",
    Severity.WARNING,
    Topic.STRUCTURE,
    [Reads.STEPS, Reads.STAGES],
    variants=("nameless", "same_name"),
)
def nameless_or_twice(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """A step has a name, and another one than its neighbours in the stage."""
    for number, step in enumerate(view.steps, 1):
        if not step["title"].strip():
            yield Found("step", step["id"], {"number": number}, "nameless", "title", basis="")
    for steps in view.steps_of.values():
        for step in repeated(steps):
            yield Found("step", step["id"], {"step": step["title"]}, "same_name", "title")
