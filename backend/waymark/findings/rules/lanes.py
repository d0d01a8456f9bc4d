"""Rules about what is drawn: what customers do, think and feel, where it hurts, what could help."""

from collections.abc import Iterator

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
    Unit,
)
from waymark.findings.registry import REGISTRY
from waymark.findings.view import MapView, short
from waymark.maps.document import Fields, Item
from waymark.maps.parts import Kind

THINKING = ("thoughts", "questions", "expectations")
DRAWN = [Reads.STEPS, Reads.LANES, Reads.CARDS, Reads.EMOTIONS]


@REGISTRY.rule(
    "LAN001",
    Severity.ADVICE,
    Topic.EXPERIENCE,
    DRAWN,
    unit=Unit.STEP,
    variants=("no_action", "no_thought", "no_emotion"),
)
def not_lived_through(view: MapView, step: Item, given: Given) -> Iterator[Found]:
    """Does, thinks, feels: at every step. Lanes that are not there at all are LAN006's."""
    step_id = step["id"]
    emotions = view.emotions_at(step_id)
    if view.is_bare(step_id) and not emotions:
        return
    values = {"step": step["title"]}
    if "actions" in view.lane_kinds and not view.cards_at(step_id, "actions"):
        yield Found("step", step_id, values, "no_action")
    if view.lane_kinds & set(THINKING) and not view.cards_at(step_id, *THINKING):
        yield Found("step", step_id, values, "no_thought")
    if "emotions" in view.lane_kinds and not emotions:
        yield Found("step", step_id, values, "no_emotion")


@REGISTRY.rule(
    "LAN002",
    Severity.WARNING,
    Topic.EXPERIENCE,
    DRAWN,
    unit=Unit.STEP,
    parameters=[Parameter("score", -1, -2, 0, Quantity.MOOD)],
)
def dip_without_pain(view: MapView, step: Item, given: Given) -> Iterator[Found]:
    """Where it goes down deeply, something hurts."""
    scores = [emotion["score"] for emotion in view.emotions_at(step["id"])]
    if scores and min(scores) <= given["score"] and not view.cards_at(step["id"], "pain_points"):
        values = {"step": step["title"], "score": min(scores)}
        yield Found("step", step["id"], values)


def _an_idea(view: MapView, found: Found, fixing: Fixing) -> Operations:
    card = view.document.items[Kind.CARD][found.id]
    operations: Operations = []
    lane_id = view.lane_id("opportunities")
    if lane_id is None:
        lane_id = fixing.new_id()
        title = fixing.text("rule_lan003_lane", {})
        lane = {"id": lane_id, "kind": "opportunities", "title": title}
        operations.append({"op": "lane.add", "item": lane})
    idea = {
        "id": fixing.new_id(),
        "step_id": card["step_id"],
        "lane_id": lane_id,
        "text": fixing.text("rule_lan003_idea", {"card": short(card["text"])}),
        "status": "idea",
    }
    return [*operations, {"op": "card.add", "item": idea}]


@REGISTRY.rule(
    "LAN003",
    Severity.WARNING,
    Topic.EXPERIENCE,
    [Reads.STEPS, Reads.LANES, Reads.CARDS],
    unit=Unit.CARD,
    lanes=("pain_points",),
    fix=_an_idea,
)
def pain_without_answer(view: MapView, card: Item, given: Given) -> Iterator[Found]:
    """A pain point is an opportunity, or something is being done about it already."""
    if card["status"] or any(
        view.cards_at(step_id, "opportunities") for step_id in view.covered(card)
    ):
        return
    yield Found("card", card["id"], {"card": short(card["text"])})


def _taken_on(view: MapView, found: Found, fixing: Fixing) -> Operations:
    card = view.document.items[Kind.CARD][found.id]
    fields: dict[str, object] = {}
    if card["status"] is None:
        fields["status"] = "idea"
    if card["owner_id"] is None and fixing.user_id:
        fields["owner_id"] = fixing.user_id
    return [{"op": "card.set", "id": found.id, "set": fields}] if fields else []


