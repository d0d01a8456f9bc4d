"""What a process remembers of maps it has just read or written, by revision.

A revision of a map never changes, so what is remembered can be old but never wrong: whoever uses
it compares its revision with the database's first.
"""

from collections import OrderedDict
from dataclasses import dataclass

from waymark.maps.document import Document

MAX_MAPS = 200
MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class WholeMap:
    """A map as it goes over the wire: `members` is its JSON object without the braces."""

    workspace_id: str
    revision: int
    members: bytes


@dataclass(slots=True)
class Remembered:
    """A map at one revision: as a document, as what goes over the wire, or both."""

    revision: int
    document: Document | None = None
    whole: WholeMap | None = None


class MapCache:
    """The most recently used maps, bounded in number and in bytes."""

    def __init__(self) -> None:
        self._maps: OrderedDict[str, Remembered] = OrderedDict()
        self._bytes = 0

    def document(self, map_id: str, revision: int) -> Document | None:
        """The document at exactly this revision, if it is remembered."""
        found = self._at(map_id, revision)
        return found.document if found else None

    def whole(self, map_id: str) -> WholeMap | None:
        """The map as it went over the wire last; perhaps of an older revision."""
        found = self._maps.get(map_id)
        return found.whole if found else None

    def keep_document(self, map_id: str, revision: int, document: Document) -> None:
        """Remember a document, and forget what was known of older revisions."""
        self._entry(map_id, revision).document = document

    def keep_whole(self, map_id: str, whole: WholeMap) -> None:
        """Remember what goes over the wire."""
        entry = self._entry(map_id, whole.revision)
        self._bytes += len(whole.members) - _size(entry)
        entry.whole = whole
        self._trim()

    def _at(self, map_id: str, revision: int) -> Remembered | None:
        found = self._maps.get(map_id)
        if found is None or found.revision != revision:
            return None
        self._maps.move_to_end(map_id)
        return found

    def _entry(self, map_id: str, revision: int) -> Remembered:
        found = self._at(map_id, revision)
        if found is None:
            self._forget(map_id)
            found = self._maps[map_id] = Remembered(revision)
            self._trim()
        return found

    def _forget(self, map_id: str) -> None:
        gone = self._maps.pop(map_id, None)
        if gone is not None:
            self._bytes -= _size(gone)

    def _trim(self) -> None:
        while len(self._maps) > MAX_MAPS or (self._bytes > MAX_BYTES and len(self._maps) > 1):
            self._forget(next(iter(self._maps)))


def _size(entry: Remembered) -> int:
    return len(entry.whole.members) if entry.whole else 0
