"""Having deliveries processed again, by the rules and touchpoints as they are now."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db import tenancy
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.ingest.deliveries import listing
from waymark.ingest.deliveries.selection import Selection
from waymark.ingest.models import Replay
from waymark.kit.clock import utcnow
from waymark.kit.errors import NotFound
from waymark.kit.ids import new_id

AT_ONCE = 10_000
"""Deliveries in one replay; whoever has more of them starts another when it is done."""


class ReplayNotFound(NotFound):
    """There is no such replay, or it is out of the caller's sight."""

    code = "replay_not_found"


async def start_replay(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    wanted: Selection,
    search: str | None,
    selection: dict[str, Any],
) -> Replay:
    """Process again up to 10,000 deliveries that have been processed, oldest first.

    Events that they made stay as they are. `selection` is what was asked for, for the record.
    Raises NotFound, Forbidden.
    """
    caller.require(Role.EDITOR, workspace_id)
    wanted = await listing.narrowed(session, workspace_id, wanted, search)
    replay_id = new_id()
    count = await listing.enqueue_again(session, workspace_id, wanted, replay_id, AT_ONCE)
    left = count == AT_ONCE and await listing.is_any_left(session, workspace_id, wanted)
    replay = Replay(
        id=replay_id,
        workspace_id=workspace_id,
        selection=selection,
        deliveries=count,
        remaining=left,
        actor_id=caller.actor_id,
        actor_name=caller.name,
        created_at=utcnow(),
    )
    session.add(replay)
    await session.flush()
    return replay


async def list_replays(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[Replay], str | None]:
    """A page of the replays there have been, newest first. Raises NotFound, Forbidden."""
    caller.require(Role.EDITOR, workspace_id)
    rows = await listing.replays_page(session, workspace_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.id])


async def get_replay(session: AsyncSession, caller: Caller, replay_id: str) -> Replay:
    """One replay. Raises ReplayNotFound, Forbidden."""
    found = await tenancy.by_id(session, Replay, replay_id, caller.workspace_ids)
    if found is None:
        raise ReplayNotFound("There is no such replay.")
    caller.require(Role.EDITOR, found.workspace_id)
    return found


async def waiting_of(session: AsyncSession, replays: Sequence[Replay]) -> dict[str, int]:
    """By replay, how many of its deliveries are not processed yet."""
    return await listing.waiting_of(session, [replay.id for replay in replays])