@REGISTRY.rule(
    "LAN004",
    Severity.ADVICE,
    Topic.EXPERIENCE,
    [Reads.LANES, Reads.CARDS],
    unit=Unit.CARD,
    lanes=("opportunities",),
    variants=("nobody", "no_size"),
    fix=_taken_on,
    fixes=("nobody",),
)
def opportunity_without_plan(view: MapView, card: Item, given: Given) -> Iterator[Found]:
    """An idea that nobody owns and nobody has sized stays an idea."""
    if card["status"] in ("done", "dropped"):
        return
    values = {"card": short(card["text"])}
    for variant, names in (("nobody", ("owner_id", "status")), ("no_size", ("impact", "effort"))):
        missing = [name for name in names if card[name] is None]
        if missing:
            yield Found("card", card["id"], values, variant, missing[0], basis=missing)


@REGISTRY.rule(
    "LAN005",
    Severity.ADVICE,
    Topic.PROOF,
    [Reads.LANES, Reads.CARDS],
    unit=Unit.CARD,
    lanes=("pain_points", *THINKING),
)
def guessed(view: MapView, card: Item, given: Given) -> Iterator[Found]:
    """The worst way to know a customer is to guess."""
    if card["text"].strip() and not card["evidence"]:
        yield Found("card", card["id"], {"card": short(card["text"])}, field="evidence")


def _a_lane(view: MapView, found: Found, fixing: Fixing) -> Operations:
    title = fixing.text(f"rule_lan006_lane_{found.variant}", {})
    item = {"id": fixing.new_id(), "kind": found.variant, "title": title}
    return [{"op": "lane.add", "item": item}]


@REGISTRY.rule(
    "LAN006",
    Severity.ADVICE,
    Topic.EXPERIENCE,
    [Reads.LANES, Reads.STAGES],
    variants=("actions", "thoughts", "emotions", "pain_points", "opportunities"),
    fix=_a_lane,
)
def lane_missing(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """Does, thinks, feels, where it hurts, what could help: the five rows every map needs."""
    if not view.stages:
        return
    kinds = view.lane_kinds
    for kind in ("actions", "thoughts", "emotions", "pain_points", "opportunities"):
        if kind not in kinds and not (kind == "thoughts" and kinds & set(THINKING)):
            yield Found("map", view.id, {"map": fields["title"]}, kind)


def _add_persona(view: MapView, found: Found, fixing: Fixing) -> Operations:
    personas = [*view.fields["persona_ids"], found.apart]
    return [{"op": "map.set", "set": {"persona_ids": personas}}]


@REGISTRY.rule(
    "LAN007",
    Severity.ERROR,
    Topic.EXPERIENCE,
    [Reads.FIELDS, Reads.EMOTIONS, Reads.PERSONAS],
    fix=_add_persona,
)
def feelings_of_a_stranger(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """What is drawn is felt by somebody whose journey this is."""
    drawn = {emotion["persona_id"] for emotion in view.document.items[Kind.EMOTION].values()}
    for persona_id in sorted(drawn - {None, *fields["persona_ids"]}):
        persona = view.around.personas.get(persona_id)
        if persona is not None:
            values = {"persona": persona.name}
            yield Found("map", view.id, values, field="persona_ids", apart=persona_id)


@REGISTRY.rule(
    "LAN008",
    Severity.ADVICE,
    Topic.EXPERIENCE,
    [Reads.EMOTIONS],
    parameters=[Parameter("steps", 4, 2, 100)],
)
def flat_line(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """A journey without ups and downs has not been looked at closely."""
    scores = [emotion["score"] for emotion in view.document.items[Kind.EMOTION].values()]
    if len(scores) >= given["steps"] and min(scores) == max(scores):
        values = {"score": scores[0], "count": len(scores)}
        yield Found("map", view.id, values, basis=[scores[0]])


def _remove_card(view: MapView, found: Found, fixing: Fixing) -> Operations:
    return [{"op": "card.remove", "id": found.id}]


@REGISTRY.rule(
    "LAN009",
    Severity.ADVICE,
    Topic.EXPERIENCE,
    [Reads.LANES, Reads.CARDS],
    unit=Unit.CARD,
    fix=_remove_card,
)
def blank_card(view: MapView, card: Item, given: Given) -> Iterator[Found]:
    """A card that says nothing takes up room."""
    if not (card["text"].strip() or card["image_url"] or card["metric"] or card["links"]):
        lane = view.document.items[Kind.LANE][card["lane_id"]]
        yield Found("card", card["id"], {"lane": lane["title"]}, field="text")
