"""What the rows of a file would become, judged as the ingest will judge them."""

from collections import Counter

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.imports.running import LeftOut
from waymark.imports.uploads.reading import Look
from waymark.imports.uploads.schemas import (
    FileColumn,
    ImportMapping,
    ImportPreview,
    MissingTouchpoint,
    PreviewedRow,
    wire_field,
)
from waymark.ingest.deliveries.preview import judge_all
from waymark.ingest.mapping.values import Unfit
from waymark.ingest.models import Source
from waymark.ingest.processing.judging import Fit, Identified, Judged
from waymark.ingest.processing.outcomes import Outcome, settle
from waymark.ingest.sources.understanding import mapping_of
from waymark.kit.clock import utcnow

LOOKED_AT, SHOWN, MISSING_SHOWN = 500, 20, 50


async def present_preview(
    session: AsyncSession, source: Source, look: Look, mapping: ImportMapping | None
) -> ImportPreview:
    """The preview of a file as the caller sees it."""
    made = [(number, event) for number, event in look.rows if isinstance(event, bytes)]
    now = utcnow()
    judged = await judge_all(
        session, source, mapping_of(source), [(orjson.loads(event), now) for _, event in made]
    )
    meanings = {number: meaning for (number, _), (meaning, _) in zip(made, judged, strict=True)}
    missing = Counter(
        meaning.touchpoint_key
        for meaning in meanings.values()
        if isinstance(meaning, Unfit) and meaning.touchpoint_key
    )
    return ImportPreview(
        columns=[FileColumn(name=name, examples=list(some)) for name, some in look.columns],
        unit=look.unit,
        mapping=mapping or _guessed(look),
        missing=list(look.missing),
        rows=[_row(number, made, meanings) for number, made in look.rows[:SHOWN]],
        looked_at=len(look.rows),
        understood=sum(isinstance(meaning, Fit | Identified) for meaning in meanings.values()),
        missing_touchpoints=[
            MissingTouchpoint(key=key, rows=rows)
            for key, rows in missing.most_common(MISSING_SHOWN)
        ],
    )


def _guessed(look: Look) -> ImportMapping:
    fields = [wire_field(name, template) for name, template in look.fields.items()]
    return ImportMapping(fields=fields, keep_rest=look.keep_rest)


def _row(number: int, made: bytes | LeftOut, meanings: dict[int, Judged]) -> PreviewedRow:
    if isinstance(made, LeftOut):
        return PreviewedRow(
            number=number,
            event="",
            outcome="left_out",
            detail=made.reason,
            touchpoint_id=None,
            touchpoint_key="",
            score=None,
        )
    meaning = meanings[number]
    verdict = settle("", 0, b"", meaning, None)
    touchpoint = meaning.touchpoint if isinstance(meaning, Fit) else None
    reading = meaning.reading if isinstance(meaning, Fit | Identified) else None
    return PreviewedRow(
        number=number,
        event=made.decode(),
        outcome=Outcome(verdict.outcome),
        detail=verdict.detail,
        touchpoint_id=touchpoint if isinstance(touchpoint, str) else None,
        touchpoint_key=verdict.touchpoint_key,
        score=reading.score.normalised if reading and reading.score else None,
    )
