"""Checking what is not stored, and never will be: drafts of maps, personas and touchpoints."""

from dataclasses import replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import check_map
from waymark.findings.context import Context, check_all_things
from waymark.findings.model import Subject
from waymark.findings.report import Report, Thing, findings_of, merged
from waymark.findings.service import thing_report, things_on
from waymark.findings.surroundings import Channel, Persona, Surroundings, Touchpoint
from waymark.findings.thresholds import DEFAULTS, RuleSettings
from waymark.findings.view import MapView
from waymark.interchange.file import SCHEMA_ID, MapFile
from waymark.interchange.reading import check, operations_of
from waymark.kit.clock import utcnow
from waymark.kit.errors import Fault
from waymark.maps.document import Document
from waymark.maps.errors import ImpossibleChange
from waymark.maps.fields import MapFields
from waymark.maps.operations import Impossible, apply


def id_of(kind: str, name: str) -> str:
    """The id that something of a draft goes by: the same for the same name."""
    return str(uuid5(NAMESPACE_URL, f"{SCHEMA_ID}:{kind}:{name}"))


def check_map_draft(file: MapFile, settings: RuleSettings = DEFAULTS) -> Report:
    """What the rules say of a map in a file, and of what it brings along.

    Raises BadMapFile, or ImpossibleChange where its items do not hang together.
    """
    check(file)
    around = _surroundings(file)
    context = Context("", around, settings, {}, check_all_things(around, settings))
    view = MapView(id_of("map", file.map.title), document_of(file), around)
    rules = REGISTRY.of(Subject.MAP)
    checked = check_map(rules, view, settings.thresholds(rules))
    own = findings_of(Thing(Subject.MAP, view.id, file.map.title), checked, context)
    personas = tuple(view.fields["persona_ids"])
    return merged(own, *things_on(context, personas, view.touchpoint_ids, ()))


def document_of(file: MapFile) -> Document:
    """The map of a file. Raises ImpossibleChange with a pointer into the file."""
    operations = operations_of(
        file,
        {persona.ref: id_of("persona", persona.ref) for persona in file.personas},
        {touchpoint.key: id_of("touchpoint", touchpoint.key) for touchpoint in file.touchpoints},
        _Everybody(),
    )
    empty = Document.empty(MapFields(title=file.map.title).model_dump(mode="json"))
    try:
        return apply(empty, operations).document
    except Impossible as error:
        pointer = _pointer(file, error.index) + error.pointer.removeprefix("/item").removeprefix(
            "/set"
        )
        raise ImpossibleChange(
            str(error), faults=[Fault(pointer, error.code, error.detail)]
        ) from error


class _Everybody(dict[str, str]):
    """In a file, whoever is named is somebody."""

    def get(self, name: str, default: Any = None) -> Any:
        return id_of("member", name) if name else default


def _pointer(file: MapFile, index: int) -> str:
    """Where in a file the operation with this index comes from."""
    for name in ("stages", "lanes", "steps", "cards", "placements", "emotions"):
        items = getattr(file, name)
        if index < len(items):
            return f"/{name}/{index}"
        index -= len(items)
    return "/map"


def _surroundings(file: MapFile) -> Surroundings:
    channels = {one.key: id_of("channel", one.key) for one in file.channels}
    personas = {}
    for one in file.personas:
        fields = one.model_dump(mode="json", exclude={"ref"})
        fields["channels"] = [channels[key] for key in one.channels]
        persona_id = id_of("persona", one.ref)
        personas[persona_id] = Persona(persona_id, one.name, fields)
    touchpoints = [
        Touchpoint(
            id_of("touchpoint", one.key),
            one.name,
            one.key,
            channels[one.channel] if one.channel else None,
        )
        for one in file.touchpoints
    ]
    return Surroundings(
        utcnow().date(),
        personas,
        {one.id: one for one in touchpoints},
        {
            channels[one.key]: Channel(channels[one.key], one.name, one.group)
            for one in file.channels
        },
    )


def check_persona_draft(fields: dict[str, Any], context: Context) -> Report:
    """What the rules say of a persona that is not stored, beside those that are."""
    persona = Persona(id_of("persona", "draft"), fields["name"], fields)
    personas = {persona.id: persona, **context.around.personas}
    around = replace(context.around, personas=personas)
    return _of(around, context, Subject.PERSONA, persona.id)


def check_touchpoint_draft(fields: dict[str, Any], context: Context) -> Report:
    """What the rules say of a touchpoint that is not stored, beside those that are."""
    draft = Touchpoint(
        id_of("touchpoint", "draft"), fields["name"], fields["key"], fields["channel_id"]
    )
    touchpoints = {draft.id: draft, **context.around.touchpoints}
    around = replace(context.around, touchpoints=touchpoints)
    return _of(around, context, Subject.TOUCHPOINT, draft.id)


def _of(around: Surroundings, context: Context, subject: Subject, thing_id: str) -> Report:
    things = check_all_things(around, context.settings)
    drafted = Context("", around, context.settings, {}, things)
    return merged(thing_report(drafted, subject, thing_id))


def nobody() -> Context:
    """The context of a draft that belongs to no workspace."""
    around = Surroundings(utcnow().date())
    return Context("", around, DEFAULTS, {}, check_all_things(around, DEFAULTS))
