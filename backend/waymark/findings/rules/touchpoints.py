"""Rules about touchpoints: in the catalogue, and where maps place them."""

from collections.abc import Iterator

from waymark.findings.model import (
    Found,
    Given,
    Parameter,
    Quantity,
    Reads,
    Severity,
    Subject,
    Topic,
)
from waymark.findings.registry import REGISTRY
from waymark.findings.surroundings import Surroundings, Touchpoint, plain
from waymark.findings.view import MapView
from waymark.maps.document import Fields
from waymark.maps.parts import Kind

DIGITAL = frozenset({"social_media", "website", "app", "search", "paid_ads", "email", "chat"})
"""Groups of channels that are reached through a screen. The others are met in person, or printed,
or heard."""

PLACED = [Reads.STEPS, Reads.PLACEMENTS, Reads.TOUCHPOINTS]


@REGISTRY.rule("TCH001", Severity.WARNING, Topic.TOUCHPOINTS, subject=Subject.TOUCHPOINT)
def no_channel(around: Surroundings, touchpoint: Touchpoint, given: Given) -> Iterator[Found]:
    """A touchpoint happens somewhere."""
    if touchpoint.channel_id is None:
        values = {"touchpoint": touchpoint.name}
        yield Found("touchpoint", touchpoint.id, values, field="channel_id")


@REGISTRY.rule(
    "TCH002",
    Severity.ADVICE,
    Topic.TOUCHPOINTS,
    PLACED,
    parameters=[Parameter("touchpoints", 3, 2, 50)],
    variants=("one_group", "digital"),
)
def one_sided(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """Customers cross channels, and not all of life is on a screen."""
    groups = {view.around.group_of(one) for one in view.touchpoint_ids} - {None}
    if not groups or len(view.touchpoint_ids) < given["touchpoints"]:
        return
    basis = sorted(str(group) for group in groups)
    if len(groups) == 1:
        values = {"map": fields["title"], "group": basis[0].replace("_", " ")}
        yield Found("map", view.id, values, "one_group", basis=basis)
    elif groups <= DIGITAL:
        values = {"map": fields["title"], "count": len(groups)}
        yield Found("map", view.id, values, "digital", basis=basis)


@REGISTRY.rule("TCH003", Severity.WARNING, Topic.TOUCHPOINTS, PLACED)
def on_several_steps(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """An event names a touchpoint; it cannot name the step as well."""
    placed: dict[str, list[str]] = {}
    for item in view.placements:
        placed.setdefault(item["touchpoint_id"], []).append(item["step_id"])
    for touchpoint_id, step_ids in placed.items():
        if len(step_ids) > 1:
            values = {
                "touchpoint": view.touchpoint_name(touchpoint_id),
                "count": len(step_ids),
            }
            basis = sorted(step_ids)
            yield Found("map", view.id, values, apart=touchpoint_id, basis=basis)


@REGISTRY.rule("TCH004", Severity.ADVICE, Topic.TOUCHPOINTS, [Reads.PLACEMENTS])
def no_moment_of_truth(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """Somewhere on the way it is decided whether the customer goes on."""
    placements = view.placements
    if placements and not any(item["moment_of_truth"] for item in placements):
        yield Found("map", view.id, {"map": fields["title"]})


@REGISTRY.rule("TCH005", Severity.ADVICE, Topic.PROOF, subject=Subject.TOUCHPOINT)
def not_fed(around: Surroundings, touchpoint: Touchpoint, given: Given) -> Iterator[Found]:
    """What no source speaks of cannot be measured. Silent while there is no source at all."""
    if touchpoint.fed is False and any(source.active for source in around.sources.values()):
        values = {"touchpoint": touchpoint.name, "key": touchpoint.key}
        yield Found("touchpoint", touchpoint.id, values)


@REGISTRY.rule("TCH006", Severity.ADVICE, Topic.TOUCHPOINTS, subject=Subject.TOUCHPOINT)
def looks_like_another(
    around: Surroundings, touchpoint: Touchpoint, given: Given
) -> Iterator[Found]:
    """Two touchpoints of one name and channel share the events that one should have."""
    look = (plain(touchpoint.name), touchpoint.channel_id)
    others = [one for one in around.touchpoints_by_look.get(look, ()) if one.id != touchpoint.id]
    if others:
        values = {"touchpoint": touchpoint.name, "other": others[0].name}
        basis = [touchpoint.name, sorted(other.id for other in others)]
        yield Found("touchpoint", touchpoint.id, values, field="name", basis=basis)


@REGISTRY.rule(
    "TCH007",
    Severity.ADVICE,
    Topic.TOUCHPOINTS,
    [Reads.STEPS, Reads.PLACEMENTS],
    parameters=[Parameter("moments", 5, 1, 50)],
)
def everything_decides(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """Where everything is a moment of truth, nothing is."""
    count = sum(item["moment_of_truth"] for item in view.placements)
    if count > given["moments"]:
        yield Found("map", view.id, {"map": fields["title"], "count": count})


@REGISTRY.rule(
    "TCH008",
    Severity.ADVICE,
    Topic.TOUCHPOINTS,
    [Reads.FIELDS, Reads.PERSONAS, *PLACED],
)
def favourite_channels_missing(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """A persona is met where the persona likes to be."""
    used = {
        view.around.touchpoints[one].channel_id
        for one in view.touchpoint_ids
        if one in view.around.touchpoints
    } - {None}
    if not used:
        return
    for persona_id in fields["persona_ids"]:
        persona = view.around.personas.get(persona_id)
        liked = set(persona.fields["channels"]) if persona else set()
        if persona and liked and not liked & used:
            names = [
                view.around.channels[one].name
                for one in persona.fields["channels"]
                if one in view.around.channels
            ]
            if names:
                values = {"persona": persona.name, "channel": names[0]}
                basis = sorted(liked)
                yield Found("map", view.id, values, apart=persona_id, basis=basis)


@REGISTRY.rule(
    "TCH009",
    Severity.WARNING,
    Topic.TOUCHPOINTS,
    [Reads.STEPS, Reads.PLACEMENTS, Reads.TOUCHPOINTS, Reads.EMOTIONS],
    parameters=[Parameter("difference", 1.5, 0.5, 4, Quantity.MOOD)],
)
def expected_but_not_felt(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """What a touchpoint is expected to make of people is what people feel there."""
    for item in view.placements:
        expected = item["expected_satisfaction"]
        scores = [emotion["score"] for emotion in view.emotions_at(item["step_id"])]
        if expected is None or not scores:
            continue
        felt = sum(scores) / len(scores)
        if abs(expected - felt) > given["difference"]:
            step = view.document.items[Kind.STEP][item["step_id"]]
            values = {
                "touchpoint": view.touchpoint_name(item["touchpoint_id"]),
                "step": step["title"],
                "expected": expected,
                "felt": round(felt, 2),
            }
            yield Found("placement", item["id"], values, field="expected_satisfaction")
