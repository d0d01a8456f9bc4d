"""Customers: who was seen, and what happened to each."""

from collections.abc import Awaitable, Callable
from typing import Annotated, cast

from fastapi import Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers import service
from waymark.customers.schemas import (
    Customer,
    CustomerEvent,
    CustomerId,
    CustomerSummary,
    present_customer,
    present_event,
    present_summary,
)
from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.kit.vault import Vault

router = api_router("customers")

KindsOfIds = Callable[[AsyncSession, str], Awaitable[set[str]]]
"""The kinds of customers' ids that the sources of a workspace send; the application knows."""


@router.get("/workspaces/{workspace_id}/customers", responses=problems(403))
async def list_customers(
    workspace_id: Id,
    request: Request,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    search: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=500,
            description="An id of the customer as a sender writes it, such as an e-mail address; "
            "or the beginning of a customer's id here, at least four digits of it.",
        ),
    ] = None,
) -> Page[CustomerSummary]:
    """List customers.

    The last seen first; a page may be short though there are more. A search finds at most 50, and
    also those who have no events. For editors.
    """
    if search is None:
        rows, after = await service.list_customers(session, caller, workspace_id, paging)
    else:
        vault, kinds = _vault(request), await _kinds(request, session, workspace_id)
        rows = await service.search_customers(session, vault, caller, workspace_id, search, kinds)
        after = None
    return Page(items=[present_summary(row) for row in rows], next=after)


@router.get("/customers/{customer_id}", responses=problems(403))
async def get_customer(customer_id: CustomerId, caller: CallerDep, session: SessionDep) -> Customer:
    """Show a customer.

    Any of their keys will do: when two customers turn out to be one person, both lead there. For
    editors.
    """
    found = await service.find(session, caller, customer_id)
    return present_customer(found.workspace_id, await service.profile(session, found))


@router.get("/customers/{customer_id}/events", responses=problems(403))
async def list_customer_events(
    customer_id: CustomerId, caller: CallerDep, session: SessionDep, paging: PagingDep
) -> Page[CustomerEvent]:
    """List what happened to a customer.

    Their events in order of time, oldest first. For editors.
    """
    found = await service.find(session, caller, customer_id)
    rows, after = await service.events_of(session, found, paging)
    return Page(items=[present_event(row) for row in rows], next=after)


def _vault(request: Request) -> Vault:
    return cast(Vault, request.app.state.vault)


async def _kinds(request: Request, session: AsyncSession, workspace_id: str) -> set[str]:
    kinds_of_ids = cast(KindsOfIds, request.app.state.kinds_of_ids)
    return await kinds_of_ids(session, workspace_id)
