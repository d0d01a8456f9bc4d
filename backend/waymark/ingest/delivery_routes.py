"""Deliveries and quarantine: what came in, what became of it, and trying again."""

from typing import Annotated

from fastapi import Query, Request, status

from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.ingest import deliveries
from waymark.ingest.schemas import (
    Delivery,
    DeliveryDetail,
    QuarantinedItem,
    QuarantineReplay,
    ReplayStarted,
    present_delivery,
    present_detail,
    present_quarantined,
)

router = api_router("deliveries")


@router.get("/sources/{source_id}/deliveries", responses=problems(403))
async def list_deliveries(
    source_id: Id, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[Delivery]:
    """List what a source has sent.

    Newest first. For editors, as the bodies tell of customers.
    """
    rows, after = await deliveries.list_deliveries(session, caller, source_id, paging)
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
    row = await deliveries.replay(session, caller, delivery_id)
    request.app.state.wake_worker.set()
    return present_delivery(row)


@router.get("/workspaces/{workspace_id}/quarantine", responses=problems(403))
async def list_quarantine(
    workspace_id: Id,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    source_id: Annotated[Id | None, Query(description="Only what this source sent.")] = None,
) -> Page[QuarantinedItem]:
    """List what was not understood.

    Newest first, each with the reason. Nothing is lost: mend the reason, then replay.
    """
    rows, after = await deliveries.list_quarantine(session, caller, workspace_id, source_id, paging)
    return Page(items=[present_quarantined(*row) for row in rows], next=after)


@router.post("/workspaces/{workspace_id}/quarantine/replay", status_code=status.HTTP_202_ACCEPTED)
async def replay_quarantine(
    workspace_id: Id,
    body: QuarantineReplay,
    request: Request,
    caller: CallerDep,
    session: SessionDep,
) -> ReplayStarted:
    """Process again what was not understood.

    The oldest 1,000 deliveries with quarantined items, by the rules and touchpoints as they are
    now.
    """
    entries = await deliveries.replay_quarantine(session, caller, workspace_id, body.source_id)
    request.app.state.wake_worker.set()
    return ReplayStarted(deliveries=len(entries))
