"""From a map to its file. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from waymark.interchange.file import (
    FORMAT,
    VERSION,
    FileChannel,
    FileMap,
    FilePersona,
    FileTouchpoint,
    MapFile,
)
from waymark.kit.text import slugify, unique_slug
from waymark.maps.document import Document, Item
from waymark.maps.parts import Kind
from waymark.personas.models import Persona
from waymark.personas.schemas import PersonaFields
from waymark.touchpoints.models import Channel, Touchpoint


def file_of(
    document: Document,
    personas: Sequence[Persona],
    touchpoints: Sequence[Touchpoint],
    channels: Mapping[str, Channel],
    members: Mapping[str, str],
) -> MapFile:
    """The file of a map; `members` gives people's names by id.

    Of personas and touchpoints those are given that the map speaks of, and of the channels all.
    """
    refs = _refs(personas)
    keys = {touchpoint.id: touchpoint.key for touchpoint in touchpoints}
    used = {touchpoint.channel_id for touchpoint in touchpoints} - {None}
    used |= {channel_id for persona in personas for channel_id in persona.channels}
    return MapFile.model_validate(
        {
            "format": FORMAT,
            "version": VERSION,
            "map": _map(document, refs, members),
            "channels": [
                FileChannel.model_validate(_named(channel))
                for channel in sorted(channels.values(), key=lambda one: one.key)
                if channel.id in used
            ],
            "touchpoints": [
                FileTouchpoint(
                    key=one.key,
                    name=one.name,
                    channel=channels[one.channel_id].key if one.channel_id else None,
                    description=one.description,
                )
                for one in sorted(touchpoints, key=lambda one: one.key)
            ],
            "personas": [_persona(one, refs[one.id], channels) for one in personas],
            "stages": document.ordered(Kind.STAGE),
            "lanes": document.ordered(Kind.LANE),
            "steps": document.steps_in_order(),
            "cards": [_card(card, members) for card in document.ordered(Kind.CARD)],
            "placements": [
                {**_without(item, "touchpoint_id"), "touchpoint": keys[item["touchpoint_id"]]}
                for item in document.ordered(Kind.PLACEMENT)
            ],
            "emotions": [
                {**_without(item, "persona_id"), "persona": refs.get(item["persona_id"])}
                for item in sorted(
                    document.items[Kind.EMOTION].values(), key=lambda item: item["id"]
                )
            ],
        }
    )


def _refs(personas: Sequence[Persona]) -> dict[str | None, str]:
    refs: dict[str | None, str] = {}
    for persona in personas:
        refs[persona.id] = unique_slug(slugify(persona.name, "persona"), refs.values())
    return refs


def _map(document: Document, refs: Mapping[str | None, str], members: Mapping[str, str]) -> FileMap:
    fields = _without(document.fields, "persona_ids", "owner_id")
    fields["personas"] = [refs[persona_id] for persona_id in document.fields["persona_ids"]]
    fields["owner"] = members.get(document.fields["owner_id"], "")
    return FileMap.model_validate(fields)


def _card(card: Item, members: Mapping[str, str]) -> dict[str, Any]:
    return {**_without(card, "owner_id"), "owner": members.get(card["owner_id"], "")}


def _persona(persona: Persona, ref: str, channels: Mapping[str, Channel]) -> FilePersona:
    fields = {name: getattr(persona, name) for name in PersonaFields.model_fields}
    fields["channels"] = [channels[channel_id].key for channel_id in persona.channels]
    return FilePersona.model_validate({**fields, "ref": ref})


def _named(channel: Channel) -> dict[str, Any]:
    return {name: getattr(channel, name) for name in FileChannel.model_fields}


def _without(item: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in names}
