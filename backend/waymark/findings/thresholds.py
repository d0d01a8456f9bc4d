"""What a workspace has settled about rules: on or off, how bad, which thresholds. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import Thresholds
from waymark.findings.model import Parameter, Rule, Severity
from waymark.kit.errors import Fault, Invalid

Settled = Mapping[str, Mapping[str, Any]]
"""By rule id what differs from the catalogue: `enabled`, `severity`, `parameters`."""


class BadSetting(Invalid):
    """A rule that does not exist, or a threshold outside of its bounds."""

    code = "bad_setting"
    title = "This setting does not fit the rule"


@dataclass(frozen=True)
class RuleSettings:
    """The rules as one workspace wants them."""

    settled: Settled

    def enabled(self, rule: Rule) -> bool:
        """Whether the rule is on."""
        return bool(self._of(rule).get("enabled", True))

    def severity(self, rule: Rule) -> Severity:
        """How bad the workspace finds it."""
        return Severity(self._of(rule).get("severity") or rule.severity)

    def parameters(self, rule: Rule) -> dict[str, float]:
        """The rule's thresholds."""
        given: dict[str, float] = self._of(rule).get("parameters", {})
        return rule.defaults | given

    def thresholds(self, rules: Iterable[Rule]) -> Thresholds:
        """The thresholds of those of the rules that are on."""
        return {rule.id: self.parameters(rule) for rule in rules if self.enabled(rule)}

    def _of(self, rule: Rule) -> Mapping[str, Any]:
        return self.settled.get(rule.id, {})


DEFAULTS = RuleSettings({})


def settle(before: Settled, changes: Mapping[str, Mapping[str, Any] | None]) -> dict[str, Any]:
    """The settings after some changes; null puts a rule, or a member of it, back to default.

    Raises BadSetting with pointers to everything that does not fit.
    """
    faults: list[Fault] = []
    after = {rule_id: dict(entry) for rule_id, entry in before.items()}
    for rule_id, change in changes.items():
        rule = REGISTRY.get(rule_id)
        if rule is None:
            detail = f"There is no rule {rule_id[:40]}."
            faults.append(Fault(f"/rules/{_escaped(rule_id)}", "unknown_rule", detail))
        elif change is None:
            after.pop(rule_id, None)
        else:
            faults += _faults_of(rule, change.get("parameters") or {})
            after[rule_id] = _merged(rule, after.get(rule_id, {}), change)
    if faults:
        raise BadSetting(faults[0].detail, faults=faults[:50])
    return {rule_id: entry for rule_id, entry in sorted(after.items()) if entry}


def _merged(rule: Rule, before: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    entry = {**before, **change}
    if "parameters" in change:
        parameters = {**before.get("parameters", {}), **(change["parameters"] or {})}
        entry["parameters"] = {
            name: value
            for name, value in parameters.items()
            if value is not None and value != rule.defaults.get(name)
        }
    usual = {"enabled": True, "severity": rule.severity, "parameters": {}}
    return {
        name: value for name, value in entry.items() if value is not None and value != usual[name]
    }


def _faults_of(rule: Rule, wanted: Mapping[str, float | None]) -> Sequence[Fault]:
    known = {parameter.name: parameter for parameter in rule.parameters}
    faults = []
    for name, value in wanted.items():
        pointer = f"/rules/{rule.id}/parameters/{_escaped(name)}"
        if name not in known:
            detail = f"{rule.id} has no threshold {name[:40]}."
            faults.append(Fault(pointer, "unknown_threshold", detail))
        elif value is not None and not _fits(known[name], value):
            faults.append(Fault(pointer, "out_of_range", _bounds(known[name])))
    return faults


def _fits(parameter: Parameter, value: float) -> bool:
    if parameter.whole and value != int(value):
        return False
    return parameter.minimum <= value <= parameter.maximum


def _bounds(parameter: Parameter) -> str:
    kind = "a whole number" if parameter.whole else "a number"
    return f"Give {kind} from {parameter.minimum:g} to {parameter.maximum:g}."


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
