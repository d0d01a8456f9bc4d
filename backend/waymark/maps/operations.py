"""Changes: typed operations on a map, applied by one pure function that also gives the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from waymark.kit import order
from waymark.maps.document import Document, Fields, Item
from waymark.maps.parts import MAP, PARTS, Kind
from waymark.maps.places import Places


@dataclass(frozen=True, slots=True)
class Add:
    """Put a new item into the map."""

    kind: Kind
    item: Item


@dataclass(frozen=True, slots=True)
class Set:
    """Set fields of an item, or of the map itself (`kind` None)."""

    kind: Kind | None
    id: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Remove:
    """Take an item out of the map, and everything below it."""

    kind: Kind
    id: str


Operation = Add | Set | Remove

PLACING = {
    part.kind: {"order", *part.parents, *(part.list_of or ()), *part.unique}
    for part in PARTS.values()
}
"""The fields that say where an item is; all others say what it is."""


class Impossible(Exception):
    """An operation that cannot be applied: which one, where in it, a code and a sentence."""

    def __init__(self, index: int, pointer: str, code: str, detail: str) -> None:
        super().__init__(detail)
        self.index = index
        self.pointer = pointer
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Outcome:
    """What applying gave: the new document, what was really done, and how to undo it.

    `changed` holds the ids of the items that were added, set or removed, by kind.
    """

    document: Document
    applied: list[Operation]
    inverse: list[Operation]
    changed: dict[str, Kind]


def apply(document: Document, operations: Sequence[Operation]) -> Outcome:
    """Apply all operations in order, or raise Impossible and change nothing.

    `document` itself is never changed. Order keys that are missing, taken or have grown too long
    are replaced, and what was really used is in `applied`. Applying `inverse` to the new document
    gives the old one again.
    """
    editor = _Editor(document.copy())
    for index, operation in enumerate(operations):
        editor.apply(index, operation)
    return Outcome(editor.document, editor.applied, editor.inverse(), editor.changed)


class _Editor:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.places = Places(document)
        self.applied: list[Operation] = []
        self.changed: dict[str, Kind] = {}
        self._undo: list[list[Operation]] = []
        self._index = 0

    def inverse(self) -> list[Operation]:
        return [operation for group in reversed(self._undo) for operation in group]

    def apply(self, index: int, operation: Operation) -> None:
        self._index = index
        match operation:
            case Add(kind, item):
                self._add(kind, item)
            case Set(None, _, fields):
                self._set_map(fields)
            case Set(Kind() as kind, item_id, fields):
                self._set(kind, item_id, fields)
            case Remove(kind, item_id):
                self._remove(kind, item_id)

    def _add(self, kind: Kind, item: Item) -> None:
        if any(item["id"] in items for items in self.document.items.values()):
            raise self._no("/item/id", "duplicate_id", f"There is already an item {item['id']}.")
        if len(self.document.items[kind]) >= PARTS[kind].limit:
            limit, plural = PARTS[kind].limit, PARTS[kind].plural
            raise self._no("/item", "limit_exceeded", f"A map holds at most {limit:,} {plural}.")
        self._check_place(kind, item, "/item")
        placed = self._with_order(kind, item)
        self._put(kind, placed)
        self._record(Add(kind, placed), [Remove(kind, placed["id"])])
        self._respace(kind, placed)

    def _set(self, kind: Kind, item_id: str, fields: Fields) -> None:
        old = self._find(kind, item_id)
        new = {**old, **fields}
        if self._moves_to_other_list(kind, old, new) and "order" not in fields:
            new["order"] = ""
        if fields.keys() & PLACING[kind]:
            self._check_place(kind, new, "/set")
            new = self._with_order(kind, new)
        done = {name: value for name, value in new.items() if value != old[name]}
        if not done:
            return
        self._put(kind, new)
        back = {name: old[name] for name in done}
        self._record(Set(kind, item_id, done), [Set(kind, item_id, back)])
        if "order" in done:
            self._respace(kind, new)

    def _set_map(self, fields: Fields) -> None:
        step_id = fields.get("goal_step_id")
        if step_id is not None and step_id not in self.document.items[Kind.STEP]:
            raise self._no(
                "/set/goal_step_id", "unknown_step", "There is no such step on this map."
            )
        old = self.document.fields
        done = {name: value for name, value in fields.items() if value != old[name]}
        if not done:
            return
        back = {name: old[name] for name in done}
        old.update(done)
        self._record(Set(None, "", done), [Set(None, "", back)])

    def _remove(self, kind: Kind, item_id: str) -> None:
        item = self._find(kind, item_id)
        gone = [(kind, item), *self.document.below(kind, item_id)]
        if any(gone_item["id"] == self.document.fields["goal_step_id"] for _, gone_item in gone):
            self._set_map({"goal_step_id": None})
        for gone_kind, gone_item in gone:
            del self.document.items[gone_kind][gone_item["id"]]
            self.places.leave(gone_kind, gone_item)
            self.changed[gone_item["id"]] = gone_kind
        self._record(
            Remove(kind, item_id), [Add(gone_kind, gone_item) for gone_kind, gone_item in gone]
        )

    def _find(self, kind: Kind, item_id: str) -> Item:
        item = self.document.items[kind].get(item_id)
        if item is None:
            raise self._no("/id", f"unknown_{kind}", f"There is no such {kind} on this map.")
        return item

    def _check_place(self, kind: Kind, item: Item, pointer: str) -> None:
        for name, parent in PARTS[kind].parents.items():
            if item[name] not in self.document.items[parent]:
                raise self._no(
                    f"{pointer}/{name}",
                    f"unknown_{parent}",
                    f"There is no such {parent} on this map.",
                )
        if self.places.occupant(kind, item) is not None:
            raise self._no(
                pointer, "occupied", f"There is already such {_article(kind)} at this step."
            )

    def _with_order(self, kind: Kind, item: Item) -> Item:
        if PARTS[kind].list_of is None:
            return item
        siblings = self.places.siblings(kind, item)
        taken = {key for sibling, key in siblings.items() if sibling != item["id"]}
        key = order.free(item["order"], taken) if item["order"] else order.last(taken)
        return {**item, "order": key}

    def _respace(self, kind: Kind, item: Item) -> None:
        """Give all siblings short keys again when the gap around `item` has become too narrow.

        The new keys lie after all old ones: no two items share a key at any moment, neither on
        the way there nor on the way back.
        """
        if PARTS[kind].list_of is None or len(item["order"]) <= order.MAX_LENGTH:
            return
        keys = dict(self.places.siblings(kind, item))
        ids = sorted(keys, key=lambda sibling: keys[sibling])
        for sibling, key in zip(ids, order.after(keys[ids[-1]], len(ids)), strict=True):
            self._put(kind, {**self.document.items[kind][sibling], "order": key})
            self._record(
                Set(kind, sibling, {"order": key}), [Set(kind, sibling, {"order": keys[sibling]})]
            )

    def _moves_to_other_list(self, kind: Kind, old: Item, new: Item) -> bool:
        return any(old[name] != new[name] for name in PARTS[kind].list_of or ())

    def _put(self, kind: Kind, item: Item) -> None:
        old = self.document.items[kind].get(item["id"])
        if old is not None:
            self.places.leave(kind, old)
        self.document.items[kind][item["id"]] = item
        self.places.enter(kind, item)
        self.changed[item["id"]] = kind

    def _record(self, done: Operation, back: list[Operation]) -> None:
        self.applied.append(done)
        self._undo.append(back)

    def _no(self, pointer: str, code: str, detail: str) -> Impossible:
        return Impossible(self._index, pointer, code, detail)


def _article(kind: Kind) -> str:
    return f"an {kind}" if kind is Kind.EMOTION else f"a {kind}"


def to_wire(operation: Operation) -> dict[str, Any]:
    """An operation as it is sent and stored."""
    if isinstance(operation, Add):
        return {"op": f"{operation.kind}.add", "item": operation.item}
    if isinstance(operation, Remove):
        return {"op": f"{operation.kind}.remove", "id": operation.id}
    if operation.kind is None:
        return {"op": f"{MAP}.set", "set": operation.fields}
    return {"op": f"{operation.kind}.set", "id": operation.id, "set": operation.fields}


def from_wire(operation: dict[str, Any]) -> Operation:
    """The inverse of `to_wire`, for operations that were validated before."""
    kind, _, verb = operation["op"].partition(".")
    if kind == MAP:
        return Set(None, "", operation["set"])
    match verb:
        case "add":
            return Add(Kind(kind), operation["item"])
        case "set":
            return Set(Kind(kind), operation["id"], operation["set"])
        case _:
            return Remove(Kind(kind), operation["id"])
