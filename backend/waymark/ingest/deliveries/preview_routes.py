"""Trying a mapping out on what has come already."""

from typing import Annotated, Any

from fastapi import status
from pydantic import Field

from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.routing import api_router
from waymark.http.schema import Id, Resource, Timestamp, Wire
from waymark.ingest.deliveries.masking import mask
from waymark.ingest.deliveries.preview import Previewed, preview
from waymark.ingest.mapping.identity import canonical
from waymark.ingest.mapping.reading import Reading
from waymark.ingest.mapping.schemas import SourceMapping
from waymark.ingest.mapping.values import Unfit
from waymark.ingest.processing.judging import Fit, Identified, Ignored
from waymark.ingest.processing.outcomes import Outcome
from waymark.touchpoints.wanted import Wanted

router = api_router("sources")

MAX_SHOWN = 20_000


class MappingTrial(Wire):
    """A mapping to try; null for the one that the source has."""

    mapping: SourceMapping | None = None
    delivery_ids: Annotated[list[Id], Field(max_length=20)] | None = None
    """Which deliveries to look at; left out for the last ones."""


class PreviewedItem(Resource):
    """An item that came, and what it would become."""

    delivery_id: Id
    position: int = Field(examples=[0])
    received_at: Timestamp
    item: str = Field(examples=['{"type": "order", "customer": "c-1042"}'])
    """The item as JSON; credentials are masked, and what is very long is cut."""
    outcome: Outcome
    """As accepted, identified, ignored or quarantined; duplicates are not looked for."""
    code: str = Field(examples=["no_touchpoint"])
    detail: str = Field(examples=["It names no touchpoint, and no rule matches it."])
    rule: int | None = Field(examples=[0])
    """The place of the rule that decided, from 0; null when none did."""
    touchpoint_key: str = Field(examples=[""])
    """The key of a touchpoint whose making would mend it."""
    touchpoint_id: Id | None
    touchpoint_name: str = Field(examples=["Order paid"])
    """The name of a touchpoint that would be made."""
    customer: list[str] = Field(examples=[["email", ""]])
    """The kinds of the ids that were found, the one that counts first."""
    occurred_at: Timestamp | None
    score: float | None = Field(examples=[1])
    """On −2 … +2."""
    amount: float | None = Field(examples=[129.9])
    currency: str = Field(examples=["EUR"])


class MappingPreview(Resource):
    """The last items that came, newest first."""

    items: list[PreviewedItem]


@router.post(
    "/sources/{source_id}/preview", status_code=status.HTTP_200_OK, responses=problems(403)
)
async def preview_mapping(
    source_id: Id, body: MappingTrial, caller: CallerDep, session: SessionDep
) -> MappingPreview:
    """Preview a mapping.

    Says what the last items that came would become under it. Nothing is stored or changed.
    """
    proposed = body.mapping.model_dump() if body.mapping is not None else None
    found = await preview(session, caller, source_id, proposed, body.delivery_ids)
    return MappingPreview(items=[_present(entry) for entry in found])


def _present(entry: Previewed) -> PreviewedItem:
    judged = entry.judged
    reading = judged.reading if isinstance(judged, Fit | Identified) else None
    touchpoint = judged.touchpoint if isinstance(judged, Fit) else None
    return PreviewedItem(
        delivery_id=entry.delivery.id,
        position=entry.position,
        received_at=entry.delivery.received_at,
        item=mask(canonical(entry.content).decode())[:MAX_SHOWN],
        outcome=_outcome(judged),
        code=judged.code if isinstance(judged, Unfit) else "",
        detail=judged.detail if isinstance(judged, Unfit) else "",
        rule=entry.rule,
        touchpoint_key=judged.touchpoint_key if isinstance(judged, Unfit) else "",
        touchpoint_id=touchpoint if isinstance(touchpoint, str) else None,
        touchpoint_name=touchpoint.name if isinstance(touchpoint, Wanted) else "",
        **_said(reading),
    )


def _outcome(judged: Any) -> Outcome:
    if isinstance(judged, Fit):
        return Outcome.ACCEPTED
    if isinstance(judged, Identified):
        return Outcome.IDENTIFIED
    return Outcome.IGNORED if isinstance(judged, Ignored) else Outcome.QUARANTINED


def _said(reading: Reading | None) -> dict[str, Any]:
    score, value = (reading.score, reading.value) if reading else (None, None)
    return {
        "customer": [entry.kind for entry in reading.ids] if reading else [],
        "occurred_at": reading.occurred_at if reading else None,
        "score": score.normalised if score else None,
        "amount": value.amount_e4 / 10_000 if value else None,
        "currency": value.currency if value else "",
    }
