"""Customers in SQL over the events: every key counts as the customer it belongs to."""

from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers.models import CustomerKey, CustomerLink
from waymark.events.models import Event

S = TypeVar("S", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True, slots=True)
class Whose:
    """How the customer of an event is found in a workspace.

    Without a single link every key is a customer of its own, and nothing is joined.
    """

    workspace_id: str
    linked: bool

    @property
    def customer(self) -> ColumnElement[str]:
        """The customer of an event, in a statement that went through `join`."""
        if not self.linked:
            return Event.__table__.c.customer
        return func.coalesce(CustomerKey.customer, Event.customer)

    def join(self, statement: S) -> S:
        """A statement over events, with what `customer` needs."""
        if not self.linked:
            return statement
        on = and_(CustomerKey.workspace_id == self.workspace_id, CustomerKey.key == Event.customer)
        return statement.outerjoin(CustomerKey, on)


async def whose(session: AsyncSession, workspace_id: str) -> Whose:
    """How customers are found in a workspace as it is now."""
    link = select(CustomerLink.key).where(CustomerLink.workspace_id == workspace_id).limit(1)
    return Whose(workspace_id, await session.scalar(link) is not None)
