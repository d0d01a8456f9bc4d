"""Finding maps, their items and their changes."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    literal_column,
    select,
    true,
    tuple_,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.base import Identifier
from waymark.maps.models import ITEMS_IN_ORDER, Map, MapChange, MapItem, MapPersona
from waymark.maps.parts import Kind

MAPS, ITEMS = Map.__table__, MapItem.__table__
MINIATURE_KINDS = (Kind.STAGE, Kind.STEP, Kind.EMOTION)


async def map_by_id(
    session: AsyncSession, map_id: str, visible: Collection[str], *, lock: bool = False
) -> Map | None:
    """A map of the visible workspaces; locked against other writers if asked."""
    query = select(Map).where(Map.id == map_id, Map.workspace_id.in_(visible))
    return await session.scalar(query.with_for_update() if lock else query)


_VERSION = select(MAPS.c.workspace_id, MAPS.c.revision).where(MAPS.c.id == bindparam("map_id"))


async def version_of(session: AsyncSession, map_id: str) -> Row[str, int] | None:
    """The workspace and the revision of a map, and nothing else of it."""
    return (await session.execute(_VERSION, {"map_id": map_id})).one_or_none()


# As SQL text: a bound separator would have the statement rendered anew each time.
_COMMA: Any = literal_column("','")


def _whole_map(dialect: str) -> Select[*tuple[Any, ...]]:
    members: ColumnElement[str] = func.aggregate_strings(ITEMS.c.body, _COMMA)
    if dialect == "postgresql":
        members = members.aggregate_order_by(ITEMS.c.position, ITEMS.c.id)
    lists = (
        select(ITEMS.c.kind, members.label("members"))
        .where(ITEMS.c.map_id == bindparam("map_id"))
        .group_by(ITEMS.c.kind)
        # Before 3.44 SQLite cannot sort what it joins; but it joins in the order of the index.
        .with_hint(ITEMS, f"INDEXED BY {ITEMS_IN_ORDER}", "sqlite")
        .subquery()
    )
    return (
        select(MAPS, lists.c.kind, lists.c.members)
        .outerjoin_from(MAPS, lists, true())
        .where(MAPS.c.id == bindparam("map_id"))
    )


_WHOLE_MAP = {dialect: _whole_map(dialect) for dialect in ("sqlite", "postgresql")}


async def whole_map(session: AsyncSession, map_id: str) -> Sequence[Row[*tuple[Any, ...]]]:
    """A map's own columns once for each kind of item on it, and in `members` its items as JSON.

    One statement, so all of it is of one revision. The items are sorted by order key. A map without
    items is one row whose kind is None; no map is no row. The database joins the texts: a map has
    hundreds of items, and reading it needs none of them on its own.
    """
    statement = _WHOLE_MAP[session.get_bind().dialect.name]
    return (await session.execute(statement, {"map_id": map_id})).all()


async def body_of(session: AsyncSession, map_id: str, kind: Kind, item_id: str) -> str | None:
    """The JSON of one item."""
    return await session.scalar(
        select(MapItem.body).where(
            MapItem.map_id == map_id, MapItem.kind == kind, MapItem.id == item_id
        )
    )


async def items_of_kind(
    session: AsyncSession, map_id: str, kind: Kind, limit: int, after: list[str] | None
) -> list[Row[str, str, str]]:
    """A page of the items of a kind (position, id, body), by order key."""
    query = select(MapItem.position, MapItem.id, MapItem.body).where(
        MapItem.map_id == map_id, MapItem.kind == kind
    )
    if after is not None:
        query = query.where(
            tuple_(MapItem.position, MapItem.id)
            > tuple_(literal(after[0], MapItem.position.type), literal(after[1], Identifier))
        )
    rows = await session.execute(query.order_by(MapItem.position, MapItem.id).limit(limit))
    return list(rows.all())


async def page_of_maps(
    session: AsyncSession,
    workspace_id: str,
    *,
    limit: int,
    after: tuple[datetime, str] | None,
    state: str | None,
    persona_id: str | None,
    touchpoint_id: str | None,
) -> list[Map]:
    """Maps of a workspace, the last changed ones first."""
    query = select(Map).where(Map.workspace_id == workspace_id)
    if state is not None:
        query = query.where(Map.state == state)
    if persona_id is not None:
        query = query.join(MapPersona, MapPersona.map_id == Map.id).where(
            MapPersona.persona_id == persona_id
        )
    if touchpoint_id is not None:
        query = query.where(
            exists().where(MapItem.map_id == Map.id, MapItem.touchpoint_id == touchpoint_id)
        )
    if after is not None:
        query = query.where(
            tuple_(Map.updated_at, Map.id)
            < tuple_(literal(after[0], Map.updated_at.type), literal(after[1], Identifier))
        )
    rows = await session.scalars(query.order_by(Map.updated_at.desc(), Map.id.desc()).limit(limit))
    return list(rows)


async def miniature_items(
    session: AsyncSession, map_ids: Collection[str]
) -> Sequence[Row[str, str, str]]:
    """Map, kind and body of the stages, steps and emotions of several maps."""
    rows = await session.execute(
        select(MapItem.map_id, MapItem.kind, MapItem.body).where(
            MapItem.map_id.in_(map_ids), MapItem.kind.in_(MINIATURE_KINDS)
        )
    )
    return rows.all()


async def card_counts(session: AsyncSession, map_ids: Collection[str]) -> dict[str, int]:
    """How many cards each map has; maps without cards are left out."""
    rows = await session.execute(
        select(MapItem.map_id, func.count())
        .where(MapItem.map_id.in_(map_ids), MapItem.kind == Kind.CARD)
        .group_by(MapItem.map_id)
    )
    return {row[0]: row[1] for row in rows}


async def changes_after(
    session: AsyncSession, map_id: str, revision: int, limit: int
) -> list[MapChange]:
    """The changes after a revision, oldest first."""
    rows = await session.scalars(
        select(MapChange)
        .where(MapChange.map_id == map_id, MapChange.revision > revision)
        .order_by(MapChange.revision)
        .limit(limit)
    )
    return list(rows)


async def last_changes(session: AsyncSession, map_id: str, limit: int) -> list[MapChange]:
    """The last changes of a map, the newest first."""
    rows = await session.scalars(
        select(MapChange)
        .where(MapChange.map_id == map_id)
        .order_by(MapChange.revision.desc())
        .limit(limit)
    )
    return list(rows)


async def put_items(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """Insert item rows, or replace those that are there."""
    if not rows:
        return
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = insert(MapItem)
    replaced = {name: statement.excluded[name] for name in ("position", "touchpoint_id", "body")}
    await session.execute(
        statement.on_conflict_do_update(index_elements=["map_id", "id"], set_=replaced), rows
    )


async def delete_items(session: AsyncSession, map_id: str, ids: Iterable[str]) -> None:
    """Delete item rows, a bounded number per statement."""
    remaining = list(ids)
    while remaining:
        batch, remaining = remaining[:500], remaining[500:]
        await session.execute(
            delete(MapItem).where(MapItem.map_id == map_id, MapItem.id.in_(batch))
        )


async def replace_personas(session: AsyncSession, map_id: str, ids: Iterable[str]) -> None:
    """Note whose journeys a map shows."""
    await session.execute(delete(MapPersona).where(MapPersona.map_id == map_id))
    rows = [{"map_id": map_id, "persona_id": persona_id} for persona_id in ids]
    if rows:
        await session.execute(insert(MapPersona), rows)


async def delete_map(session: AsyncSession, map_id: str) -> None:
    """Delete a map with everything in it."""
    await session.execute(delete(Map).where(Map.id == map_id))
