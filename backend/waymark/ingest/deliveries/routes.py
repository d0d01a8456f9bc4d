"""Deliveries and quarantine: what came in, what became of it, and trying again."""

from typing import Annotated

from fastapi import Query, Request, status

from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id, Moment
from waymark.ingest.deliveries import service as deliveries
from waymark.ingest.deliveries.queries import Reason
from waymark.ingest.deliveries.schemas import (
    Delivery,
    DeliveryDetail,
    QuarantinedItem,
    QuarantineTotals,
    present_delivery,
    present_detail,
    present_quarantined,
    present_total,
)
from waymark.ingest.deliveries.selection import Kind, Selection

router = api_router("deliveries")


SourceQuery = Annotated[Id | None, Query(description="Only what this source sent.")]


@router.get("/workspaces/{workspace_id}/deliveries", responses=problems(403))
async def list_deliveries(
    workspace_id: Id,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    kind: Annotated[Kind, Query(description="Only those that this became of.")] = Kind.ALL,
    source_id: SourceQuery = None,
    since: Annotated[Moment | None, Query(description="Received from then on.")] = None,
    until: Annotated[Moment | None, Query(description="Received before then.")] = None,
    search: Annotated[
        str | None,
        Query(
            max_length=200,
            description="The id of a delivery, or the sender's own id of an event in it.",
        ),
    ] = None,
) -> Page[Delivery]:
    """List what sources have sent.

    Newest first. For editors, as the bodies tell of customers.
    """
    wanted = Selection(kind, source_id, since=since, until=until)
    rows, after = await deliveries.list_deliveries(
        session, caller, workspace_id, wanted, search, paging
    )
    return Page(items=[present_delivery(row) for row in rows], next=after)


@router.get("/deliveries/{delivery_id}", responses=problems(403))
async def get_delivery(delivery_id: Id, caller: CallerDep, session: SessionDep) -> DeliveryDetail:
    """Show a delivery.

    As it came, with credentials masked, and what became of each of its items.
    """
    return present_detail(*await deliveries.get_delivery(session, caller, delivery_id))


@router.post(
    "/deliveries/{delivery_id}/replay",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problems(409),
)
async def replay_delivery(
    delivery_id: Id, request: Request, caller: CallerDep, session: SessionDep
) -> Delivery:
    """Process a delivery again.

    By the source's rules and the touchpoints as they are now. Events that it made already stay as
    they are, so this is for what was quarantined or given up.
    """
    row = await deliveries.replay_delivery(session, caller, delivery_id)
    request.app.state.wake_worker.set()
    return present_delivery(row)


@router.get("/workspaces/{workspace_id}/quarantine", responses=problems(403))
async def list_quarantine(
    workspace_id: Id,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    source_id: SourceQuery = None,
    code: Annotated[
        str | None,
        Query(max_length=40, pattern="^[a-z_]*$", description="Only those with this reason."),
    ] = None,
    touchpoint_key: Annotated[
        str | None,
        Query(
            max_length=60,
            pattern="^[a-z0-9_-]*$",
            description="Only those that lack the touchpoint with this key.",
        ),
    ] = None,
) -> Page[QuarantinedItem]:
    """List what was not understood.

    Newest first, each with the reason. Nothing is lost: mend the reason, then replay.
    """
    reason = Reason(source_id, code, touchpoint_key)
    rows, after = await deliveries.list_quarantine(session, caller, workspace_id, reason, paging)
    return Page(items=[present_quarantined(*row) for row in rows], next=after)


@router.get("/workspaces/{workspace_id}/quarantine-totals", responses=problems(403))
async def list_quarantine_totals(
    workspace_id: Id, caller: CallerDep, session: SessionDep
) -> QuarantineTotals:
    """Count what was not understood.

    By source, reason and missing touchpoint, the most frequent first, each with an example.
    """
    rows = await deliveries.total_quarantine(session, caller, workspace_id)
    return QuarantineTotals(items=[present_total(*row) for row in rows])
