"""The map as plain data: its own fields, and its items by kind and id."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from waymark.maps.parts import CHILDREN, Kind

Item = dict[str, Any]
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """A map at one revision. Treat items as immutable: replace them, never change them."""

    fields: Fields
    items: dict[Kind, dict[str, Item]]

    @classmethod
    def empty(cls, fields: Fields) -> "Document":
        """A map without any items."""
        return cls(fields, {kind: {} for kind in Kind})

    def copy(self) -> "Document":
        """A copy whose containers can be changed without touching this one's."""
        return Document(
            dict(self.fields), {kind: dict(found) for kind, found in self.items.items()}
        )

    def below(self, kind: Kind, item_id: str) -> Iterator[tuple[Kind, Item]]:
        """Everything that would go with an item, parents before children, itself not included."""
        for child_kind, name in CHILDREN[kind]:
            children = [item for item in self.items[child_kind].values() if item[name] == item_id]
            for child in children:
                yield child_kind, child
                yield from self.below(child_kind, child["id"])

    def ordered(self, kind: Kind) -> list[Item]:
        """The items of a kind by order key; within siblings that is their order."""
        return sorted(self.items[kind].values(), key=lambda item: (item["order"], item["id"]))

    def steps_in_order(self) -> list[Item]:
        """The columns of the map from left to right: by stage, then by step."""
        stages = {item["id"]: place for place, item in enumerate(self.ordered(Kind.STAGE))}
        return sorted(
            self.items[Kind.STEP].values(),
            key=lambda step: (stages[step["stage_id"]], step["order"], step["id"]),
        )
