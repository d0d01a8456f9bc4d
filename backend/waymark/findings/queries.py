"""Finding what a workspace has settled about findings, and what measuring gave."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.listing import by_age
from waymark.db.upserts import insert_into
from waymark.findings.models import Dismissal, FindingEvidence, FindingSettings
from waymark.maps.models import Map

MAX_DISMISSALS = 20_000


async def settings_of(
    session: AsyncSession, workspace_id: str, *, lock: bool = False
) -> FindingSettings | None:
    """What a workspace has settled, if anything; locked against other writers if asked."""
    query = select(FindingSettings).where(FindingSettings.workspace_id == workspace_id)
    return await session.scalar(query.with_for_update() if lock else query)


async def dismissals_of(session: AsyncSession, workspace_id: str) -> list[Dismissal]:
    """What was dismissed in a workspace."""
    rows = await session.scalars(
        select(Dismissal)
        .where(Dismissal.workspace_id == workspace_id)
        .order_by(Dismissal.id.desc())
        .limit(MAX_DISMISSALS)
    )
    return list(rows)


async def dismissals_page(
    session: AsyncSession, workspace_id: str, after: list[Any] | None, limit: int
) -> list[Dismissal]:
    """The dismissals of a workspace, oldest first; one more than `limit`."""
    wanted = select(Dismissal).where(Dismissal.workspace_id == workspace_id)
    return list(await session.scalars(by_age(wanted, Dismissal.id, after, limit)))


async def dismissal_at(
    session: AsyncSession, workspace_id: str, subject_id: str, key: str
) -> Dismissal | None:
    """The dismissal of one finding."""
    return await session.scalar(
        select(Dismissal).where(
            Dismissal.workspace_id == workspace_id,
            Dismissal.subject_id == subject_id,
            Dismissal.key == key,
        )
    )


async def evidence_of(
    session: AsyncSession, workspace_id: str, kind: str, subject_ids: Collection[str] | None = None
) -> dict[str, FindingEvidence]:
    """What measuring gave for things of one kind, by their id: these, or all of a workspace."""
    query = select(FindingEvidence).where(
        FindingEvidence.workspace_id == workspace_id, FindingEvidence.kind == kind
    )
    if subject_ids is not None:
        query = query.where(FindingEvidence.subject_id.in_(subject_ids))
    return {row.subject_id: row for row in await session.scalars(query)}


async def evidence_at(
    session: AsyncSession, subject_ids: Collection[str]
) -> dict[str, tuple[int, datetime]]:
    """At which revision and when these things of any workspace were measured."""
    rows = await session.execute(
        select(
            FindingEvidence.subject_id, FindingEvidence.revision, FindingEvidence.measured_at
        ).where(FindingEvidence.subject_id.in_(subject_ids))
    )
    return {row[0]: (row[1], row[2]) for row in rows}


async def put_evidence(session: AsyncSession, row: dict[str, Any]) -> None:
    """Write what measuring gave, in place of what it gave before."""
    statement = insert_into(session, FindingEvidence).values(row)
    replaced = {name: statement.excluded[name] for name in ("revision", "measured_at", "content")}
    await session.execute(
        statement.on_conflict_do_update(index_elements=["subject_id"], set_=replaced)
    )


async def map_to_measure(session: AsyncSession, before: datetime) -> Row[str, str, int] | None:
    """Id, workspace and revision of a map that was never measured, or longest ago.

    None when all have been measured at their current revision since `before`.
    """
    old = FindingEvidence.measured_at < before
    changed = FindingEvidence.revision != Map.revision
    rows = await session.execute(
        select(Map.id, Map.workspace_id, Map.revision)
        .outerjoin(FindingEvidence, FindingEvidence.subject_id == Map.id)
        .where(FindingEvidence.subject_id.is_(None) | old | changed)
        .order_by(FindingEvidence.measured_at.is_not(None), FindingEvidence.measured_at, Map.id)
        .limit(1)
    )
    return rows.one_or_none()


async def forget_gone_maps(session: AsyncSession) -> None:
    """Remove what measuring gave for maps that are no longer there, and their dismissals."""
    there = select(Map.id)
    await session.execute(
        delete(FindingEvidence).where(
            FindingEvidence.kind == "map", FindingEvidence.subject_id.not_in(there)
        )
    )
    await session.execute(
        delete(Dismissal).where(Dismissal.subject_kind == "map", Dismissal.subject_id.not_in(there))
    )
