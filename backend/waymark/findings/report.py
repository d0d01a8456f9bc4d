"""From what the rules said to what people are told: severity, state, order, groups. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import Checked
from waymark.findings.context import Context
from waymark.findings.model import Rule, Said, Severity, Subject
from waymark.findings.models import Dismissal


class State(StrEnum):
    """Whether somebody has looked at a finding and put it away."""

    OPEN = "open"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Thing:
    """What a finding belongs to."""

    kind: Subject
    id: str
    title: str
    owner_id: str | None = None
    """Who looks after it, where somebody does."""
    reviewed_on: date | None = None
    """When a map was last looked at."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a thing, as a workspace has settled to see it."""

    thing: Thing
    said: Said
    severity: Severity
    dismissal: Dismissal | None = None

    @property
    def state(self) -> State:
        """Dismissed while what it rests on is what was dismissed."""
        return State.OPEN if self.dismissal is None else State.DISMISSED

    @property
    def place(self) -> tuple[int, str, int, str]:
        """Where it stands in a list: the worst first, then thing by thing, from left to right."""
        return (self.severity.rank, self.thing.title, self.said.column, self.said.key)


@dataclass(frozen=True, slots=True)
class Group:
    """How often one rule found something."""

    rule: Rule
    severity: Severity
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """Findings, the worst first; the rules that could not be checked; the revision looked at."""

    findings: Sequence[Finding]
    failures: Sequence[str] = ()
    revision: int | None = None
    things: Mapping[Subject, int] = field(default_factory=dict)
    """How many things of each kind were looked at, found fault with or not."""

    def only(self, wanted: Callable[[Finding], bool]) -> "Report":
        """The same with only some of the findings."""
        return replace(self, findings=[one for one in self.findings if wanted(one)])

    @property
    def counts(self) -> Counter[str]:
        """How many open findings there are by severity, and how many were dismissed."""
        return Counter(
            one.severity if one.state is State.OPEN else one.state for one in self.findings
        )

    @property
    def groups(self) -> list[Group]:
        """Open findings by rule, the worst and then the most frequent first."""
        counted = Counter(
            (one.said.rule.id, one.severity) for one in self.findings if one.state is State.OPEN
        )
        found = [
            Group(rule, severity, count)
            for (rule_id, severity), count in counted.items()
            if (rule := REGISTRY.get(rule_id))
        ]
        return sorted(found, key=lambda one: (one.severity.rank, -one.count, one.rule.id))


def findings_of(
    thing: Thing, checked: Checked, context: Context, revision: int | None = None
) -> Report:
    """The findings of one thing, in no order. Of what is no map only its own are taken."""
    if thing.kind is Subject.MAP:
        said: Iterable[Said] = (one for found in checked.found.values() for one in found)
    else:
        said = context.said_of(thing.kind, thing.id)
    findings = [judged(thing, one, context) for one in said]
    return Report(findings, sorted(checked.failures), revision, {thing.kind: 1})


def judged(thing: Thing, said: Said, context: Context) -> Finding:
    """A finding with the workspace's own severity, and whether it was dismissed as it is."""
    dismissal = context.dismissals.get((thing.id, said.key))
    if dismissal is not None and dismissal.fingerprint != said.fingerprint:
        dismissal = None
    severity = context.severities[said.rule.id]
    return Finding(thing, said, severity, dismissal)


def merged(*reports: Report) -> Report:
    """One report of several; the revision is the first one's."""
    findings = [finding for report in reports for finding in report.findings]
    failures = sorted({rule_id for report in reports for rule_id in report.failures})
    findings.sort(key=lambda one: one.place)
    things = sum((Counter(report.things) for report in reports), Counter[Subject]())
    return Report(findings, failures, reports[0].revision if reports else None, things)
