"""Random maps and random operations on them."""

import uuid
from typing import Any

from hypothesis import strategies as st
from waymark.kit import order
from waymark.maps.document import Document, Item
from waymark.maps.operations import Add, Operation, Remove, Set, apply
from waymark.maps.parts import PARTS, Kind

FIELDS = {
    "title": "",
    "goal": "",
    "persona_ids": [],
    "goal_step_id": None,
}
TEXT = {
    Kind.STAGE: "title",
    Kind.STEP: "title",
    Kind.LANE: "title",
    Kind.CARD: "text",
    Kind.PLACEMENT: "importance",
    Kind.EMOTION: "label",
}


def an_id(number: int) -> str:
    """A readable UUID."""
    return str(uuid.UUID(int=number))


@st.composite
def worlds(draw: st.DrawFn, max_operations: int = 25) -> Document:
    """A document grown from nothing by random operations, some of which do not fit."""
    document = Document.empty(dict(FIELDS))
    for operation in draw(st.lists(seeds(), max_size=max_operations)):
        document = try_apply(document, operation(document)).document
    return document


def try_apply(document: Document, operation: Operation | None) -> Any:
    """Apply one operation that fits."""
    return apply(document, [operation] if operation else [])


@st.composite
def seeds(draw: st.DrawFn) -> Any:
    """A function that turns a document into an operation that fits it, or None."""
    kind = draw(st.sampled_from(list(Kind)))
    verb = draw(st.sampled_from(["add", "add", "add", "set", "move", "remove", "map"]))
    pick = draw(st.integers(0, 1_000_000))
    text = draw(st.text(max_size=3))
    key = draw(st.one_of(st.just(""), st.sampled_from(["a0", "a1", "Zz", "a0V", "b00"])))

    def make(document: Document) -> Operation | None:
        if verb == "map":
            steps = [None, *document.items[Kind.STEP]]
            return Set(None, "", {"title": text, "goal_step_id": steps[pick % len(steps)]})
        if verb == "add":
            return _add(document, kind, pick, text, key)
        ids = sorted(document.items[kind])
        if not ids:
            return None
        item_id = ids[pick % len(ids)]
        if verb == "remove":
            return Remove(kind, item_id)
        if verb == "set":
            return Set(kind, item_id, {TEXT[kind]: text})
        return _move(document, kind, item_id, pick, key)

    return make


def _parents(document: Document, kind: Kind, pick: int) -> dict[str, str] | None:
    chosen = {}
    for name, parent in PARTS[kind].parents.items():
        ids = sorted(document.items[parent])
        if not ids:
            return None
        chosen[name] = ids[pick % len(ids)]
    return chosen


def _add(document: Document, kind: Kind, pick: int, text: str, key: str) -> Operation | None:
    parents = _parents(document, kind, pick)
    if parents is None:
        return None
    item: Item = {
        "id": an_id(pick * 10 + list(Kind).index(kind)),
        TEXT[kind]: text,
        **parents,
    }
    if PARTS[kind].list_of is not None:
        item["order"] = key
    if kind is Kind.PLACEMENT:
        item["touchpoint_id"] = an_id(pick % 5)
    if kind is Kind.EMOTION:
        item["persona_id"] = None
    exists = any(item["id"] in items for items in document.items.values())
    return None if exists or _occupied(document, kind, item) else Add(kind, item)


def _move(document: Document, kind: Kind, item_id: str, pick: int, key: str) -> Operation | None:
    parents = _parents(document, kind, pick) or {}
    fields: dict[str, Any] = dict(parents)
    if key and PARTS[kind].list_of is not None:
        fields["order"] = key
    moved = {**document.items[kind][item_id], **fields}
    return None if not fields or _occupied(document, kind, moved) else Set(kind, item_id, fields)


def _occupied(document: Document, kind: Kind, item: Item) -> bool:
    names = PARTS[kind].unique
    return bool(names) and any(
        other["id"] != item["id"] and all(other[name] == item[name] for name in names)
        for other in document.items[kind].values()
    )


def order_keys_by_list(document: Document) -> list[list[str]]:
    """The order keys of every list of siblings."""
    lists: dict[tuple[Any, ...], list[str]] = {}
    for kind, items in document.items.items():
        names = PARTS[kind].list_of
        if names is None:
            continue
        for item in items.values():
            lists.setdefault((kind, *(item[name] for name in names)), []).append(item["order"])
    return list(lists.values())


def assert_sound(document: Document) -> None:
    """Every parent exists, and order keys are valid, unique among siblings and short."""
    for kind, items in document.items.items():
        for item in items.values():
            for name, parent in PARTS[kind].parents.items():
                assert item[name] in document.items[parent]
    for keys in order_keys_by_list(document):
        assert len(set(keys)) == len(keys)
        assert all(order.is_valid(key) and len(key) <= order.MAX_LENGTH for key in keys)
    goal = document.fields["goal_step_id"]
    assert goal is None or goal in document.items[Kind.STEP]
