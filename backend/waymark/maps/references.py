"""What a map points at outside of itself: personas, touchpoints, members of its workspace."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.kit.errors import Fault
from waymark.maps.errors import ImpossibleChange
from waymark.maps.operations import Add, Operation, Remove
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


def _references(operations: Sequence[Operation]) -> Iterator[tuple[str, str, str]]:
    """Kind, JSON pointer and id of everything that the operations point at."""
    for index, operation in enumerate(operations):
        if isinstance(operation, Remove):
            continue
        member = "item" if isinstance(operation, Add) else "set"
        fields = operation.item if isinstance(operation, Add) else operation.fields
        for name, kind in POINTS_AT.items():
            value = fields.get(name)
            pointer = f"/operations/{index}/{member}/{name}"
            if isinstance(value, list):
                yield from ((kind, f"{pointer}/{place}", one) for place, one in enumerate(value))
            elif value is not None:
                yield kind, pointer, value
