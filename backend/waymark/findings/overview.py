"""Findings thing by thing: what has how many, and what to look at first. Pure."""

from collections import Counter
from dataclasses import dataclass, field

from waymark.findings.report import Finding, Report, State, Thing

STALE = ("MAP004", "stale")
"""The rule, and what it says, when a map has not been looked at for long."""


@dataclass(slots=True)
class ThingFindings:
    """One map, persona, touchpoint or source that something was found of."""

    thing: Thing
    worst: int
    """The rank of the worst severity, 0 for an error."""
    stale: bool = False
    """Whether it is a map that has not been looked at for long."""
    counts: Counter[str] = field(default_factory=Counter)
    """As in a report: open ones by severity, and how many were dismissed."""

    @property
    def place(self) -> tuple[int, int, int, str, str]:
        """Where it stands in a list: stale maps, then the worst, then those with the most."""
        open_ones = self.counts.total() - self.counts[State.DISMISSED]
        return (not self.stale, self.worst, -open_ones, self.thing.title, self.thing.id)


def by_thing(report: Report) -> list[ThingFindings]:
    """The things of a report that something was found of, the most urgent first."""
    found: dict[str, ThingFindings] = {}
    for one in report.findings:
        entry = found.get(one.thing.id)
        if entry is None:
            entry = found[one.thing.id] = ThingFindings(one.thing, one.severity.rank)
        entry.worst = min(entry.worst, one.severity.rank)
        entry.stale = entry.stale or _is_stale(one)
        entry.counts[one.severity if one.state is State.OPEN else one.state] += 1
    return sorted(found.values(), key=lambda entry: entry.place)


def _is_stale(one: Finding) -> bool:
    said = one.said
    return one.state is State.OPEN and (said.rule.id, said.found.variant) == STALE
