"""What can go wrong with maps, by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from waymark.kit.errors import Conflict, Invalid, NotFound, Stale


class MapNotFound(NotFound):
    """There is no such map, or the caller does not belong to its workspace."""

    code = "map_not_found"


class PartNotFound(NotFound):
    """There is no such item on the map."""

    code = "part_not_found"


class EditConflict(Conflict):
    """Somebody changed the same thing meanwhile; `conflicts` tells both values."""

    code = "edit_conflict"
    title = "Somebody changed the same thing"


class DuplicateId(Conflict):
    """An item with this id exists already."""

    code = "duplicate_id"
    title = "This id is taken"


class ImpossibleChange(Invalid):
    """An operation does not fit the map; `errors` says which and why."""

    code = "impossible_change"
    title = "This change does not fit the map"


class TooFarBehind(Stale):
    """So much has changed since the base revision that the map has to be read again."""

    code = "too_far_behind"
    title = "Read the map again first"


@contextmanager
def pointing_into(member: str) -> Iterator[None]:
    """Where the body is one operation's `member`, problems point into the body."""
    prefix = f"/operations/0/{member}"
    try:
        yield
    except (ImpossibleChange, DuplicateId) as error:
        faults = [
            replace(fault, pointer=fault.pointer.removeprefix(prefix)) for fault in error.faults
        ]
        raise type(error)(error.detail, faults=faults) from error
