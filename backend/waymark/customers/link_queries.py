"""Reading and writing links, and whose keys are. All within one workspace, under its turn."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.bonds import Link
from waymark.customers.models import CustomerKey, CustomerLink
from waymark.db.portions import portions
from waymark.db.tuples import one_of
from waymark.db.upserts import insert_into


async def first_seen(
    session: AsyncSession, workspace_id: str, links: Iterable[Link]
) -> dict[Link, int]:
    """Those of these links that are there already, and when each was first seen."""
    columns = (CustomerLink.key, CustomerLink.other, CustomerLink.bond)
    found: dict[Link, int] = {}
    for some in portions(links):
        values = [(link.key, link.other, link.bond) for link in some]
        rows = await session.execute(
            select(*columns, CustomerLink.first_ms).where(
                CustomerLink.workspace_id == workspace_id, one_of(session, columns, values)
            )
        )
        found.update({Link(key, other, bond): ms for key, other, bond, ms in rows})
    return found


async def put_links(session: AsyncSession, workspace_id: str, links: Mapping[Link, int]) -> None:
    """Write links, or that they were seen earlier than was known."""
    statement = insert_into(session, CustomerLink)
    statement = statement.on_conflict_do_update(
        index_elements=["workspace_id", "key", "other", "bond"],
        set_={"first_ms": statement.excluded.first_ms},
        where=statement.excluded.first_ms < CustomerLink.first_ms,
    )
    rows = [
        {
            "workspace_id": workspace_id,
            "key": link.key,
            "other": link.other,
            "bond": link.bond,
            "first_ms": first_ms,
        }
        for link, first_ms in links.items()
    ]
    await _each(session, statement, rows)


async def links_among(
    session: AsyncSession, workspace_id: str, keys: Collection[str]
) -> dict[Link, int]:
    """The links that any of these keys has, and when each was first seen."""
    found: dict[Link, int] = {}
    for some in portions(keys):
        rows = await session.scalars(
            select(CustomerLink).where(
                CustomerLink.workspace_id == workspace_id,
                or_(CustomerLink.key.in_(some), CustomerLink.other.in_(some)),
            )
        )
        found.update({Link(row.key, row.other, row.bond): row.first_ms for row in rows})
    return found


async def keys_by_name(
    session: AsyncSession, workspace_id: str, keys: Iterable[str]
) -> dict[str, dict[str, Any]]:
    """The rows of these keys, as far as they have one."""
    found: dict[str, dict[str, Any]] = {}
    for some in portions(keys):
        rows = await session.execute(
            select(CustomerKey.__table__).where(
                CustomerKey.workspace_id == workspace_id, CustomerKey.key.in_(some)
            )
        )
        found.update({row.key: dict(row._mapping) for row in rows})
    return found


async def put_keys(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows of keys, instead of those that were there."""
    statement = insert_into(session, CustomerKey)
    names = ("known", "owner", "owner_ms", "circle", "customer")
    statement = statement.on_conflict_do_update(
        index_elements=["workspace_id", "key"],
        set_={name: getattr(statement.excluded, name) for name in names},
    )
    await _each(session, statement, rows)


async def relabel(
    session: AsyncSession, workspace_id: str, column: str, moved: Mapping[str, str]
) -> None:
    """Give every row whose `column` is one of these labels the other one."""
    place = getattr(CustomerKey, column)
    for old, new in moved.items():
        await session.execute(
            update(CustomerKey)
            .where(CustomerKey.workspace_id == workspace_id, place == old)
            .values({column: new})
            .execution_options(synchronize_session=False)
        )


async def put_customers(
    session: AsyncSession, workspace_id: str, customers: Mapping[str, str]
) -> None:
    """Say whose these keys are."""
    statement = (
        update(CustomerKey.__table__)  # type: ignore[arg-type]
        .where(CustomerKey.workspace_id == workspace_id, CustomerKey.key == bindparam("which"))
        .values(customer=bindparam("whose"))
    )
    rows = [{"which": key, "whose": customer} for key, customer in customers.items()]
    await _each(session, statement, rows)


async def without_owner(
    session: AsyncSession, workspace_id: str, circles: Iterable[str]
) -> list[str]:
    """Those of these circles in which an anonymous id was never seen with a known one itself."""
    found: list[str] = []
    for some in portions(circles):
        rows = await session.scalars(
            select(CustomerKey.circle)
            .where(*_unowned(workspace_id), CustomerKey.circle.in_(some))
            .distinct()
        )
        found += [circle for circle in rows if circle]
    return found


async def leader(session: AsyncSession, workspace_id: str, circle: str) -> str:
    """Whom the ids of a circle go with that were never seen with a known one themselves.

    Whom any id of it was seen with first; else one of it that is known itself; else nobody: then
    the circle is a customer of its own.
    """
    within = (CustomerKey.workspace_id == workspace_id, CustomerKey.circle == circle)
    first = await session.scalar(
        select(CustomerKey.owner)
        .where(*within, CustomerKey.owner_ms.is_not(None))
        .order_by(CustomerKey.owner_ms, CustomerKey.owner)
        .limit(1)
    )
    if first is None:
        first = await session.scalar(
            select(CustomerKey.key)
            .where(*within, CustomerKey.known)
            .order_by(CustomerKey.key)
            .limit(1)
        )
    if first is None:
        return circle
    return (await keys_by_name(session, workspace_id, [first]))[first]["customer"]  # type: ignore[no-any-return]


async def follow(session: AsyncSession, workspace_id: str, circle: str, customer: str) -> None:
    """Give the ids of a circle that were never seen with a known one to a customer."""
    await session.execute(
        update(CustomerKey)
        .where(
            *_unowned(workspace_id),
            CustomerKey.circle == circle,
            CustomerKey.customer != customer,
        )
        .values(customer=customer)
        .execution_options(synchronize_session=False)
    )


def _unowned(workspace_id: str) -> tuple[Any, ...]:
    return (
        CustomerKey.workspace_id == workspace_id,
        CustomerKey.owner_ms.is_(None),
        CustomerKey.known.is_(False),
    )


async def _each(session: AsyncSession, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection = await session.connection()
        await connection.execute(statement, list(rows))
