"""Findings across a workspace on the wire."""

from datetime import date

from pydantic import Field

from waymark.findings.schemas import FindingCounts, FindingSubject
from waymark.http.schema import Id, Wire


class FindingSubjectSummary(Wire):
    """A map, persona, touchpoint or source, and how many findings it has."""

    subject: FindingSubject
    owner_id: Id | None
    """Who looks after it; null where nobody does, and for personas and sources."""
    stale: bool
    """Whether it is a map that nobody has looked at for long."""
    reviewed_on: date | None
    """When a map was last looked at."""
    counts: FindingCounts
    """Of those that met the filters."""


class MapScore(Wire):
    """How good a map is drawn, from 0 to 100, and what there is to say of it and what is on it."""

    map_id: Id
    map_revision: int = Field(examples=[12])
    score: int = Field(examples=[82])
    counts: FindingCounts
    conversion: float | None = Field(examples=[0.062])
    """The share of customers who reached the goal within 30 days, 0 to 1, as last measured;
    null while nothing was."""
