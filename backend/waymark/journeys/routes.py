"""What really happened on a map."""

import re
from datetime import date
from typing import Annotated

from fastapi import Query, Request
from pydantic import BeforeValidator

from waymark.http.access import CallerDep
from waymark.http.dependencies import SessionDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.http.unchanged import mark_repeatable
from waymark.journeys import service
from waymark.journeys.period import period_between
from waymark.journeys.schemas import MapMeasures, present
from waymark.kit.clock import utcnow
from waymark.maps.dependencies import MapCacheDep

router = api_router("measures")


def _day(text: object) -> date:
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        raise ValueError("must be a day, such as 2026-11-02")
    return date.fromisoformat(text)


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Day = Annotated[date, BeforeValidator(_day)]


@router.get("/maps/{map_id}/measures")
async def get_measures(
    map_id: Id,
    request: Request,
    caller: CallerDep,
    session: SessionDep,
    cache: MapCacheDep,
    from_: Annotated[Day | None, Query(alias="from", description="The first day, UTC.")] = None,
    to: Annotated[Day | None, Query(description="The last day, UTC; today if left out.")] = None,
) -> MapMeasures:
    """Measure a map.

    What really happened at its stages, steps and touchpoints over some days, by default the last
    30 and at most 1,830, and in as many days before. Events count where their touchpoint is placed;
    one that is placed on several steps counts at each.
    """
    period, first, last = period_between(from_, to, utcnow().date())
    mark_repeatable(request)
    measured = await service.measure_map(session, cache, caller, map_id, period)
    return present(measured, period, first, last)
