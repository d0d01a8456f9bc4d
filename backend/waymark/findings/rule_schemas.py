"""Rules, and what workspaces settle about them, on the wire."""

from typing import Annotated, Any

from pydantic import Field

from waymark.findings.model import Quantity, Severity, Subject, Topic, Unit
from waymark.http.schema import Abilities, Id, Timestamp, Wire

RuleId = Annotated[str, Field(pattern="^[A-Z]{3}[0-9]{3}$", examples=["LAN003"])]


class RuleParameter(Wire):
    """A threshold that a workspace may change within bounds."""

    name: str = Field(examples=["days"])
    label: str = Field(examples=["Days after which a review is due"])
    default: float = Field(examples=[90])
    minimum: float = Field(examples=[7])
    maximum: float = Field(examples=[730])
    measure: Quantity
    """What it counts: things, days, a share (0 to 1), or points of mood (−2 to +2)."""
    whole: bool
    """Whether only whole numbers make sense."""


class RuleFix(Wire):
    """What the button that mends a finding says."""

    label: str = Field(examples=["Add an idea"])


class Rule(Wire):
    """A rule of the catalogue."""

    id: RuleId
    severity: Severity
    topic: Topic
    topic_title: str = Field(examples=["Experience"])
    subject: Subject
    """What it judges, and what its findings belong to."""
    unit: Unit
    """What it looks at in one go: all of it, or one part of a map."""
    measured: bool
    """Whether it speaks from what customers did, and not from what is drawn."""
    title: str = Field(examples=["A pain point has an answer"])
    why: str = Field(examples=["A pain point that nobody answers is only a complaint."])
    parameters: list[RuleParameter]
    fix: RuleFix | None
    """Null when it takes a person to mend what it finds."""
    page: str = Field(examples=["docs/rules/LAN003.md"])
    """Where its documentation is, with a bad and a good example."""


class RuleExamples(Wire):
    """What a rule says something about, and what it is content with: excerpts of map files."""

    rule_id: RuleId
    bad: dict[str, Any] = Field(examples=[{"map": {"title": "Buying a sofa", "goal": ""}}])
    good: dict[str, Any] = Field(examples=[{"map": {"title": "Buying a sofa", "goal": "A sofa"}}])


class RuleList(Wire):
    """The whole catalogue."""

    items: list[Rule]


class RuleSetting(Wire):
    """How a workspace wants a rule."""

    rule_id: RuleId
    enabled: bool
    severity: Severity
    parameters: dict[str, float] = Field(examples=[{"days": 90}])
    changed: bool
    """Whether anything differs from the catalogue."""


class FindingSettings(Wire):
    """How a workspace wants its rules."""

    workspace_id: Id
    revision: int
    updated_at: Timestamp
    abilities: Abilities
    rules: list[RuleSetting]


class RuleChange(Wire):
    """What to settle about a rule. What is left out stays; null goes back to the catalogue."""

    enabled: bool | None = None
    severity: Severity | None = None
    parameters: dict[str, float | None] | None = Field(default=None, examples=[{"days": 60}])


class FindingSettingsUpdate(Wire):
    """What to settle about some rules, by their ids; null takes back what was settled."""

    rules: dict[str, RuleChange | None] = Field(
        max_length=500, examples=[{"MAP004": {"parameters": {"days": 60}}}]
    )
