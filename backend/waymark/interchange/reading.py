"""From a file to a map: operations on an empty one, with the ids that names stand for. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from waymark.interchange.file import MapFile
from waymark.kit.errors import Fault, Invalid
from waymark.maps.operations import Add, Operation, Set
from waymark.maps.parts import Kind


class BadMapFile(Invalid):
    """The file speaks of something that is not in it, or says something twice."""

    code = "bad_map_file"
    title = "The file contradicts itself"


def check(file: MapFile) -> None:
    """Raise BadMapFile with pointers to every name that is used and not given, or given twice."""
    channels = {channel.key for channel in file.channels}
    touchpoints = {touchpoint.key for touchpoint in file.touchpoints}
    personas = {persona.ref for persona in file.personas}
    faults = [
        *_twice("channels", "key", [channel.key for channel in file.channels]),
        *_twice("touchpoints", "key", [touchpoint.key for touchpoint in file.touchpoints]),
        *_twice("personas", "ref", [persona.ref for persona in file.personas]),
        *_unknown("channel", channels, _channels_used(file)),
        *_unknown("touchpoint", touchpoints, _touchpoints_used(file)),
        *_unknown("persona", personas, _personas_used(file)),
    ]
    if faults:
        raise BadMapFile(faults[0].detail, faults=faults[:50])


Used = Iterable[tuple[str, str]]
"""JSON pointers and the names they hold."""


def _channels_used(file: MapFile) -> Iterator[tuple[str, str]]:
    for place, touchpoint in enumerate(file.touchpoints):
        if touchpoint.channel is not None:
            yield f"/touchpoints/{place}/channel", touchpoint.channel
    for place, persona in enumerate(file.personas):
        for inner, key in enumerate(persona.channels):
            yield f"/personas/{place}/channels/{inner}", key


def _touchpoints_used(file: MapFile) -> Iterator[tuple[str, str]]:
    for place, placement in enumerate(file.placements):
        yield f"/placements/{place}/touchpoint", placement.touchpoint


def _personas_used(file: MapFile) -> Iterator[tuple[str, str]]:
    for place, ref in enumerate(file.map.personas):
        yield f"/map/personas/{place}", ref
    for place, emotion in enumerate(file.emotions):
        if emotion.persona is not None:
            yield f"/emotions/{place}/persona", emotion.persona


def _unknown(kind: str, known: set[str], used: Used) -> Iterator[Fault]:
    for pointer, name in used:
        if name not in known:
            detail = f"The file has no {kind} “{name}”."
            yield Fault(pointer, f"unknown_{kind}", detail)


def _twice(plural: str, member: str, names: list[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen:
            yield Fault(f"/{plural}/{place}/{member}", "duplicate", f"“{name}” is there twice.")
        seen.add(name)


def fields_of(
    file: MapFile, personas: Mapping[str, str], members: Mapping[str, str]
) -> dict[str, Any]:
    """The map's own fields; personas by ref and members by name to their ids."""
    fields = file.map.model_dump(mode="json", exclude={"personas", "owner"})
    fields["persona_ids"] = [personas[ref] for ref in file.map.personas]
    fields["owner_id"] = members.get(file.map.owner)
    return fields


def operations_of(
    file: MapFile,
    personas: Mapping[str, str],
    touchpoints: Mapping[str, str],
    members: Mapping[str, str],
) -> list[Operation]:
    """The operations that make an empty map this one; its own fields come last."""
    operations: list[Operation] = []
    for kind, items in (
        (Kind.STAGE, file.stages),
        (Kind.LANE, file.lanes),
        (Kind.STEP, file.steps),
    ):
        operations += [Add(kind, item.model_dump(mode="json")) for item in items]
    for card in file.cards:
        item = card.model_dump(mode="json", exclude={"owner"})
        operations.append(Add(Kind.CARD, {**item, "owner_id": members.get(card.owner)}))
    for placement in file.placements:
        item = placement.model_dump(mode="json", exclude={"touchpoint"})
        item["touchpoint_id"] = touchpoints[placement.touchpoint]
        operations.append(Add(Kind.PLACEMENT, item))
    for emotion in file.emotions:
        item = emotion.model_dump(mode="json", exclude={"persona"})
        item["persona_id"] = None if emotion.persona is None else personas[emotion.persona]
        operations.append(Add(Kind.EMOTION, item))
    return [*operations, Set(None, "", fields_of(file, personas, members))]
