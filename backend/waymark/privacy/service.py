"""Erasing a customer, as GDPR article 17 asks for: starting it, and seeing how far it is."""

from collections.abc import Collection, Sequence

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.audit import service as audit
from waymark.customers import service as customers
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.imports.uploads.service import forget_files
from waymark.ingest.erasing import queries as erasing_queries
from waymark.ingest.erasing.kinds import kinds_of_ids
from waymark.ingest.erasing.persons import Person
from waymark.jobs.leases import RECEIVED
from waymark.kit.clock import utcnow
from waymark.kit.errors import Fault, Invalid, NotFound
from waymark.kit.ids import new_id
from waymark.kit.vault import Vault
from waymark.privacy import queries
from waymark.privacy.models import Erasure

DELIVERIES = "deliveries"


class ErasureNotFound(NotFound):
    """There is no such erasure, or it is out of the caller's sight."""

    code = "erasure_not_found"


class UnknownCustomer(Invalid):
    """It is not said who is to be erased, or there is no such customer."""

    code = "unknown_customer"
    title = "There is no such customer"


async def start_erasure(
    session: AsyncSession,
    vault: Vault,
    caller: Caller,
    workspace_id: str,
    customer_id: str | None,
    own_ids: Sequence[str],
    reason: str,
) -> Erasure:
    """Have everything removed that came of a customer until now.

    `own_ids` are ids of theirs as senders write them: they find what no customer is known for, and
    the texts that speak of them. Files that are not imported yet are discarded: nobody knows whom
    they speak of. Raises NotFound, Forbidden, UnknownCustomer.
    """
    caller.require(Role.ADMIN, workspace_id)
    keys = await _keys(session, vault, caller, workspace_id, customer_id, own_ids)
    now, before = utcnow(), new_id()
    erasure = Erasure(
        id=new_id(),
        workspace_id=workspace_id,
        reason=reason,
        actor_id=caller.actor_id,
        actor_name=caller.name,
        created_at=now,
        finished_at=None,
        sealed_person=vault.seal(orjson.dumps({"keys": sorted(keys), "own_ids": list(own_ids)})),
        before_id=before,
        stage=DELIVERIES,
        reached_id=None,
        deliveries=await erasing_queries.count_deliveries(session, workspace_id, before),
        looked_through=0,
        items=0,
        events=0,
        state=RECEIVED,
        due_at=now,
        lease_id=None,
        attempts=0,
        error="",
    )
    session.add(erasure)
    await forget_files(session, workspace_id)
    await session.flush()
    return erasure


async def _keys(
    session: AsyncSession,
    vault: Vault,
    caller: Caller,
    workspace_id: str,
    customer_id: str | None,
    own_ids: Collection[str],
) -> set[str]:
    told: set[str] = set()
    kinds = await kinds_of_ids(session, workspace_id)
    for own_id in own_ids:
        told |= customers.pseudonyms(vault, workspace_id, own_id, kinds)
    if customer_id is not None:
        found = await customers.customers_of(session, workspace_id, [customer_id])
        if not found:
            raise _unknown("/customer_id", "There is no such customer in the workspace.")
        told |= found
    if not told:
        raise _unknown("/customer_id", "Say who is to be erased: a customer, or ids of theirs.")
    known = await customers.customers_of(session, workspace_id, told)
    return told | set(await customers.all_keys(session, workspace_id, known))


def _unknown(pointer: str, detail: str) -> UnknownCustomer:
    return UnknownCustomer(detail, faults=[Fault(pointer, UnknownCustomer.code, detail)])


def note_export(session: AsyncSession, caller: Caller, workspace_id: str) -> None:
    """Write down that somebody took a copy of what is kept of a customer; not of whom."""
    audit.record(session, workspace_id, "customer_exported", caller.actor_id, caller.name, {})


def person_of(vault: Vault, erasure: Erasure) -> Person:
    """Whom an erasure is about, while it is not done."""
    sealed = orjson.loads(vault.open(erasure.sealed_person))
    return Person(vault, erasure.workspace_id, frozenset(sealed["keys"]), sealed["own_ids"])


async def list_erasures(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[Erasure], str | None]:
    """A page of the erasures there have been, newest first. Raises NotFound, Forbidden."""
    caller.require(Role.ADMIN, workspace_id)
    rows = await queries.erasures_page(session, workspace_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.id])


async def get_erasure(session: AsyncSession, caller: Caller, erasure_id: str) -> Erasure:
    """How far an erasure is. Raises ErasureNotFound, Forbidden."""
    found = await queries.erasure_by_id(session, erasure_id, caller.workspace_ids)
    if found is None:
        raise ErasureNotFound("There is no such erasure.")
    caller.require(Role.ADMIN, found.workspace_id)
    return found
