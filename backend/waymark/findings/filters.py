"""Which findings somebody wants to see. Pure."""

from dataclasses import dataclass

from waymark.findings.messages import Messages
from waymark.findings.model import Severity, Subject, Topic
from waymark.findings.report import Finding, Report, State


@dataclass(frozen=True, slots=True)
class Filters:
    """What findings must be like; what is None does not matter."""

    severity: Severity | None = None
    rule_id: str | None = None
    state: State | None = None
    topic: Topic | None = None
    subject: Subject | None = None
    subject_id: str | None = None
    owner_id: str | None = None
    search: str | None = None

    def of(self, report: Report, said: Messages) -> Report:
        """The same report with only what is wanted."""
        words = self.search.casefold().split() if self.search else ()
        return report.only(lambda one: self._wants(one) and (not words or _has(one, words, said)))

    def _wants(self, one: Finding) -> bool:
        return (
            self.severity in (None, one.severity)
            and self.rule_id in (None, one.said.rule.id)
            and self.state in (None, one.state)
            and self.topic in (None, one.said.rule.topic)
            and self.subject in (None, one.thing.kind)
            and self.subject_id in (None, one.thing.id)
            and self.owner_id in (None, one.thing.owner_id)
        )


def _has(one: Finding, words: list[str] | tuple[()], said: Messages) -> bool:
    """Whether every word is in what the finding says, of what, or in the rule's id."""
    rule, found = one.said.rule, one.said.found
    message = said.text(rule.message_key("says", found.variant), found.values)
    text = f"{message} {one.thing.title} {rule.id}".casefold()
    return all(word in text for word in words)
