"""The work of an erasure, in portions: each is one transaction and notes how far it came.

    deliveries → events → texts → done

A worker that ends in the middle loses nothing: another one goes on from the last portion.
"""

from collections.abc import Sequence

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.audit import service as audit
from waymark.customers.removing import forget
from waymark.db.engine import Database
from waymark.ingest.erasing import searching
from waymark.ingest.erasing import service as erasing
from waymark.ingest.erasing.persons import Person
from waymark.jobs import leases
from waymark.kit.clock import utcnow
from waymark.kit.errors import Unavailable
from waymark.kit.vault import Vault
from waymark.privacy import queries
from waymark.privacy.models import Erasure
from waymark.privacy.service import DELIVERIES, person_of

log = structlog.get_logger()

EVENTS, TEXTS = "events", "texts"
ACTION = "customer_erased"


async def erase_due(database: Database, vault: Vault) -> int:
    """Do a portion of the erasure that has been due for longest; answers how many that is.

    Raises Unavailable when the database is gone; the lease then runs out by itself.
    """
    async with database.reading() as session:
        if not await queries.is_any_due(session, utcnow()):
            return 0
    async with database.writing() as session:
        taken = await leases.take(session, queries.due_erasure(utcnow()), utcnow())
    for erasure in taken:
        await _work(database, vault, erasure)
    return len(taken)


async def _work(database: Database, vault: Vault, erasure: Erasure) -> None:
    try:
        person = person_of(vault, erasure)
        while await _portion(database, person, erasure.id, erasure.lease_id):
            pass
    except Unavailable:
        raise
    except Exception as error:  # a defect of ours must not hold up other erasures
        log.error("privacy.erasure_failed", erasure_id=erasure.id, error=type(error).__name__)
        async with database.writing() as session:
            found = await queries.still_leased(session, erasure.id, erasure.lease_id)
            if found is not None:
                leases.fail(found, utcnow(), type(error).__name__)


async def _portion(
    database: Database, person: Person, erasure_id: str, lease_id: str | None
) -> bool:
    """Do the next portion; whether there is another one for this worker."""
    async with database.reading() as session:
        erasure = await queries.erasure_by_id(session, erasure_id, [person.workspace_id])
        if erasure is None or erasure.lease_id != lease_id:
            return False
        found: Sequence[searching.Looked] = ()
        reached: str | None = None
        if erasure.stage == DELIVERIES:
            found, reached = await searching.look_further(
                session, person, erasure.reached_id, erasure.before_id
            )
    async with database.writing() as session:
        erasure = await queries.still_leased(session, erasure_id, lease_id)
        if erasure is None:
            return False
        if erasure.stage == DELIVERIES:
            erased = await erasing.erase_in(session, person, found)
            erasure.items += erased.items
            erasure.events += erased.events
            erasure.looked_through += len(found)
            _go_on(erasure, reached, EVENTS)
        elif erasure.stage == EVENTS:
            await _events(session, person, erasure)
        elif person.mentions is not None and (
            upto := await erasing.hide_in_events(session, person, erasure.reached_id)
        ):
            _go_on(erasure, upto, TEXTS)
        else:
            await _finish(session, person, erasure)
            return False
        erasure.due_at = utcnow() + leases.LEASE
    return True


def _go_on(erasure: Erasure, reached: str | None, then: str) -> None:
    """Remember how far a stage came; at its end go to the next."""
    erasure.reached_id = reached
    if reached is None:
        erasure.stage = then


async def _events(session: AsyncSession, person: Person, erasure: Erasure) -> None:
    count = await erasing.erase_events(session, person, sorted(person.keys), erasure.before_id)
    erasure.events += count
    if not count:
        erasure.stage = TEXTS


async def _finish(session: AsyncSession, person: Person, erasure: Erasure) -> None:
    """Forget who it was, and write down that it was done."""
    await forget(session, erasure.workspace_id, person.keys, person.texts)
    erasure.sealed_person = b""
    erasure.finished_at = utcnow()
    leases.finish(erasure)
    audit.record(
        session,
        erasure.workspace_id,
        ACTION,
        erasure.actor_id,
        erasure.actor_name,
        {
            "erasure_id": erasure.id,
            "reason": erasure.reason,
            "items": erasure.items,
            "events": erasure.events,
        },
    )
