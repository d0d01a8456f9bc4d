"""The one way in which maps change: everything that edits a map ends here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.kit.clock import utcnow
from waymark.kit.errors import Fault
from waymark.maps import queries
from waymark.maps.cache import MapCache
from waymark.maps.conflicts import PastChange, find_conflicts
from waymark.maps.document import Document
from waymark.maps.errors import (
    DuplicateId,
    EditConflict,
    ImpossibleChange,
    MapNotFound,
    TooFarBehind,
)
from waymark.maps.models import Map, MapChange
from waymark.maps.operations import Impossible, Operation, Outcome, apply, from_wire, to_wire
from waymark.maps.references import ensure_references, forget_departed
from waymark.maps.store import MapStore

MAX_CHANGES_BEHIND = 1_000


@dataclass(frozen=True, slots=True)
class Applied:
    """A change that is now part of the map."""

    map_id: str
    revision: int
    base_revision: int
    operations: Sequence[Operation]
    inverse: Sequence[Operation]
    actor_id: str
    actor_name: str
    created_at: datetime
    document: Document


async def lock_map(
    session: AsyncSession, caller: Caller, map_id: str, role: Role = Role.EDITOR
) -> Map:
    """The map, locked for writing. Raises MapNotFound, or Forbidden for too little role."""
    row = await queries.map_by_id(session, map_id, caller.workspace_ids, lock=True)
    if row is None:
        raise MapNotFound("There is no such map.")
    caller.require(role, row.workspace_id)
    return row


async def change_map(
    session: AsyncSession,
    cache: MapCache,
    caller: Caller,
    row: Map,
    operations: Sequence[Operation],
    base_revision: int | None = None,
) -> Applied:
    """Apply operations to a locked map: all of them, as its next revision, or none.

    `base_revision` is the version they were made on (the current one if None); what others did
    since then is merged. A change that changes nothing gives no new revision.

    Raises EditConflict with both values where merging would lose somebody's edit, ImpossibleChange
    or DuplicateId with a pointer to the operation at fault, TooFarBehind when the base is too old.
    """
    store = MapStore(session, cache)
    document = await store.document(row)
    operations = await forget_departed(session, row, operations)
    base = row.revision if base_revision is None else base_revision
    if base != row.revision:
        await _refuse_conflicts(session, row, document, operations, base)
    outcome = _apply(document, operations)
    await ensure_references(session, row.workspace_id, outcome.applied)
    now, revision = utcnow(), row.revision
    if outcome.applied:
        revision += 1
        await store.save(row, outcome, revision)
        _log(session, caller, row, outcome, base, revision, now)
        row.revision, row.updated_at = revision, now
        await session.flush()
    return Applied(
        row.id,
        revision,
        base,
        outcome.applied,
        outcome.inverse,
        caller.actor_id,
        caller.name,
        now,
        outcome.document,
    )


async def _refuse_conflicts(
    session: AsyncSession, row: Map, document: Document, operations: Sequence[Operation], base: int
) -> None:
    if base > row.revision:
        detail = f"The map is only at revision {row.revision}."
        raise ImpossibleChange(detail, faults=[Fault("/base_revision", "unknown_revision", detail)])
    if row.revision - base > MAX_CHANGES_BEHIND:
        raise TooFarBehind(
            f"The map has changed more than {MAX_CHANGES_BEHIND:,} times since revision {base}.",
            extra={"revision": row.revision},
        )
    since = [
        PastChange(
            change.revision,
            change.actor_name,
            [from_wire(operation) for operation in change.operations],
            [from_wire(operation) for operation in change.inverse],
        )
        for change in await queries.changes_after(session, row.id, base, MAX_CHANGES_BEHIND)
    ]
    conflicts = find_conflicts(document, operations, since)
    if conflicts:
        who = conflicts[0].their_actor_name
        raise EditConflict(
            f"{who} changed the same thing meanwhile. Nothing was applied.",
            extra={
                "revision": row.revision,
                "conflicts": [conflict.as_dict() for conflict in conflicts[:200]],
            },
        )


def _apply(document: Document, operations: Sequence[Operation]) -> Outcome:
    try:
        return apply(document, operations)
    except Impossible as error:
        kind = DuplicateId if error.code == DuplicateId.code else ImpossibleChange
        pointer = f"/operations/{error.index}{error.pointer}"
        raise kind(str(error), faults=[Fault(pointer, error.code, error.detail)]) from error


def _log(
    session: AsyncSession,
    caller: Caller,
    row: Map,
    outcome: Outcome,
    base: int,
    revision: int,
    now: datetime,
) -> None:
    session.add(
        MapChange(
            map_id=row.id,
            revision=revision,
            base_revision=base,
            actor_id=caller.actor_id,
            actor_name=caller.name,
            operations=[to_wire(operation) for operation in outcome.applied],
            inverse=[to_wire(operation) for operation in outcome.inverse],
            created_at=now,
        )
    )
