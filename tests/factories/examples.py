"""The examples of the rules' own documentation, as what the rules look at."""

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from waymark.findings.checking import Checked, check_map, check_things
from waymark.findings.evidence_data import Evidence, PlacementEvidence, StepEvidence
from waymark.findings.model import Rule, Subject
from waymark.findings.pages import examples_of
from waymark.findings.surroundings import (
    Channel,
    Persona,
    SegmentCount,
    Source,
    Surroundings,
    Touchpoint,
)
from waymark.findings.view import MapView
from waymark.maps.document import Document
from waymark.maps.fields import MapFields
from waymark.maps.operations import apply
from waymark.maps.parts import Kind
from waymark.maps.wire import parse_operations
from waymark.personas.schemas import PersonaFields
from waymark.touchpoints.presets import PRESETS

from tests.unit.maps.worlds import an_id

TODAY = date(2026, 11, 21)
CHANNELS = {preset.key: an_id(9_000 + place) for place, preset in enumerate(PRESETS)}


def example_of(rule: Rule, which: str) -> dict[str, Any]:
    """The bad or the good example of a rule, as it is written."""
    return examples_of(rule)[which]


def checked(rule: Rule, example: Mapping[str, Any]) -> Checked:
    """What a rule says of an example, with its own thresholds."""
    thresholds = {rule.id: rule.defaults}
    if rule.subject is Subject.MAP:
        return check_map([rule], view_of(example), thresholds)
    around = surroundings_of(example)
    things: dict[Subject, Mapping[str, Any]] = {
        Subject.PERSONA: around.personas,
        Subject.TOUCHPOINT: around.touchpoints,
        Subject.SOURCE: around.sources,
    }
    first = dict(itertools.islice(things[rule.subject].items(), 1))
    return check_things([rule], around, first, thresholds)


def surroundings_of(example: Mapping[str, Any]) -> Surroundings:
    """The workspace around an example; what it is about comes first."""
    others = example.get("others", [])
    personas = [*example.get("personas", {}).values()]
    touchpoints = [*example.get("touchpoints", {}).values()]
    if "persona" in example:
        personas = [example["persona"], *others]
    if "touchpoint" in example:
        touchpoints = [example["touchpoint"], *others]
    sources = [example["source"]] if "source" in example else example.get("sources", [])
    return Surroundings(
        date.fromisoformat(example.get("today", TODAY.isoformat())),
        {
            an_id(1_000 + n): _persona(an_id(1_000 + n), fields, example.get("maps"))
            for n, fields in enumerate(personas)
        },
        {an_id(2_000 + n): _touchpoint(n, fields) for n, fields in enumerate(touchpoints)},
        {
            CHANNELS[preset.key]: Channel(CHANNELS[preset.key], preset.name, preset.group)
            for preset in PRESETS
        },
        {an_id(3_000 + n): _source(an_id(3_000 + n), fields) for n, fields in enumerate(sources)},
        {an_id(1_000): SegmentCount(**example["counted"])} if "counted" in example else {},
    )


def _persona(persona_id: str, fields: Mapping[str, Any], maps: int | None) -> Persona:
    said = PersonaFields(**{**fields, "channels": []}).model_dump(mode="json")
    said["channels"] = [CHANNELS[key] for key in fields.get("channels", [])]
    return Persona(persona_id, fields["name"], said, maps)


def _touchpoint(number: int, fields: Mapping[str, Any]) -> Touchpoint:
    channel_id = CHANNELS.get(fields.get("channel", ""))
    key = f"touchpoint-{number}"
    return Touchpoint(an_id(2_000 + number), fields["name"], key, channel_id, fields.get("fed"))


def _source(source_id: str, fields: Mapping[str, Any]) -> Source:
    last = date.fromisoformat(fields["last_event_on"])
    return Source(source_id, **{**fields, "last_event_on": last})


def view_of(example: Mapping[str, Any]) -> MapView:
    """The map of an example, as rules see it."""
    around = surroundings_of(example)
    personas = dict(zip(example.get("personas", {}), around.personas, strict=True))
    touchpoints = dict(zip(example.get("touchpoints", {}), around.touchpoints, strict=True))
    fields = dict(example["map"])
    owner = fields.pop("owner", None)
    fields["persona_ids"] = [personas[ref] for ref in fields.pop("personas", [])]
    complete = MapFields(**fields, owner_id=an_id(1) if owner else None).model_dump(mode="json")
    document = apply(
        Document.empty(complete),
        parse_operations(list(_operations(example, personas, touchpoints))),
    ).document
    return MapView(an_id(5), document, around, _evidence(example, document, touchpoints))


def _operations(
    example: Mapping[str, Any], personas: Mapping[str, str], touchpoints: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    numbers = itertools.count(10)

    def add(kind: str, /, **item: Any) -> dict[str, Any]:
        return {"op": f"{kind}.add", "item": {"id": an_id(next(numbers)), **item}}

    lanes = {}
    for lane in example.get("lanes", []):
        operation = add("lane", **lane)
        lanes[lane["kind"]] = operation["item"]["id"]
        yield operation
    for stage in example.get("stages", []):
        about = {name: value for name, value in stage.items() if name != "steps"}
        operation = add("stage", **about)
        yield operation
        for step in stage["steps"]:
            below = add("step", stage_id=operation["item"]["id"], title=step["title"])
            yield below
            here = {"step_id": below["item"]["id"]}
            for kind, cards in step.get("cards", {}).items():
                for card in cards:
                    said = {"text": card} if isinstance(card, str) else dict(card)
                    said["owner_id"] = an_id(1) if said.pop("owner", None) else None
                    yield add("card", lane_id=lanes[kind], **here, **said)
            for placed in step.get("touchpoints", []):
                said = {"ref": placed} if isinstance(placed, str) else dict(placed)
                yield add("placement", touchpoint_id=touchpoints[said.pop("ref")], **here, **said)
            for ref, score in step.get("emotions", {}).items():
                yield add("emotion", persona_id=personas[ref], score=score, **here)


def _evidence(
    example: Mapping[str, Any], document: Document, touchpoints: Mapping[str, str]
) -> Evidence | None:
    told = example.get("evidence")
    if told is None:
        return None
    steps = {step["title"]: step["id"] for step in document.items[Kind.STEP].values()}
    placed = {item["touchpoint_id"]: item["id"] for item in document.items[Kind.PLACEMENT].values()}
    return Evidence(
        date.fromisoformat(told["from"]),
        date.fromisoformat(told["to"]),
        told["customers"],
        {
            steps[title]: StepEvidence(**{**NOTHING_SEEN, **seen})
            for title, seen in told.get("steps", {}).items()
        },
        {
            placed[touchpoints[ref]]: PlacementEvidence(**seen)
            for ref, seen in told.get("placements", {}).items()
        },
    )


NOTHING_SEEN: dict[str, Any] = {
    "continued": 0,
    "earlier_customers": 0,
    "earlier_continued": 0,
    "satisfaction": None,
    "answers": 0,
    "last": False,
}
