"""Finding personas."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import String, cast, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from waymark.db.listing import by_name
from waymark.personas.models import Persona, PreferredChannel


async def personas_page(
    session: AsyncSession,
    workspace_id: str,
    search: str | None,
    after: list[Any] | None,
    limit: int,
) -> list[Persona]:
    """The personas of a workspace by name, one more than `limit`.

    `search` is looked for in name, tagline and quote, whatever its case.
    """
    wanted = (
        select(Persona)
        .where(Persona.workspace_id == workspace_id)
        .options(selectinload(Persona.preferred))
    )
    if search:
        columns = (Persona.name, Persona.tagline, Persona.quote)
        wanted = wanted.where(or_(*(text.icontains(search, autoescape=True) for text in columns)))
    rows = await session.scalars(by_name(wanted, Persona.name, Persona.id, after, limit))
    return list(rows)


async def all_personas(session: AsyncSession, workspace_id: str, limit: int) -> list[Persona]:
    """The oldest personas of a workspace, at most `limit`."""
    rows = await session.scalars(
        select(Persona)
        .where(Persona.workspace_id == workspace_id)
        .options(selectinload(Persona.preferred))
        .order_by(Persona.created_at, Persona.id)
        .limit(limit)
    )
    return list(rows)


async def personas_with_segment(session: AsyncSession, limit: int) -> list[Persona]:
    """The oldest personas of any workspace that have a segment, at most `limit`."""
    rows = await session.scalars(
        select(Persona)
        .where(cast(Persona.segment, String) != "[]")
        .order_by(Persona.created_at, Persona.id)
        .limit(limit)
    )
    return list(rows)


async def personas_that_like(
    session: AsyncSession, channel_id: str, limit: int
) -> list[tuple[str, str]]:
    """Ids and names of the first personas that like a channel."""
    rows = await session.execute(
        select(Persona.id, Persona.name)
        .join(PreferredChannel, PreferredChannel.persona_id == Persona.id)
        .where(PreferredChannel.channel_id == channel_id)
        .order_by(Persona.name, Persona.id)
        .limit(limit)
    )
    return [(row.id, row.name) for row in rows]


async def persona_ids_by_name(
    session: AsyncSession, workspace_id: str, names: Collection[str]
) -> dict[str, str]:
    """Ids by name of a workspace's personas; of namesakes the oldest."""
    rows = await session.execute(
        select(Persona.name, Persona.id)
        .where(Persona.workspace_id == workspace_id, Persona.name.in_(names))
        .order_by(Persona.created_at.desc(), Persona.id.desc())
    )
    return {row.name: row.id for row in rows}
