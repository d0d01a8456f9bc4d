"""Who stands where in a map: lists with an order, and places that only one item may have.

Built on first use for each kind and kept up while a change is applied, so that a change of
thousands of operations does not look at every item for each of them.
"""

from collections import defaultdict
from collections.abc import Mapping

from waymark.maps.document import Document, Item
from waymark.maps.parts import PARTS, Kind

Place = tuple[str | None, ...]


class Places:
    """An index of a document's items by list and by unique place."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lists: dict[Kind, dict[Place, dict[str, str]]] = {}
        self._owners: dict[Kind, dict[Place, str]] = {}

    def siblings(self, kind: Kind, item: Item) -> Mapping[str, str]:
        """Order keys by id of the list that `item` is or would be in, itself included if it is."""
        return self._list_index(kind)[_list_place(kind, item)]

    def occupant(self, kind: Kind, item: Item) -> str | None:
        """The id of another item that has the place which only one may have."""
        if not PARTS[kind].unique:
            return None
        owner = self._owner_index(kind).get(_unique_place(kind, item))
        return None if owner == item["id"] else owner

    def enter(self, kind: Kind, item: Item) -> None:
        """Note that `item` is now in the document."""
        if kind in self._lists:
            self._lists[kind][_list_place(kind, item)][item["id"]] = item["order"]
        if kind in self._owners:
            self._owners[kind][_unique_place(kind, item)] = item["id"]

    def leave(self, kind: Kind, item: Item) -> None:
        """Note that `item`, as it is given, is no longer in the document."""
        if kind in self._lists:
            self._lists[kind][_list_place(kind, item)].pop(item["id"], None)
        if kind in self._owners:
            self._owners[kind].pop(_unique_place(kind, item), None)

    def _list_index(self, kind: Kind) -> dict[Place, dict[str, str]]:
        if kind not in self._lists:
            index: dict[Place, dict[str, str]] = defaultdict(dict)
            for item in self._document.items[kind].values():
                index[_list_place(kind, item)][item["id"]] = item["order"]
            self._lists[kind] = index
        return self._lists[kind]

    def _owner_index(self, kind: Kind) -> dict[Place, str]:
        if kind not in self._owners:
            self._owners[kind] = {
                _unique_place(kind, item): item["id"]
                for item in self._document.items[kind].values()
            }
        return self._owners[kind]


def _list_place(kind: Kind, item: Item) -> Place:
    return tuple(item[name] for name in PARTS[kind].list_of or ())


def _unique_place(kind: Kind, item: Item) -> Place:
    return tuple(item[name] for name in PARTS[kind].unique)
