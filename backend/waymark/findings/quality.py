"""How good a map is drawn, from 0 to 100, and where it loses. Pure.

For each rule the share of what it looked at and found nothing to say about, weighted by how bad the
workspace finds it. Rules that had nothing to look at do not count, nor do findings that were
dismissed, nor what is measured: a map does not get worse because customers stay away.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import Checked
from waymark.findings.model import Rule, Severity, Subject, Topic
from waymark.findings.report import Report, State
from waymark.findings.thresholds import RuleSettings

WEIGHTS = {Severity.ERROR: 8, Severity.WARNING: 4, Severity.ADVICE: 1}


@dataclass(frozen=True, slots=True)
class TopicQuality:
    """One topic: its own score, how much it weighs in the whole (0 to 1), and its findings."""

    topic: Topic
    score: int
    weight: float
    findings: int


@dataclass(frozen=True, slots=True)
class Quality:
    """A map's score, and what it is made of."""

    score: int
    topics: Sequence[TopicQuality]


def quality_of(report: Report, checked: Checked, settings: RuleSettings) -> Quality:
    """The quality of a map from its report, which has what is on it as well."""
    flagged: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for finding in report.findings:
        if finding.state is State.OPEN:
            found = finding.said.found
            place = (found.id, found.variant) if _many_sided(finding.said.rule) else (found.id, "")
            flagged[finding.said.rule.id].add(place)
    weights: dict[Topic, float] = defaultdict(float)
    earned: dict[Topic, float] = defaultdict(float)
    findings: dict[Topic, int] = defaultdict(int)
    for rule in REGISTRY.all():
        looked_at = _looked_at(rule, report, checked)
        if rule.measured or not settings.enabled(rule) or not looked_at:
            continue
        count = len(flagged[rule.id])
        weight = WEIGHTS[settings.severity(rule)]
        weights[rule.topic] += weight
        earned[rule.topic] += weight * (1 - min(1.0, count / looked_at))
        findings[rule.topic] += count
    whole = sum(weights.values())
    return Quality(
        _percent(sum(earned.values()), whole),
        [
            TopicQuality(
                topic,
                _percent(earned[topic], weights[topic]),
                round(weights[topic] / whole, 4),
                findings[topic],
            )
            for topic in Topic
            if topic in weights
        ],
    )


def _many_sided(rule: Rule) -> bool:
    """Whether each variant of a rule is a question of its own."""
    return rule.subject is Subject.PERSONA


def _looked_at(rule: Rule, report: Report, checked: Checked) -> int:
    if rule.subject is Subject.MAP:
        return checked.looked_at.get(rule.id, 0)
    things = report.things.get(rule.subject, 0)
    return things * (len(rule.variants) if _many_sided(rule) else 1)


def _percent(part: float, whole: float) -> int:
    return round(100 * part / whole) if whole else 0
