"""Writing what may collide with somebody else's write."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.kit.errors import WaymarkError


async def flush_or(session: AsyncSession, collision: WaymarkError) -> None:
    """Flush, or raise `collision` when a constraint of the database refuses."""
    try:
        await session.flush()
    except IntegrityError as error:
        raise collision from error
