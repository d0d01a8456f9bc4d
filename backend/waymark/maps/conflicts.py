"""When two people edit at once: what merges, and what has to be asked.

Edits of different items, and of different fields of one item, merge. The place in a list is not
content: the last one to move an item wins. Everything else that would overwrite or orphan what
somebody did since the writer last looked is a conflict, and nothing of the change is applied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from waymark.maps.document import Document, Item
from waymark.maps.operations import Add, Operation, Remove, Set
from waymark.maps.parts import MAP, PARTS, Kind

MERGES_SILENTLY = "order"


@dataclass(frozen=True, slots=True)
class PastChange:
    """A change that was applied after the version the writer knows."""

    revision: int
    actor_name: str
    operations: Sequence[Operation]
    inverse: Sequence[Operation]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that cannot be merged: both values, and who was there first.

    `operation` is the index of the operation. `kind` says what happened meanwhile: the field was
    `edited`, the item was `removed`, or its place was `occupied`. `field` is empty when the whole
    item is meant; `base` is the value both started from.
    """

    operation: int
    kind: Literal["edited", "removed", "occupied"]
    item_kind: str
    item_id: str
    field: str
    base: Any
    yours: Any
    theirs: Any
    their_revision: int
    their_actor_name: str

    def as_dict(self) -> dict[str, Any]:
        """For the wire."""
        return asdict(self)


@dataclass(slots=True)
class _Trace:
    """What has been done to one item since."""

    last: PastChange
    base: dict[str, Any] = field(default_factory=dict)
    """The value of each field that was set, before it was set first."""
    added: bool = False
    removed: Item | None = None


def find_conflicts(
    document: Document, operations: Sequence[Operation], since: Sequence[PastChange]
) -> list[Conflict]:
    """What in `operations` contradicts the changes `since`, oldest first.

    `document` is the map as it is now, with those changes in it.
    """
    traces = _traces(since)
    if not traces:
        return []
    found: list[Conflict] = []
    for index, operation in enumerate(operations):
        found.extend(_conflicts_of(index, operation, document, traces))
    return found


def _traces(since: Sequence[PastChange]) -> dict[str, _Trace]:
    traces: dict[str, _Trace] = {}
    for change in since:
        for operation in change.operations:
            trace = traces.setdefault(_target(operation), _Trace(change))
            trace.last = change
            trace.added |= isinstance(operation, Add)
        for operation in change.inverse:
            trace = traces.setdefault(_target(operation), _Trace(change))
            trace.last = change
            if isinstance(operation, Add):
                trace.removed = operation.item
            elif isinstance(operation, Set):
                for name, value in operation.fields.items():
                    trace.base.setdefault(name, value)
    return traces


def _target(operation: Operation) -> str:
    match operation:
        case Add(_, item):
            return str(item["id"])
        case Set(None):
            return MAP
        case Set(_, item_id) | Remove(_, item_id):
            return item_id


def _conflicts_of(
    index: int, operation: Operation, document: Document, traces: dict[str, _Trace]
) -> Iterator[Conflict]:
    match operation:
        case Set(None, _, fields):
            yield from _edited(index, MAP, document.fields, fields, traces.get(MAP))
        case Set(Kind() as kind, item_id, fields):
            trace = traces.get(item_id)
            current = document.items[kind].get(item_id)
            if current is not None:
                yield from _edited(index, kind, current, fields, trace)
                yield from _orphaned(index, kind, {"id": item_id, **fields}, document, traces)
            elif trace is not None and trace.removed is not None:
                yield _removed(index, kind, item_id, fields, trace)
        case Remove(kind, item_id):
            yield from _lost(index, kind, item_id, document, traces)
        case Add(kind, item):
            yield from _orphaned(index, kind, item, document, traces)
            yield from _occupied(index, kind, item, document, traces)


def _edited(
    index: int, kind: str, current: Item, fields: dict[str, Any], trace: _Trace | None
) -> Iterator[Conflict]:
    if trace is None:
        return
    for name, yours in fields.items():
        if name != MERGES_SILENTLY and name in trace.base and current[name] != yours:
            yield Conflict(
                index,
                "edited",
                kind,
                current["id"],
                name,
                trace.base[name],
                yours,
                current[name],
                trace.last.revision,
                trace.last.actor_name,
            )


def _removed(index: int, kind: Kind, item_id: str, yours: Any, trace: _Trace) -> Conflict:
    return Conflict(
        index,
        "removed",
        kind,
        item_id,
        "",
        trace.removed,
        yours,
        None,
        trace.last.revision,
        trace.last.actor_name,
    )


def _lost(
    index: int, kind: Kind, item_id: str, document: Document, traces: dict[str, _Trace]
) -> Iterator[Conflict]:
    """Removing what somebody has just worked on would throw their work away."""
    item = document.items[kind].get(item_id)
    if item is None:
        return
    for below_kind, below in [(kind, item), *document.below(kind, item_id)]:
        trace = traces.get(below["id"])
        if trace is not None and (trace.added or trace.base.keys() - {MERGES_SILENTLY}):
            base = {**below, **trace.base} if not trace.added else None
            yield Conflict(
                index,
                "edited",
                below_kind,
                below["id"],
                "",
                base,
                None,
                below,
                trace.last.revision,
                trace.last.actor_name,
            )


def _orphaned(
    index: int, kind: Kind, item: Item, document: Document, traces: dict[str, _Trace]
) -> Iterator[Conflict]:
    """Putting something where the stage, step or lane is gone."""
    for name, parent in PARTS[kind].parents.items():
        parent_id = item.get(name)
        if parent_id is None or parent_id in document.items[parent]:
            continue
        trace = traces.get(parent_id)
        if trace is not None and trace.removed is not None:
            yield _removed(index, parent, parent_id, item, trace)


def _occupied(
    index: int, kind: Kind, item: Item, document: Document, traces: dict[str, _Trace]
) -> Iterator[Conflict]:
    names = PARTS[kind].unique
    for other in document.items[kind].values() if names else ():
        trace = traces.get(other["id"])
        if trace is not None and all(other[name] == item[name] for name in names):
            yield Conflict(
                index,
                "occupied",
                kind,
                other["id"],
                "",
                None,
                item,
                other,
                trace.last.revision,
                trace.last.actor_name,
            )
