"""An outcome as text, as JSON, and as SARIF for tools that show findings of any linter."""

from collections.abc import Iterator
from typing import Any

import orjson

from waymark import __version__
from waymark.checks.told import Outcome, Told
from waymark.findings.catalogue import REGISTRY
from waymark.findings.messages import Messages
from waymark.findings.model import Rule, Severity
from waymark.findings.wording import in_one_line

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(outcome: Outcome, said: Messages) -> str:
    """For people: a line each, the worst first."""
    return "\n".join(_lines(outcome, said))


def _lines(outcome: Outcome, said: Messages) -> Iterator[str]:
    width = max((len(said.text(f"severity_{one.severity}")) for one in outcome.findings), default=0)
    for one in outcome.findings:
        severity = said.text(f"severity_{one.severity}")
        yield f"{severity:{width}}  {one.rule_id}  {in_one_line(one.message, one.detail, said)}"
    for rule_id in outcome.failures:
        yield said.text("findings_rule_failed", {"rule": rule_id})
    counts = outcome.counts
    values = {severity.value: counts[severity] for severity in Severity}
    yield said.text("check_summary", {"name": outcome.name, **values})


def as_json(outcome: Outcome) -> str:
    """For programs."""
    content = {
        "name": outcome.name,
        "counts": {severity.value: outcome.counts[severity] for severity in Severity},
        "failures": list(outcome.failures),
        "findings": [_plain(one) for one in outcome.findings],
    }
    return _dumped(content)


def _plain(one: Told) -> dict[str, Any]:
    return {
        "key": one.key,
        "rule_id": one.rule_id,
        "severity": one.severity,
        "subject": one.subject,
        "place": {"kind": one.place, "id": one.place_id, "field": one.field or None},
        "message": one.message,
        "detail": one.detail,
        "why": one.why,
    }


def as_sarif(outcome: Outcome, said: Messages) -> str:
    """SARIF 2.1.0 (OASIS): what code hosts and editors show beside the file."""
    used = sorted({one.rule_id for one in outcome.findings})
    rules = [rule for rule in REGISTRY.all() if rule.id in used]
    places = {rule.id: place for place, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "waymark",
                "version": __version__,
                "rules": [_sarif_rule(rule, said) for rule in rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not outcome.failures,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {"text": said.text("findings_rule_failed", {"rule": rule_id})},
                    }
                    for rule_id in outcome.failures
                ],
            }
        ],
        "results": [
            _sarif_result(one, outcome, places[one.rule_id], said) for one in outcome.findings
        ],
    }
    return _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(rule: Rule, said: Messages) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": said.text(rule.message_key("title"))},
        "fullDescription": {"text": said.text(rule.message_key("why"))},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _sarif_result(one: Told, outcome: Outcome, rule_index: int, said: Messages) -> dict[str, Any]:
    location: dict[str, Any] = {
        "logicalLocations": [
            {"name": one.subject, "fullyQualifiedName": f"{one.place}/{one.place_id}"}
        ]
    }
    if outcome.is_file:
        location["physicalLocation"] = {"artifactLocation": {"uri": outcome.name}}
    return {
        "ruleId": one.rule_id,
        "ruleIndex": rule_index,
        "level": LEVELS[one.severity],
        "message": {"text": in_one_line(one.message, one.detail, said)},
        "locations": [location],
        "partialFingerprints": {"waymarkFinding/v1": one.key},
    }


def _dumped(content: dict[str, Any]) -> str:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2).decode()
