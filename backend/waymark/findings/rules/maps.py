"""Rules about a map as a whole: its goal, its people, its upkeep."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from waymark.findings.model import (
    Fixing,
    Found,
    Given,
    Operations,
    Parameter,
    Quantity,
    Reads,
    Severity,
    Topic,
)
from waymark.findings.registry import REGISTRY
from waymark.findings.view import MapView
from waymark.maps.document import Fields, Item

SEVERAL_GOALS = re.compile(r"\n\s*(?:[-*•·]|\d+[.)])|;|\n\s*\n")
"""What separates one goal from another: items of a list, a semicolon, an empty line."""

BUYING = re.compile(
    r"\b(purchase|buy|buys|buying|order|orders|checkout|pay|pays|payment|conversion|decision)\b",
    re.IGNORECASE,
)
"""How people call the stage in which customers buy."""


def _about(view: MapView, **more: object) -> dict[str, object]:
    return {"map": view.fields["title"], **more}


@REGISTRY.rule(
    "MAP001",
    Severity.WARNING,
    Topic.STRUCTURE,
    [Reads.FIELDS],
    variants=("no_goal", "no_start", "no_end"),
)
def no_goal(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """A map is about one goal, from A to B."""
    if not fields["goal"].strip():
        yield Found("map", view.id, _about(view), "no_goal", "goal")
        return
    for name, variant in (("goal_start", "no_start"), ("goal_end", "no_end")):
        if not fields[name].strip():
            yield Found("map", view.id, _about(view), variant, name)


def _the_only_persona(view: MapView, found: Found, fixing: Fixing) -> Operations:
    if len(view.around.personas) != 1:
        return []
    return [{"op": "map.set", "set": {"persona_ids": list(view.around.personas)}}]


@REGISTRY.rule(
    "MAP002",
    Severity.WARNING,
    Topic.STRUCTURE,
    [Reads.FIELDS, Reads.PERSONAS],
    fix=_the_only_persona,
)
def no_persona(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """Every persona has a journey of its own."""
    if not fields["persona_ids"]:
        yield Found("map", view.id, _about(view), field="persona_ids")


@REGISTRY.rule("MAP003", Severity.ADVICE, Topic.STRUCTURE, [Reads.FIELDS])
def several_goals(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """One map cannot serve several goals."""
    goals = [goal for goal in SEVERAL_GOALS.split(fields["goal"]) if goal.strip(" \n-*•·.;")]
    if len(goals) > 1:
        yield Found("map", view.id, _about(view, count=len(goals)), field="goal")


def _owned_or_reviewed(view: MapView, found: Found, fixing: Fixing) -> Operations:
    if found.variant == "no_owner":
        fields: dict[str, object] = {"owner_id": fixing.user_id} if fixing.user_id else {}
    else:
        fields = {"reviewed_on": fixing.today}
    return [{"op": "map.set", "set": fields}] if fields else []


@REGISTRY.rule(
    "MAP004",
    Severity.WARNING,
    Topic.STRUCTURE,
    [Reads.FIELDS, Reads.DAY],
    parameters=[Parameter("days", 90, 7, 730, Quantity.DAYS)],
    variants=("no_owner", "never_reviewed", "stale"),
    fix=_owned_or_reviewed,
)
def not_looked_after(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """Maps are not a one-off."""
    if fields["owner_id"] is None:
        yield Found("map", view.id, _about(view), "no_owner", "owner_id")
    reviewed = fields["reviewed_on"]
    if reviewed is None:
        yield Found("map", view.id, _about(view), "never_reviewed", "reviewed_on")
        return
    days = (view.around.today - date.fromisoformat(reviewed)).days
    if days > given["days"]:
        values = _about(view, days=days, date=reviewed)
        yield Found("map", view.id, values, "stale", "reviewed_on", basis=reviewed)


@REGISTRY.rule("MAP005", Severity.ADVICE, Topic.STRUCTURE, [Reads.STAGES])
def ends_at_the_purchase(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """After the purchase comes what makes customers stay and tell others."""
    if view.stages and BUYING.search(view.stages[-1]["title"]):
        stage = view.stages[-1]
        yield Found("stage", stage["id"], {"stage": stage["title"]})


@REGISTRY.rule("MAP006", Severity.ADVICE, Topic.STRUCTURE, [Reads.FIELDS])
def no_constraint(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """What limits the journey decides what can be done about it."""
    if not any(text.strip() for text in fields["constraints"]):
        yield Found("map", view.id, _about(view), field="constraints")


@REGISTRY.rule(
    "MAP007",
    Severity.ADVICE,
    Topic.PROOF,
    [Reads.CARDS, Reads.LANES],
    variants=("no_metric", "no_numbers"),
)
def nothing_to_measure(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """Without a baseline and a target nobody can say whether anything helped."""
    metrics = [card["metric"] for card in view.cards_of.get("metrics", ()) if card["metric"]]
    if not metrics:
        yield Found("map", view.id, _about(view), "no_metric")
    elif not any(_has_numbers(metric) for metric in metrics):
        yield Found("map", view.id, _about(view, count=len(metrics)), "no_numbers")


def _has_numbers(metric: dict[str, object]) -> bool:
    return metric["baseline"] is not None and metric["target"] is not None


@REGISTRY.rule("MAP008", Severity.WARNING, Topic.STRUCTURE, [Reads.STAGES])
def no_stage(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """A map without stages shows no journey."""
    if not view.stages:
        yield Found("map", view.id, _about(view))


@REGISTRY.rule("MAP009", Severity.ADVICE, Topic.STRUCTURE, [Reads.FIELDS])
def no_scenario(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """The same person takes another way in another situation."""
    if not fields["scenario"].strip():
        yield Found("map", view.id, _about(view), field="scenario")


@REGISTRY.rule("MAP010", Severity.ERROR, Topic.PERSONAS, [Reads.FIELDS, Reads.PERSONAS])
def too_many_customers(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """The personas of a map cannot be more than all customers together."""
    known = [view.around.personas.get(persona_id) for persona_id in fields["persona_ids"]]
    shares = {persona.id: persona.fields["share"] for persona in known if persona}
    total = sum(share for share in shares.values() if share)
    if total > 100:
        basis = sorted(shares.items())
        values = _about(view, total=total / 100)
        yield Found("map", view.id, values, field="persona_ids", basis=basis)


def repeated(items: list[Item]) -> Iterator[Item]:
    """Those after the first whose title another one before them has, whatever its case."""
    seen: Counter[str] = Counter()
    for item in items:
        title = " ".join(item["title"].casefold().split())
        if title and seen[title]:
            yield item
        seen[title] += 1
