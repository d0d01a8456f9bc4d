"""What a change of a map can have affected: which parts, and what kinds of things of it."""

from dataclasses import dataclass, field

from waymark.findings.model import Reads
from waymark.findings.view import MapView
from waymark.maps.document import Item
from waymark.maps.operations import PLACING
from waymark.maps.parts import Kind

READS = {
    Kind.STAGE: Reads.STAGES,
    Kind.STEP: Reads.STEPS,
    Kind.LANE: Reads.LANES,
    Kind.CARD: Reads.CARDS,
    Kind.PLACEMENT: Reads.PLACEMENTS,
    Kind.EMOTION: Reads.EMOTIONS,
}
FRAME = (Kind.STAGE, Kind.STEP, Kind.LANE)


@dataclass
class Affected:
    """The units to look at again, by id, and what kinds of things have changed.

    `everything` when stages or steps came, went or moved, or a lane changed: then all places mean
    something else.
    """

    everything: bool = False
    units: set[str] = field(default_factory=lambda: {"whole"})
    reads: set[Reads] = field(default_factory=set)


def affected_by(before: MapView, after: MapView) -> Affected:
    """What has changed from one view of a map to the next.

    Items are replaced and never changed, so an item that is the same object is the same.
    """
    affected = Affected()
    if before.fields != after.fields:
        affected.reads.add(Reads.FIELDS)
    _compare_surroundings(before, after, affected)
    for kind in Kind:
        old, new = before.document.items[kind], after.document.items[kind]
        if old is new:
            continue
        changed = [item_id for item_id, item in new.items() if old.get(item_id) is not item]
        changed += old.keys() - new.keys()
        if not changed:
            continue
        affected.reads.add(READS[kind])
        for item_id in changed:
            _touch(kind, old.get(item_id), new.get(item_id), before, after, affected)
            if affected.everything:
                return affected
    return affected


def _compare_surroundings(before: MapView, after: MapView, affected: Affected) -> None:
    old, new = before.around, after.around
    if old is not new:
        if old.today != new.today:
            affected.reads.add(Reads.DAY)
        if old.personas != new.personas:
            affected.reads.add(Reads.PERSONAS)
        if old.touchpoints != new.touchpoints or old.channels != new.channels:
            affected.reads.add(Reads.TOUCHPOINTS)
    if before.evidence != after.evidence:
        affected.reads.add(Reads.EVIDENCE)


def _touch(
    kind: Kind,
    old: Item | None,
    new: Item | None,
    before: MapView,
    after: MapView,
    affected: Affected,
) -> None:
    if kind in FRAME:
        affected.everything = (
            kind is Kind.LANE or old is None or new is None or _moved(kind, old, new)
        )
        if new is not None:
            affected.units.add(new["id"])
            if kind is Kind.STEP:
                affected.units.add(new["stage_id"])
        return
    for view, item in ((before, old), (after, new)):
        if item is None:
            continue
        affected.units.add(item["id"])
        step_ids = view.covered(item) if kind is Kind.CARD else [item["step_id"]]
        for step_id in step_ids:
            affected.units.add(step_id)
            affected.units.add(view.document.items[Kind.STEP][step_id]["stage_id"])
            if kind is Kind.CARD:
                affected.units.update(card["id"] for card in view.cards_at(step_id, *PAIRED))


PAIRED = ("pain_points", "opportunities")
"""Kinds of cards about which rules look at other cards of the same step as well."""


def _moved(kind: Kind, old: Item, new: Item) -> bool:
    return any(old[name] != new[name] for name in PLACING[kind])
