"""Replays: having deliveries processed again, and seeing how far that is."""

from typing import Annotated, Any

from fastapi import Request, status
from pydantic import Field, StringConstraints

from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id, Moment, Resource, Timestamp, Wire
from waymark.ingest import models
from waymark.ingest.deliveries import replays
from waymark.ingest.deliveries.selection import Kind, Selection

router = api_router("deliveries")

Code = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z_]+$")]


class ReplaySelection(Wire):
    """Which deliveries: those that meet all of this and have been processed."""

    kind: Kind = Kind.QUARANTINED
    """By default those with items that were not understood."""
    source_id: Id | None = None
    """Only what this source sent."""
    delivery_ids: Annotated[list[Id], Field(max_length=400)] | None = None
    """Only these."""
    code: Code | None = Field(default=None, examples=["unknown_touchpoint"])
    """Only those with items that were quarantined for this reason."""
    touchpoint_key: Annotated[str, StringConstraints(max_length=60)] | None = Field(
        default=None, examples=["news"]
    )
    """Only those with items that wait for the touchpoint with this key."""
    search: Annotated[str, StringConstraints(max_length=200)] | None = Field(
        default=None, examples=[None]
    )
    """Only the delivery with this id, or those with an event that has this id of its sender's."""
    since: Moment | None = None
    """Received from then on."""
    until: Moment | None = None
    """Received before then."""


class Replay(Resource):
    """Deliveries that are processed again, and how far that is."""

    id: Id
    selection: ReplaySelection
    deliveries: int = Field(examples=[120])
    waiting: int = Field(examples=[80])
    """How many of them are not processed yet."""
    remaining: bool
    """Whether more meet the selection than are replayed at once; start another when it is done."""
    actor_name: str = Field(examples=["Elena Kovač"])
    """Who asked for it."""
    created_at: Timestamp


@router.post(
    "/workspaces/{workspace_id}/replays",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problems(403),
)
async def create_replay(
    workspace_id: Id,
    body: ReplaySelection,
    request: Request,
    caller: CallerDep,
    session: SessionDep,
) -> Replay:
    """Process deliveries again.

    By the rules and touchpoints as they are now: up to 10,000, oldest first. Events that they made
    already stay as they are, so this is for what was quarantined or given up.
    """
    wanted = Selection(**body.model_dump(exclude={"search"}))
    row = await replays.start_replay(
        session,
        caller,
        workspace_id,
        wanted,
        body.search,
        body.model_dump(mode="json", exclude_none=True),
    )
    request.app.state.wake_worker.set()
    return _present(row, {row.id: row.deliveries})


@router.get("/workspaces/{workspace_id}/replays", responses=problems(403))
async def list_replays(
    workspace_id: Id, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[Replay]:
    """List replays.

    Newest first: who had what processed again, and when.
    """
    rows, after = await replays.list_replays(session, caller, workspace_id, paging)
    waiting = await replays.waiting_of(session, rows)
    return Page(items=[_present(row, waiting) for row in rows], next=after)


@router.get("/replays/{replay_id}", responses=problems(403))
async def get_replay(replay_id: Id, caller: CallerDep, session: SessionDep) -> Replay:
    """Show a replay, and how far it is."""
    row = await replays.get_replay(session, caller, replay_id)
    return _present(row, await replays.waiting_of(session, [row]))


def _present(row: models.Replay, waiting: dict[str, Any]) -> Replay:
    return Replay.of(
        row,
        selection=ReplaySelection.model_validate(row.selection),
        waiting=waiting.get(row.id, 0),
    )
