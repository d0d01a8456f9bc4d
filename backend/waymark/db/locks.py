"""Taking turns: one transaction at a time for what cannot be told row by row."""

import uuid

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def take_turns(session: AsyncSession, identity: str) -> None:
    """Wait until no other transaction has taken this turn; it is given back with the commit.

    `identity` is a UUID. On SQLite there is only ever one writing transaction.
    """
    if session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(uuid.UUID(identity).bytes[8:], signed=True)
        await session.execute(select(func.pg_advisory_xact_lock(number)))
