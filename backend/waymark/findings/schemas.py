"""Findings on the wire."""

from typing import Annotated

from pydantic import Field

from waymark.findings.model import Severity, Subject, Topic
from waymark.findings.report import State
from waymark.findings.rule_schemas import RuleFix, RuleId
from waymark.http.schema import Id, Prose, Resource, Timestamp, Wire
from waymark.maps.operation_schemas import AnyOperation
from waymark.maps.schemas import EXAMPLE_OPERATIONS, Change

FindingKey = Annotated[
    str,
    Field(
        min_length=1,
        max_length=160,
        pattern=r"^[A-Za-z0-9_.-]+$",
        examples=["LAN003.card.01972f0e-8b7a-7c3e-9d41-5a6b7c8d9e0f"],
    ),
]
"""The stable name of a finding: the rule, and what it points at."""


class FindingSubject(Wire):
    """What a finding belongs to."""

    kind: Subject
    id: Id
    title: str = Field(examples=["Buying a sofa online"])


class FindingPlace(Wire):
    """What a finding points at."""

    kind: str = Field(examples=["card"])
    id: Id
    field: str | None = Field(examples=[None])
    """The field it is about; null for all of it."""
    stage_id: Id | None
    step_id: Id | None


class FindingDismissal(Wire):
    """Who put a finding away, why and when."""

    id: Id
    reason: str = Field(examples=["We know; the carrier will not change it."])
    actor_name: str = Field(examples=["Elena Kovač"])
    created_at: Timestamp


class Finding(Wire):
    """What a rule says: where, and why it matters."""

    key: FindingKey
    rule_id: RuleId
    severity: Severity
    """As the workspace has settled it."""
    topic: Topic
    state: State
    subject: FindingSubject
    place: FindingPlace
    message: str = Field(examples=["“Delivery cost is shown last” has no answer yet"])
    """What is wrong here, as a headline."""
    detail: str | None = Field(examples=[None])
    """What it rests on: the numbers, the days, the counts; null where the message says it all."""
    why: str = Field(examples=["A pain point that nobody answers is only a complaint."])
    message_key: str = Field(examples=["rule_lan003_says"])
    """The message in the catalogue that the web app shares, to be filled with `values`."""
    values: dict[str, str | float] = Field(examples=[{"card": "Delivery cost is shown last"}])
    fix: RuleFix | None
    dismissal: FindingDismissal | None


class FindingCounts(Wire):
    """How many findings there are."""

    error: int
    warning: int
    advice: int
    dismissed: int


class FindingGroup(Wire):
    """How often one rule found something that is open."""

    rule_id: RuleId
    title: str = Field(examples=["A pain point has an answer"])
    topic: Topic
    severity: Severity
    count: int = Field(examples=[3])


class RuleFailure(Wire):
    """A rule that could not be checked. The others were."""

    rule_id: RuleId
    message: str = Field(examples=["The rule LAN003 could not be checked."])


class FindingsReport(Wire):
    """Findings, the worst first: a page of them, and an overview of all that met the filters."""

    subject_revision: int | None = Field(examples=[12])
    """Of the map, persona or touchpoint that was looked at; null for several things and drafts."""
    counts: FindingCounts
    groups: list[FindingGroup]
    failures: list[RuleFailure]
    items: list[Finding]
    next: str | None = Field(examples=[None])
    """Pass it as `cursor` to get the page after this one; null at the end."""


class FixRequest(Wire):
    """Whether to mend a finding, or only to show how."""

    apply: bool = Field(default=False, examples=[False])
    """False shows what would be done, and changes nothing."""


class FindingFix(Wire):
    """What mends a finding."""

    key: FindingKey
    label: str = Field(examples=["Add an idea"])
    applied: bool
    map_revision: int = Field(examples=[12])
    """The map's revision now."""
    operations: list[AnyOperation] = Field(examples=[EXAMPLE_OPERATIONS])
    """What is, or would be, done."""
    change: Change | None
    """The change that was made; its `inverse` undoes it. Null if nothing was."""


class NewDismissal(Wire):
    """A finding to put away."""

    subject_kind: Subject
    subject_id: Id
    key: FindingKey
    reason: Prose = Field(default="", examples=["We know; the carrier will not change it."])


class Dismissal(Resource):
    """A finding that was put away. It comes back when what it rests on changes."""

    id: Id
    workspace_id: Id
    subject_kind: Subject
    subject_id: Id
    key: FindingKey
    reason: str = Field(examples=["We know; the carrier will not change it."])
    actor_id: Id
    actor_name: str = Field(examples=["Elena Kovač"])
    created_at: Timestamp
