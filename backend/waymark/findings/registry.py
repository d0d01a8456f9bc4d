"""The catalogue of rules: whoever writes one registers it here, and everything else reads it."""

from collections.abc import Callable, Sequence

from waymark.findings.model import (
    Check,
    Fix,
    Parameter,
    Reads,
    Rule,
    Severity,
    Subject,
    Topic,
    Unit,
)


class Registry:
    """Rules by id."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}

    def add(self, rule: Rule) -> None:
        """Take a rule in. Its id must be new."""
        if rule.id in self._rules:
            raise ValueError(f"there are two rules {rule.id}")
        self._rules[rule.id] = rule

    def rule(
        self,
        rule_id: str,
        severity: Severity,
        topic: Topic,
        reads: Sequence[Reads] = (),
        *,
        subject: Subject = Subject.MAP,
        unit: Unit = Unit.WHOLE,
        lanes: tuple[str, ...] = (),
        parameters: Sequence[Parameter] = (),
        variants: Sequence[str] = ("",),
        fix: Fix | None = None,
        fixes: Sequence[str] | None = None,
    ) -> Callable[[Check], Check]:
        """Register the decorated function as a rule."""

        def register(check: Check) -> Check:
            self.add(
                Rule(
                    rule_id,
                    severity,
                    topic,
                    subject,
                    unit,
                    frozenset(reads),
                    check,
                    lanes,
                    tuple(parameters),
                    tuple(variants),
                    fix,
                    tuple(variants if fixes is None else fixes),
                )
            )
            return check

        return register

    def all(self) -> list[Rule]:
        """Every rule, by id."""
        return sorted(self._rules.values(), key=lambda rule: rule.id)

    def of(self, subject: Subject) -> list[Rule]:
        """The rules that judge things of one kind."""
        return [rule for rule in self.all() if rule.subject is subject]

    def get(self, rule_id: str) -> Rule | None:
        """The rule with this id."""
        return self._rules.get(rule_id)


REGISTRY = Registry()
