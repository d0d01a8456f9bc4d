"""Maps and cards are owned by members of the workspace: what happens when one leaves."""

from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller
from waymark.maps import queries, reference_queries
from waymark.maps.cache import MapCache
from waymark.maps.changes import change_map
from waymark.maps.document import Document
from waymark.maps.operations import Operation, Set
from waymark.maps.parts import Kind
from waymark.maps.store import MapStore
from waymark.workspaces.departures import LetGo


def releasing(cache: MapCache) -> LetGo:
    """What takes a person who left off the maps of a workspace, each as a change of its own."""
    return partial(_release, cache)


async def _release(
    cache: MapCache, session: AsyncSession, caller: Caller, workspace_id: str, user_id: str
) -> None:
    for map_id in await reference_queries.maps_owned_by(session, workspace_id, user_id):
        row = await queries.map_by_id(session, map_id, [workspace_id], lock=True)
        if row is not None:
            document = await MapStore(session, cache).document(row)
            await change_map(session, cache, caller, row, _without(document, user_id))


def _without(document: Document, user_id: str) -> list[Operation]:
    operations: list[Operation] = [
        Set(Kind.CARD, card_id, {"owner_id": None})
        for card_id, card in document.items[Kind.CARD].items()
        if card["owner_id"] == user_id
    ]
    if document.fields["owner_id"] == user_id:
        operations.append(Set(None, "", {"owner_id": None}))
    return operations
