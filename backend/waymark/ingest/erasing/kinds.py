"""Which kinds of customers' ids there are in a workspace."""

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.ingest.sources import queries
from waymark.ingest.sources.understanding import mapping_of


async def kinds_of_ids(session: AsyncSession, workspace_id: str) -> set[str]:
    """The kinds of ids that the sources' mappings find, such as `email`."""
    sources = await queries.sources_of(session, workspace_id)
    return {place.kind for source in sources for place in mapping_of(source).customer if place.kind}
