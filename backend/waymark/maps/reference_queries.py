"""Finding maps by what they point at: touchpoints, personas, people."""

from collections.abc import Collection

from sqlalchemy import Row, String, cast, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.maps.models import Map, MapChange, MapItem, MapPersona
from waymark.maps.parts import Kind

MAX_OWNED = 10_000


async def maps_with_touchpoint(
    session: AsyncSession, touchpoint_id: str, limit: int
) -> list[Row[str, str]]:
    """Id and title of the maps on which a touchpoint is placed."""
    rows = await session.execute(
        select(Map.id, Map.title)
        .join(MapItem, MapItem.map_id == Map.id)
        .where(MapItem.touchpoint_id == touchpoint_id)
        .distinct()
        .order_by(Map.title, Map.id)
        .limit(limit)
    )
    return list(rows.all())


async def maps_with_persona(
    session: AsyncSession, persona_id: str, limit: int
) -> list[Row[str, str]]:
    """Id and title of the maps that show a persona's journey."""
    rows = await session.execute(
        select(Map.id, Map.title)
        .join(MapPersona, MapPersona.map_id == Map.id)
        .where(MapPersona.persona_id == persona_id)
        .order_by(Map.title, Map.id)
        .limit(limit)
    )
    return list(rows.all())


async def maps_owned_by(session: AsyncSession, workspace_id: str, user_id: str) -> list[str]:
    """Ids of the maps of a workspace that a person owns, or owns a card on."""
    owned_card = exists().where(
        MapItem.map_id == Map.id,
        MapItem.kind == Kind.CARD,
        MapItem.body.contains(f'"owner_id":"{user_id}"', autoescape=True),
    )
    rows = await session.scalars(
        select(Map.id)
        .where(Map.workspace_id == workspace_id, or_(Map.owner_id == user_id, owned_card))
        .order_by(Map.id)
        .limit(MAX_OWNED)
    )
    return list(rows)


async def was_owner(session: AsyncSession, map_id: str, user_id: str) -> bool:
    """Whether a map's changes speak of a person: only members become owners, so it was one."""
    told = (
        cast(log, String).contains(user_id) for log in (MapChange.operations, MapChange.inverse)
    )
    spoken_of = exists().where(MapChange.map_id == map_id, or_(*told))
    return bool(await session.scalar(select(spoken_of)))


async def maps_per_persona(session: AsyncSession, workspace_id: str) -> dict[str, int]:
    """How many maps of a workspace show each persona; those on none are left out."""
    rows = await session.execute(
        select(MapPersona.persona_id, func.count())
        .join(Map, Map.id == MapPersona.map_id)
        .where(Map.workspace_id == workspace_id)
        .group_by(MapPersona.persona_id)
    )
    return {row[0]: row[1] for row in rows}


async def maps_of(session: AsyncSession, workspace_id: str, limit: int) -> list[Map]:
    """The maps of a workspace, last changed first."""
    rows = await session.scalars(
        select(Map)
        .where(Map.workspace_id == workspace_id)
        .order_by(Map.updated_at.desc(), Map.id.desc())
        .limit(limit)
    )
    return list(rows)


async def revisions_of(session: AsyncSession, map_ids: Collection[str]) -> dict[str, int]:
    """The revisions of these maps; those that are gone are left out."""
    rows = await session.execute(select(Map.id, Map.revision).where(Map.id.in_(map_ids)))
    return {row[0]: row[1] for row in rows}
