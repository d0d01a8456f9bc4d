"""Which events count: those of the workspace, within the period."""

from collections.abc import Collection

from sqlalchemy import ColumnElement

from waymark.events.models import Event
from waymark.journeys.period import Period

Conditions = tuple[ColumnElement[bool], ...]


def counted(workspace_id: str, period: Period) -> Conditions:
    """The conditions that an event of the workspace within the period meets."""
    return (
        Event.workspace_id == workspace_id,
        Event.occurred_ms >= period.start_ms,
        Event.occurred_ms < period.end_ms,
    )


def counted_at(workspace_id: str, touchpoint_ids: Collection[str], period: Period) -> Conditions:
    """The same for an event at one of these touchpoints."""
    return (*counted(workspace_id, period), Event.touchpoint_id.in_(touchpoint_ids))
