"""Who was seen where, in SQL. Nothing is joined by customer: SQLite would do it row by row."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Integer, Select, column, func, select, values

from waymark.customers.resolving import Whose
from waymark.db.base import Identifier
from waymark.events.models import Event
from waymark.journeys.period import Period
from waymark.journeys.selection import counted
from waymark.journeys.shape import JourneyShape


def visits_of(
    whose: Whose, touchpoint_ids: Sequence[str], period: Period
) -> Select[str, int, int, int]:
    """When each customer was first and last seen at each touchpoint, sorted by customer.

    A touchpoint is told by its place in `touchpoint_ids`: numbers are read faster than UUIDs.
    """
    wanted = (
        values(column("place", Integer), column("touchpoint_id", Identifier), name="wanted")
        .data(list(enumerate(touchpoint_ids)))
        .cte("wanted")
    )
    customer = whose.customer.label("customer")
    visits = (
        select(
            customer,
            wanted.c.place,
            func.min(Event.occurred_ms),
            func.max(Event.occurred_ms),
        )
        .select_from(Event)
        .join(wanted, wanted.c.touchpoint_id == Event.touchpoint_id)
        .where(*counted(whose.workspace_id, period))
        .group_by(customer, wanted.c.place)
        .order_by(customer)
    )
    return whose.join(visits)


def visitors_of(
    whose: Whose, shape: JourneyShape, bucket: ColumnElement[int], period: Period
) -> Select[int, int, int]:
    """Customers by step (its index in the shape) and bucket of the period."""
    places = (
        values(column("step", Integer), column("touchpoint_id", Identifier), name="places")
        .data([(item.step, item.touchpoint_id) for item in shape.placements])
        .cte("places")
    )
    named = bucket.label("bucket")
    visitors = (
        select(places.c.step, named, func.count(whose.customer.distinct()))
        .select_from(Event)
        .join(places, places.c.touchpoint_id == Event.touchpoint_id)
        .where(*counted(whose.workspace_id, period))
        .group_by(places.c.step, named)
    )
    return whose.join(visitors)
