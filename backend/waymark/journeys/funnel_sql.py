"""The map as one funnel, in SQL."""

from collections.abc import Collection

from sqlalchemy import Select, func, select

from waymark.events.models import Event
from waymark.journeys.period import Period


def seen(workspace_id: str, touchpoint_ids: Collection[str], period: Period) -> Select[str, int]:
    """The customers at these touchpoints within the period, each with their first time there."""
    return (
        select(Event.customer, func.min(Event.occurred_ms).label("first"))
        .where(
            Event.workspace_id == workspace_id,
            Event.touchpoint_id.in_(touchpoint_ids),
            Event.occurred_ms >= period.start_ms,
            Event.occurred_ms < period.end_ms,
        )
        .group_by(Event.customer)
    )


def median_to_goal(
    workspace_id: str, before: Collection[str], goal: Collection[str], period: Period
) -> Select[float | None]:
    """Median milliseconds from a customer's first event before the goal to their next one at it.

    The median of an even number of values is the mean of the middle two.
    """
    start = seen(workspace_id, before, period).cte("start")
    took = (
        select((func.min(Event.occurred_ms) - start.c.first).label("ms"))
        .join(start, start.c.customer == Event.customer)
        .where(
            Event.workspace_id == workspace_id,
            Event.touchpoint_id.in_(goal),
            Event.occurred_ms >= start.c.first,
            Event.occurred_ms >= period.start_ms,
            Event.occurred_ms < period.end_ms,
        )
        .group_by(start.c.customer, start.c.first)
        .cte("took")
    )
    ranked = select(
        took.c.ms,
        func.row_number().over(order_by=took.c.ms).label("place"),
        func.count().over().label("total"),
    ).cte("ranked")
    middle = (2 * ranked.c.place >= ranked.c.total) & (2 * ranked.c.place <= ranked.c.total + 2)
    return select(func.avg(ranked.c.ms)).where(middle)
