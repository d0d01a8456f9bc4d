"""Checking: every rule over everything it applies to, or only what a change can have affected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from waymark.findings.affected import affected_by
from waymark.findings.locating import said_of
from waymark.findings.model import Given, Reads, Rule, Said, Unit
from waymark.findings.surroundings import Surroundings
from waymark.findings.view import MapView
from waymark.maps.parts import Kind

Place = tuple[str, str]
"""Rule id and unit id; the unit of a rule about the whole is called so."""
Thresholds = Mapping[str, Given]
"""Thresholds by rule id; a rule that is not in it is switched off."""

WHOLE = "whole"


@dataclass(frozen=True)
class Checked:
    """What the rules said: findings by place, units looked at and failures by rule.

    A rule that fails is left out of the rest; what the others said stands.
    """

    found: Mapping[Place, tuple[Said, ...]] = field(default_factory=dict)
    looked_at: Mapping[str, int] = field(default_factory=dict)
    failures: Mapping[str, Exception] = field(default_factory=dict)


class _Checking:
    """One run over some rules, gathering what they say."""

    def __init__(self) -> None:
        self.found: dict[Place, tuple[Said, ...]] = {}
        self.looked_at: dict[str, int] = {}
        self.failures: dict[str, Exception] = {}

    def run(self, rule: Rule, world: Any, units: Iterable[tuple[str, Any]], given: Given) -> None:
        try:
            for unit_id, unit in units:
                found = [said_of(rule, one, world) for one in rule.check(world, unit, given)]
                if found:
                    self.found[rule.id, unit_id] = tuple(found)
        except Exception as error:  # whatever a rule does, the others are heard
            self.found = {at: found for at, found in self.found.items() if at[0] != rule.id}
            self.failures[rule.id] = error

    def done(self) -> Checked:
        return Checked(self.found, self.looked_at, self.failures)


def check_map(rules: Sequence[Rule], view: MapView, thresholds: Thresholds) -> Checked:
    """Every rule about maps over a whole map."""
    checking = _Checking()
    for rule in rules:
        if rule.id in thresholds:
            units = units_of(rule, view)
            checking.looked_at[rule.id] = len(units)
            checking.run(rule, view, units, thresholds[rule.id])
    return checking.done()


def check_again(
    rules: Sequence[Rule],
    view: MapView,
    thresholds: Thresholds,
    before: MapView,
    known: Checked,
) -> Checked:
    """The same, where `known` is what was said of the map as it was before.

    Looks only at what the changes between the two can have affected. The thresholds are those that
    `known` was checked with.
    """
    affected = affected_by(before, view)
    if affected.everything:
        return check_map(rules, view, thresholds)
    checking = _Checking()
    anew: dict[str, bool] = {}
    for rule in rules:
        if rule.id not in thresholds:
            continue
        units = units_of(rule, view)
        checking.looked_at[rule.id] = len(units)
        all_of_it = rule.id in known.failures or bool(affected.reads & _OF_ALL & rule.reads)
        if all_of_it or affected.reads & rule.reads:
            anew[rule.id] = all_of_it or rule.unit is Unit.WHOLE
            if not anew[rule.id]:
                units = [entry for entry in units if entry[0] in affected.units]
            checking.run(rule, view, units, thresholds[rule.id])
    for place, found in known.found.items():
        rule_id, unit_id = place
        said_anew = rule_id in anew and (anew[rule_id] or unit_id in affected.units)
        if not said_anew and rule_id not in checking.failures:
            checking.found[place] = found
    return checking.done()


def check_things(
    rules: Sequence[Rule], around: Surroundings, things: Mapping[str, Any], thresholds: Thresholds
) -> Checked:
    """Every rule about one kind of thing of the workspace over all of them, by id."""
    checking = _Checking()
    for rule in rules:
        if rule.id in thresholds:
            checking.looked_at[rule.id] = len(things)
            checking.run(rule, around, things.items(), thresholds[rule.id])
    return checking.done()


_OF_ALL = {
    Reads.FIELDS,
    Reads.PERSONAS,
    Reads.TOUCHPOINTS,
    Reads.DAY,
    Reads.EVIDENCE,
}
"""What belongs to no place: when it changes, a rule that reads it looks everywhere."""


def units_of(rule: Rule, view: MapView) -> list[tuple[str, Any]]:
    """What a rule looks at on a map, by id."""
    match rule.unit:
        case Unit.WHOLE:
            return [(WHOLE, view.fields)]
        case Unit.STAGE:
            items: Iterable[Any] = view.stages
        case Unit.STEP:
            items = view.steps
        case Unit.CARD if rule.lanes:
            items = [card for kind in rule.lanes for card in view.cards_of.get(kind, ())]
        case Unit.CARD:
            items = view.document.items[Kind.CARD].values()
    return [(item["id"], item) for item in items]
