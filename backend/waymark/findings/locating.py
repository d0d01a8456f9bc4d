"""Where on a map a finding is, and what is there."""

from typing import Any

from waymark.findings.fingerprint import fingerprint
from waymark.findings.model import Found, Rule, Said, key_of
from waymark.findings.surroundings import Surroundings
from waymark.findings.view import MapView
from waymark.maps.parts import Kind

PARTS = {kind.value: kind for kind in Kind}


def said_of(rule: Rule, found: Found, world: MapView | Surroundings) -> Said:
    """A finding with its key, its fingerprint and its place."""
    key = key_of(rule, found)
    if isinstance(world, Surroundings):
        persona = world.personas.get(found.id)
        content = dict(persona.fields) if persona else None
        return Said(rule, found, key, fingerprint(rule, found, content))
    kind = PARTS.get(found.kind)
    if kind is None:
        digest = fingerprint(rule, found, _map_field(world, found))
        return Said(rule, found, key, digest)
    item = world.document.items[kind][found.id]
    step_id = found.id if kind is Kind.STEP else item.get("step_id")
    stage_id = found.id if kind is Kind.STAGE else None
    column = -1
    if step_id is not None:
        stage_id = world.document.items[Kind.STEP][step_id]["stage_id"]
        column = world.column_of[step_id]
    elif stage_id is not None and stage_id in world.steps_of:
        column = world.column_of[world.steps_of[stage_id][0]["id"]]
    return Said(rule, found, key, fingerprint(rule, found, item), stage_id, step_id, column)


def _map_field(view: MapView, found: Found) -> dict[str, Any] | None:
    if found.field in view.fields:
        return {found.field: view.fields[found.field]}
    return None
