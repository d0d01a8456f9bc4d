"""From rules and reports to what goes over the wire, in somebody's language."""

from collections import Counter
from typing import Any

from waymark.findings.fixing import Fixed, can_be_fixed
from waymark.findings.messages import Messages
from waymark.findings.model import Rule as CatalogueRule
from waymark.findings.model import Severity
from waymark.findings.models import FindingSettings as SettingsRow
from waymark.findings.overview import ThingFindings
from waymark.findings.overview_schemas import FindingSubjectSummary, MapScore
from waymark.findings.pages import fix_label
from waymark.findings.quality_schemas import MapQuality, QualityPoint, QualityTopic
from waymark.findings.quality_service import MapQuality as FoundQuality
from waymark.findings.quality_service import MapScore as FoundScore
from waymark.findings.report import Finding as Found
from waymark.findings.report import Report, State, Thing
from waymark.findings.rule_schemas import (
    FindingSettings,
    Rule,
    RuleFix,
    RuleParameter,
    RuleSetting,
)
from waymark.findings.schemas import (
    Finding,
    FindingCounts,
    FindingDismissal,
    FindingGroup,
    FindingPlace,
    FindingsReport,
    FindingSubject,
    RuleFailure,
)
from waymark.findings.thresholds import RuleSettings
from waymark.findings.wording import detail, headline
from waymark.http.schema import Abilities
from waymark.maps.operations import to_wire
from waymark.maps.present import change_body


def present_rule(rule: CatalogueRule, said: Messages) -> Rule:
    """A rule in somebody's language."""
    return Rule(
        id=rule.id,
        severity=rule.severity,
        topic=rule.topic,
        topic_title=said.text(f"topic_{rule.topic}"),
        subject=rule.subject,
        unit=rule.unit,
        measured=rule.measured,
        title=said.text(rule.message_key("title")),
        why=said.text(rule.message_key("why")),
        parameters=[
            RuleParameter(
                name=parameter.name,
                label=said.text(rule.message_key(parameter.name)),
                default=parameter.default,
                minimum=parameter.minimum,
                maximum=parameter.maximum,
                measure=parameter.measure,
                whole=parameter.whole,
            )
            for parameter in rule.parameters
        ],
        fix=RuleFix(label=fix_label(rule, rule.fixes[0], said)) if rule.fix else None,
        page=f"docs/rules/{rule.id}.md",
    )


def present_finding(finding: Found, said: Messages) -> Finding:
    """A finding in somebody's language."""
    rule, found = finding.said.rule, finding.said.found
    key = rule.message_key("says", found.variant)
    fixable = can_be_fixed(finding.said)
    return Finding(
        key=finding.said.key,
        rule_id=rule.id,
        severity=finding.severity,
        topic=rule.topic,
        state=finding.state,
        subject=_subject(finding.thing),
        place=FindingPlace(
            kind=found.kind,
            id=found.id,
            field=found.field or None,
            stage_id=finding.said.stage_id,
            step_id=finding.said.step_id,
        ),
        message=headline(finding.said, said),
        detail=detail(finding.said, said),
        why=said.text(rule.message_key("why")),
        message_key=key,
        values=dict(found.values),
        fix=RuleFix(label=fix_label(rule, found.variant, said)) if fixable else None,
        dismissal=FindingDismissal.model_validate(finding.dismissal) if finding.dismissal else None,
    )


def present_report(
    report: Report, said: Messages, page: list[Found], following: str | None
) -> FindingsReport:
    """A page of a report, with the overview of all of it."""
    return FindingsReport(
        subject_revision=report.revision,
        counts=_counts(report.counts),
        groups=[
            FindingGroup(
                rule_id=group.rule.id,
                title=said.text(group.rule.message_key("title")),
                topic=group.rule.topic,
                severity=group.severity,
                count=group.count,
            )
            for group in report.groups
        ],
        failures=[
            RuleFailure(rule_id=one, message=said.text("findings_rule_failed", {"rule": one}))
            for one in report.failures
        ],
        items=[present_finding(finding, said) for finding in page],
        next=following,
    )


def _counts(counts: Counter[str]) -> FindingCounts:
    return FindingCounts(
        error=counts[Severity.ERROR],
        warning=counts[Severity.WARNING],
        advice=counts[Severity.ADVICE],
        dismissed=counts[State.DISMISSED],
    )


def present_thing(one: ThingFindings) -> FindingSubjectSummary:
    """A thing, and how many findings it has."""
    thing = one.thing
    return FindingSubjectSummary(
        subject=_subject(thing),
        owner_id=thing.owner_id,
        stale=one.stale,
        reviewed_on=thing.reviewed_on,
        counts=_counts(one.counts),
    )


def _subject(thing: Thing) -> FindingSubject:
    return FindingSubject(kind=thing.kind, id=thing.id, title=thing.title)


def present_score(found: FoundScore) -> MapScore:
    """How good a map is, in short."""
    return MapScore(
        map_id=found.map_id,
        map_revision=found.revision,
        score=found.score,
        counts=_counts(found.counts),
        conversion=found.conversion,
    )


def present_fix(fixed: Fixed) -> dict[str, Any]:
    """What mends a finding, as JSON values."""
    return {
        "key": fixed.key,
        "label": fixed.label,
        "applied": fixed.applied is not None,
        "map_revision": fixed.revision,
        "operations": [to_wire(operation) for operation in fixed.operations],
        "change": change_body(fixed.applied) if fixed.applied else None,
    }


def present_settings(
    row: SettingsRow, rules: list[CatalogueRule], may_edit: bool
) -> FindingSettings:
    """How a workspace wants its rules."""
    settings = RuleSettings(row.rules)
    return FindingSettings(
        workspace_id=row.workspace_id,
        revision=row.revision,
        updated_at=row.updated_at,
        abilities=Abilities(edit=may_edit, delete=False),
        rules=[
            RuleSetting(
                rule_id=rule.id,
                enabled=settings.enabled(rule),
                severity=settings.severity(rule),
                parameters=settings.parameters(rule),
                changed=rule.id in row.rules,
            )
            for rule in rules
        ],
    )


def present_quality(found: FoundQuality, said: Messages) -> MapQuality:
    """A map's quality in somebody's language."""
    return MapQuality(
        map_id=found.map_id,
        map_revision=found.revision,
        score=found.now.score,
        topics=[
            QualityTopic(
                topic=one.topic,
                title=said.text(f"topic_{one.topic}"),
                score=one.score,
                weight=one.weight,
                findings=one.findings,
            )
            for one in found.now.topics
        ],
        history=[
            QualityPoint(date=one.day, map_revision=one.revision, score=one.score)
            for one in found.history
        ],
    )
