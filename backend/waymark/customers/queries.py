"""Finding customers and what they did, over all of a customer's keys."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.models import CustomerKey
from waymark.db.portions import portions
from waymark.db.tuples import unindexed
from waymark.events import runs
from waymark.events.models import Event

MAX_FOUND = 50
"""Customers that a search finds."""
_BEYOND_HEX = "g"

Seen = tuple[str, int, int, int]
"""A key, how many events it has, and when the first and the last was (Unix milliseconds)."""


async def workspace_of(
    session: AsyncSession, key: str, visible: Collection[str]
) -> tuple[str, str] | None:
    """The visible workspace that a key is in, and the customer it belongs to there."""
    row = await session.execute(
        select(CustomerKey.workspace_id, CustomerKey.customer).where(
            CustomerKey.workspace_id.in_(visible), CustomerKey.key == key
        )
    )
    if (found := row.first()) is not None:
        return found.workspace_id, found.customer
    workspace_id = await session.scalar(
        select(Event.workspace_id)
        .where(*await runs.of_customers(session, visible, Event.customer == key))
        .limit(1)
    )
    return None if workspace_id is None else (workspace_id, key)


async def owners(session: AsyncSession, workspace_id: str, keys: Iterable[str]) -> dict[str, str]:
    """The customers of those of these keys that anything is known of."""
    found: dict[str, str] = {}
    for some in portions(keys):
        theirs = await runs.of_customers(session, [workspace_id], Event.customer.in_(some))
        seen = await session.scalars(select(Event.customer).where(*theirs).distinct())
        found.update({key: key for key in seen})
        rows = await session.execute(
            select(CustomerKey.key, CustomerKey.customer).where(
                CustomerKey.workspace_id == workspace_id, CustomerKey.key.in_(some)
            )
        )
        found.update({row.key: row.customer for row in rows})
    return found


async def keys_of(
    session: AsyncSession, workspace_id: str, customers: Iterable[str]
) -> list[CustomerKey]:
    """The keys of customers, as far as they have rows."""
    found: list[CustomerKey] = []
    for some in portions(customers):
        rows = await session.scalars(
            select(CustomerKey)
            .where(CustomerKey.workspace_id == workspace_id, CustomerKey.customer.in_(some))
            .order_by(CustomerKey.key)
        )
        found += rows
    return found


async def seen(session: AsyncSession, workspace_id: str, keys: Iterable[str]) -> list[Seen]:
    """What the events say of each of these keys that has any."""
    found: list[Seen] = []
    for some in portions(keys):
        theirs = await runs.of_customers(session, [workspace_id], Event.customer.in_(some))
        rows = await session.execute(
            select(
                Event.customer,
                func.count(),
                func.min(Event.occurred_ms),
                func.max(Event.occurred_ms),
            )
            .where(*theirs)
            .group_by(Event.customer)
        )
        found += [(key, count, first, last) for key, count, first, last in rows]
    return found


async def last_seen(
    session: AsyncSession, workspace_id: str, after: Sequence[Any] | None, limit: int
) -> list[tuple[int, str]]:
    """When (Unix milliseconds) and whom the next events were about, newest first, then by key.

    `after` is such a pair; there may be several events of one.
    """
    wanted = select(Event.occurred_ms, Event.customer).where(Event.workspace_id == workspace_id)
    if after is not None:
        ms, key = after
        wanted = wanted.where(
            Event.occurred_ms <= ms, or_(Event.occurred_ms < ms, Event.customer < key)
        )
    rows = await session.execute(
        wanted.order_by(Event.occurred_ms.desc(), Event.customer.desc()).limit(limit)
    )
    return [(ms, key) for ms, key in rows]


async def customers_from(session: AsyncSession, workspace_id: str, prefix: str) -> set[str]:
    """Customers with a key that starts like this (hexadecimal digits); at most 50 keys count."""
    found: set[str] = set()
    for column, places in (
        (CustomerKey.key, (CustomerKey.workspace_id == workspace_id,)),
        (Event.customer, await runs.of_customers(session, [workspace_id])),
    ):
        rows = await session.scalars(
            select(column)
            .where(*places, column >= prefix, column < prefix + _BEYOND_HEX)
            .distinct()
            .limit(MAX_FOUND)
        )
        found |= set(rows)
    return set((await owners(session, workspace_id, sorted(found)[:MAX_FOUND])).values())


async def events_page(
    session: AsyncSession,
    workspace_id: str,
    keys: Sequence[str],
    after: Sequence[Any] | None,
    limit: int,
) -> list[Event]:
    """The events of a customer's keys, oldest first; one more than `limit`."""
    found: list[Event] = []
    for some in portions(keys):
        theirs = await runs.of_customers(session, [workspace_id], Event.customer.in_(some))
        wanted = select(Event).where(*theirs)
        if after is not None:
            ms, event_id = after
            wanted = wanted.where(
                Event.occurred_ms >= ms, or_(Event.occurred_ms > ms, Event.id > event_id)
            )
        rows = await session.scalars(
            wanted.order_by(unindexed(session, Event.occurred_ms), Event.id).limit(limit + 1)
        )
        found += rows
    return sorted(found, key=lambda event: (event.occurred_ms, event.id))[: limit + 1]


async def circles_of(session: AsyncSession, workspace_id: str, keys: Iterable[str]) -> set[str]:
    """The circles that any of these keys is in."""
    found: set[str] = set()
    for some in portions(keys):
        rows = await session.scalars(
            select(CustomerKey.circle).where(
                CustomerKey.workspace_id == workspace_id,
                CustomerKey.key.in_(some),
                CustomerKey.circle.is_not(None),
            )
        )
        found |= {circle for circle in rows if circle}
    return found


async def keys_in(session: AsyncSession, workspace_id: str, circles: Iterable[str]) -> list[str]:
    """The keys that are in any of these circles."""
    found: list[str] = []
    for some in portions(circles):
        found += await session.scalars(
            select(CustomerKey.key).where(
                CustomerKey.workspace_id == workspace_id, CustomerKey.circle.in_(some)
            )
        )
    return found
