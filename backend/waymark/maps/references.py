"""What a map points at outside of itself: personas, touchpoints, members of its workspace."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.kit.errors import Fault
from waymark.maps import reference_queries
from waymark.maps.document import Fields
from waymark.maps.errors import ImpossibleChange
from waymark.maps.models import Map
from waymark.maps.operations import Add, Operation, Remove, Set
from waymark.personas import service as personas
from waymark.touchpoints import service as touchpoints
from waymark.workspaces import service as workspaces

PERSONA, TOUCHPOINT, MEMBER = "persona", "touchpoint", "member"

POINTS_AT = {
    "persona_id": PERSONA,
    "persona_ids": PERSONA,
    "touchpoint_id": TOUCHPOINT,
    "owner_id": MEMBER,
}

EXISTING = {
    PERSONA: personas.ids_among,
    TOUCHPOINT: touchpoints.ids_among,
    MEMBER: workspaces.members_among,
}

MAX_DEPARTED = 20
"""How many who are no members are looked for among former owners; a person undoes a few."""


async def ensure_references(
    session: AsyncSession, workspace_id: str, operations: Sequence[Operation]
) -> None:
    """Raise ImpossibleChange when an operation points at something the workspace does not have."""
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, pointer, target in _references(operations):
        wanted[kind].setdefault(target, pointer)
    faults = []
    for kind, pointers in wanted.items():
        found = await EXISTING[kind](session, workspace_id, list(pointers))
        faults += [
            Fault(pointer, f"unknown_{kind}", f"There is no such {kind} in this workspace.")
            for target, pointer in pointers.items()
            if target not in found
        ]
    if faults:
        raise ImpossibleChange(faults[0].detail, faults=faults[:50])


async def forget_departed(
    session: AsyncSession, row: Map, operations: Sequence[Operation]
) -> Sequence[Operation]:
    """The operations with nobody where they name an owner on this map who has left since.

    An undo may bring back what such a person owned. Anybody else who is not a member stays in, for
    `ensure_references` to refuse.
    """
    owners = (_content(operation).get("owner_id") for operation in operations)
    named = {owner for owner in owners if owner is not None}
    if not named:
        return operations
    strangers = named - await workspaces.members_among(session, row.workspace_id, named)
    departed = {
        stranger
        for stranger in sorted(strangers)[:MAX_DEPARTED]
        if await reference_queries.was_owner(session, row.id, stranger)
    }
    return [_disowned(operation, departed) for operation in operations]


def _disowned(operation: Operation, departed: Collection[str]) -> Operation:
    match operation:
        case Add(kind, item) if item.get("owner_id") in departed:
            return Add(kind, {**item, "owner_id": None})
        case Set(kind, item_id, fields) if fields.get("owner_id") in departed:
            return Set(kind, item_id, {**fields, "owner_id": None})
    return operation


def _content(operation: Operation) -> Fields:
    match operation:
        case Add(_, fields) | Set(_, _, fields):
            return fields
        case Remove():
            return {}


def _references(operations: Sequence[Operation]) -> Iterator[tuple[str, str, str]]:
    """Kind, JSON pointer and id of everything that the operations point at."""
    for index, operation in enumerate(operations):
        member = "item" if isinstance(operation, Add) else "set"
        fields = _content(operation)
        for name, kind in POINTS_AT.items():
            value = fields.get(name)
            pointer = f"/operations/{index}/{member}/{name}"
            if isinstance(value, list):
                yield from ((kind, f"{pointer}/{place}", one) for place, one in enumerate(value))
            elif value is not None:
                yield kind, pointer, value
