"""How long customers take to the goal, in SQL."""

from collections.abc import Collection

from sqlalchemy import Select, case, func, select

from waymark.customers.resolving import Whose
from waymark.events.models import Event
from waymark.journeys.period import Period
from waymark.journeys.selection import counted_at


def median_to_goal(
    whose: Whose, before: Collection[str], goal: Collection[str], period: Period
) -> Select[float | None]:
    """Median milliseconds from customers' first event at an earlier step to the goal.

    That is their first one there after it or, for who was there only before, the last one: a
    negative time. The median of an even number of values is the mean of the middle two.
    """
    at_goal = Event.touchpoint_id.in_(goal)
    start = func.min(case((Event.touchpoint_id.in_(before), Event.occurred_ms)))
    customer = whose.customer
    moments = whose.join(
        select(
            customer.label("customer"),
            Event.occurred_ms,
            at_goal.label("at_goal"),
            start.over(partition_by=customer).label("start"),
        )
        .select_from(Event)
        .where(*counted_at(whose.workspace_id, {*before, *goal}, period))
    ).cte("moments")
    after = func.min(case((moments.c.occurred_ms >= moments.c.start, moments.c.occurred_ms)))
    reached = func.coalesce(after, func.max(moments.c.occurred_ms))
    took = (
        select((reached - moments.c.start).label("ms"))
        .where(moments.c.at_goal, moments.c.start.is_not(None))
        .group_by(moments.c.customer, moments.c.start)
        .cte("took")
    )
    ranked = select(
        took.c.ms,
        func.row_number().over(order_by=took.c.ms).label("place"),
        func.count().over().label("total"),
    ).cte("ranked")
    middle = (2 * ranked.c.place >= ranked.c.total) & (2 * ranked.c.place <= ranked.c.total + 2)
    return select(func.avg(ranked.c.ms)).where(middle)
