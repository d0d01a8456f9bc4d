"""A customer's rights: a copy of everything, and to be erased."""

from typing import cast

from fastapi import Request, status
from fastapi.responses import Response, StreamingResponse

from waymark.customers import service as customers
from waymark.customers.schemas import CustomerId
from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep, database
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.kit.clock import utcnow
from waymark.kit.vault import Vault
from waymark.privacy import service
from waymark.privacy.export import export_of
from waymark.privacy.schemas import CustomerExport, Erasure, NewErasure, present_erasure

router = api_router("customers")


def _vault(request: Request) -> Vault:
    return cast(Vault, request.app.state.vault)


@router.get(
    "/customers/{customer_id}/export", response_model=CustomerExport, responses=problems(403)
)
async def get_customer_export(
    customer_id: CustomerId, request: Request, caller: CallerDep, session: SessionDep
) -> Response:
    """Export all that is kept of a customer.

    Events, traits, links between their ids, and the items of deliveries that are kept, as they
    came. For all deliveries are looked through, it takes a while where there are many. The audit
    log says who took a copy and when, not of whom. For editors.
    """
    found = await customers.find(session, caller, customer_id)
    async with database(request).writing() as writing:
        service.note_export(writing, caller, found.workspace_id)
    pieces = export_of(database(request), _vault(request), found, utcnow())
    name = f'attachment; filename="customer-{found.id}.json"'
    return StreamingResponse(
        pieces, media_type="application/json", headers={"Content-Disposition": name}
    )


@router.post("/workspaces/{workspace_id}/erasures", status_code=status.HTTP_202_ACCEPTED)
async def create_erasure(
    workspace_id: Id, body: NewErasure, request: Request, caller: CallerDep, session: SessionDep
) -> Erasure:
    """Erase a customer.

    Everything of theirs that came until now is removed for good: events, traits, links between
    their ids, and their items in the deliveries that are kept. Other customers' items stay. It goes
    on in the background; the answer says where to look how far it is. What comes of them later is
    a new customer's. Files whose import is not finished are discarded, for they may speak of
    anybody. For admins.
    """
    row = await service.start_erasure(
        session,
        _vault(request),
        caller,
        workspace_id,
        body.customer_id,
        body.own_ids,
        body.reason.value,
    )
    request.app.state.wake_chores.set()
    return present_erasure(row)


@router.get("/workspaces/{workspace_id}/erasures", responses=problems(403))
async def list_erasures(
    workspace_id: Id, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[Erasure]:
    """List erasures.

    Newest first; whom they were about is not kept. For admins.
    """
    rows, after = await service.list_erasures(session, caller, workspace_id, paging)
    return Page(items=[present_erasure(row) for row in rows], next=after)


@router.get("/erasures/{erasure_id}", responses=problems(403))
async def get_erasure(erasure_id: Id, caller: CallerDep, session: SessionDep) -> Erasure:
    """Show how far an erasure is.

    For admins.
    """
    return present_erasure(await service.get_erasure(session, caller, erasure_id))
