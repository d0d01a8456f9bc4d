"""The quality of maps on the wire."""

from datetime import date

from pydantic import Field

from waymark.findings.model import Topic
from waymark.http.schema import Id, Wire


class QualityTopic(Wire):
    """One topic of a map's quality."""

    topic: Topic
    title: str = Field(examples=["Experience"])
    score: int = Field(examples=[74])
    weight: float = Field(examples=[0.31])
    """Its part in the whole score, 0 to 1."""
    findings: int = Field(examples=[3])


class QualityPoint(Wire):
    """The score at the end of a day on which the map was changed."""

    date: date
    map_revision: int = Field(examples=[12])
    score: int = Field(examples=[68])


class MapQuality(Wire):
    """How good a map is drawn, from 0 to 100.

    For each rule the share of what it looked at and had nothing to say about, weighted by severity.
    What is measured and what was dismissed does not count. Earlier days are judged by the rules of
    today.
    """

    map_id: Id
    map_revision: int = Field(examples=[12])
    score: int = Field(examples=[82])
    topics: list[QualityTopic]
    history: list[QualityPoint]
