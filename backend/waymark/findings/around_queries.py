"""Noticing that what findings rest on beside the maps has changed."""

from collections.abc import Collection, Hashable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Result, Select, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.findings.models import Dismissal, FindingEvidence, FindingSettings
from waymark.maps.models import Map
from waymark.personas.models import Persona
from waymark.touchpoints.models import Channel, Touchpoint


async def states_around(session: AsyncSession, map_ids: Collection[str]) -> Mapping[str, Hashable]:
    """For each map a value that changes with what the findings on it rest on.

    Personas, touchpoints and channels of its workspace, what was settled and dismissed there, and
    what was measured on it. Gone maps are left out.
    """
    rows = await session.execute(select(Map.id, Map.workspace_id).where(Map.id.in_(map_ids)))
    workspace_of = {row[0]: row[1] for row in rows}
    wanted = set(workspace_of.values())
    states: dict[str, list[Hashable]] = {workspace_id: [] for workspace_id in wanted}
    versioned = [
        select(
            literal(model.__tablename__),
            model.workspace_id,
            func.count(),
            func.sum(model.revision),
            func.max(model.updated_at),
        )
        .where(model.workspace_id.in_(wanted))
        .group_by(model.workspace_id)
        for model in (Persona, Touchpoint, Channel, FindingSettings)
    ]
    counted: Result[Any] = await session.execute(union_all(*versioned, _dismissals(wanted)))
    for row in counted.mappings():
        states[row["workspace_id"]].append(tuple(row.values()))
    measured = await session.execute(
        select(FindingEvidence.subject_id, FindingEvidence.measured_at).where(
            FindingEvidence.subject_id.in_(map_ids)
        )
    )
    measured_at = {row[0]: row[1] for row in measured}
    around = {one: tuple(sorted(map(str, found))) for one, found in states.items()}
    return {
        map_id: (around[workspace_id], measured_at.get(map_id))
        for map_id, workspace_id in workspace_of.items()
    }


def _dismissals(workspace_ids: Collection[str]) -> Select[str, str, int, int, datetime]:
    return (
        select(
            literal(Dismissal.__tablename__),
            Dismissal.workspace_id,
            func.count(),
            literal(0),
            func.max(Dismissal.created_at),
        )
        .where(Dismissal.workspace_id.in_(workspace_ids))
        .group_by(Dismissal.workspace_id)
    )
