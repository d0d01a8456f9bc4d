"""Findings in words: a headline, and what it rests on."""

from waymark.findings.messages import Messages
from waymark.findings.model import Said


def headline(finding: Said, said: Messages) -> str:
    """What is wrong here, in one sentence without a full stop."""
    key = finding.rule.message_key("says", finding.found.variant)
    return said.text(key, finding.found.values)


def detail(finding: Said, said: Messages) -> str | None:
    """The numbers, the days and the counts behind it; None where the headline says it all."""
    for key in (
        finding.rule.message_key("detail", finding.found.variant),
        finding.rule.message_key("detail"),
    ):
        if key in said:
            return said.text(key, finding.found.values)
    return None


def in_one_line(message: str, details: str | None, said: Messages) -> str:
    """Both, for where there is but one line."""
    if details is None:
        return message
    return said.text("findings_in_one_line", {"message": message, "detail": details})
