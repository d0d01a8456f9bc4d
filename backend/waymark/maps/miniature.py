"""Maps small enough to put fifty of them on a page, and still recognisable."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.maps import queries
from waymark.maps.document import Document
from waymark.maps.parts import Kind


@dataclass(frozen=True, slots=True)
class MiniatureStage:
    """A stage's title and colour, and how many steps wide it is."""

    title: str
    color: str
    steps: int


@dataclass(frozen=True, slots=True)
class MiniatureCurve:
    """One persona's drawn emotions, a number or None for each step."""

    persona_id: str | None
    points: list[float | None]


@dataclass(frozen=True, slots=True)
class Miniature:
    """What the gallery shows of a map."""

    stages: list[MiniatureStage] = field(default_factory=list)
    curves: list[MiniatureCurve] = field(default_factory=list)
    cards: int = 0


def miniature_of(document: Document, cards: int) -> Miniature:
    """The miniature of a document; `cards` is given because they need not be loaded for it."""
    steps = document.steps_in_order()
    widths: dict[str, int] = defaultdict(int)
    for step in steps:
        widths[step["stage_id"]] += 1
    stages = [
        MiniatureStage(stage["title"], stage["color"], widths[stage["id"]])
        for stage in document.ordered(Kind.STAGE)
    ]
    scores: dict[str | None, dict[str, float]] = defaultdict(dict)
    for emotion in document.items[Kind.EMOTION].values():
        scores[emotion["persona_id"]][emotion["step_id"]] = emotion["score"]
    curves = [
        MiniatureCurve(persona_id, [points.get(step["id"]) for step in steps])
        for persona_id, points in sorted(scores.items(), key=lambda entry: entry[0] or "")
    ]
    return Miniature(stages, curves, cards)


async def miniatures(session: AsyncSession, map_ids: Collection[str]) -> dict[str, Miniature]:
    """The miniatures of several maps, in two statements."""
    documents = {map_id: Document.empty({}) for map_id in map_ids}
    for map_id, kind, body in await queries.miniature_items(session, map_ids):
        item = orjson.loads(body)
        documents[map_id].items[Kind(kind)][item["id"]] = item
    cards = await queries.card_counts(session, map_ids)
    return {
        map_id: miniature_of(document, cards.get(map_id, 0))
        for map_id, document in documents.items()
    }
