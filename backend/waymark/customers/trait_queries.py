"""Reading and writing traits."""

from collections.abc import Iterable, Mapping

from sqlalchemy import and_, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.models import CustomerTrait
from waymark.customers.traits import MAX_TRAITS, Said, Trait
from waymark.db.portions import portions
from waymark.db.tuples import one_of
from waymark.db.upserts import insert_into


async def put_traits(session: AsyncSession, said: Mapping[Trait, Said]) -> None:
    """Write values that were said later than those that are there."""
    statement = insert_into(session, CustomerTrait)
    new = statement.excluded
    later = or_(
        new.at_ms > CustomerTrait.at_ms,
        and_(new.at_ms == CustomerTrait.at_ms, new.value > CustomerTrait.value),
    )
    statement = statement.on_conflict_do_update(
        index_elements=["workspace_id", "key", "name"],
        set_={"value": new.value, "at_ms": new.at_ms},
        where=later,
    )
    # In one order everywhere, so that two workers cannot lock each other out.
    rows = [
        {"workspace_id": trait[0], "key": trait[1], "name": trait[2], "value": value, "at_ms": ms}
        for trait, (ms, value) in sorted(said.items())
    ]
    connection = await session.connection()
    await connection.execute(statement, rows)


async def trim(session: AsyncSession, holders: Iterable[tuple[str, str]]) -> None:
    """Keep of each of these (workspace and key) the traits that were said last, at most 200."""
    place = (CustomerTrait.workspace_id, CustomerTrait.key)
    for some in portions(holders):
        full = await session.execute(
            select(*place)
            .where(one_of(session, place, some))
            .group_by(*place)
            .having(func.count() > MAX_TRAITS)
        )
        for workspace_id, key in full.all():
            own = (CustomerTrait.workspace_id == workspace_id, CustomerTrait.key == key)
            last = (
                select(CustomerTrait.name)
                .where(*own)
                .order_by(CustomerTrait.at_ms.desc(), CustomerTrait.name)
                .limit(MAX_TRAITS)
            )
            await session.execute(
                delete(CustomerTrait)
                .where(*own, CustomerTrait.name.not_in(last))
                .execution_options(synchronize_session=False)
            )


async def traits_of(
    session: AsyncSession, workspace_id: str, keys: Iterable[str]
) -> list[tuple[str, str, int]]:
    """Name, value as JSON, and when it was said, of every trait of these keys."""
    found: list[tuple[str, str, int]] = []
    for some in portions(keys):
        rows = await session.execute(
            select(CustomerTrait.name, CustomerTrait.value, CustomerTrait.at_ms).where(
                CustomerTrait.workspace_id == workspace_id, CustomerTrait.key.in_(some)
            )
        )
        found += [(name, value, at_ms) for name, value, at_ms in rows]
    return found
