"""What a process remembers of maps it has just read or written, by revision.

A revision of a map never changes, so what is remembered can be old but never wrong: whoever uses
it compares its revision with the database's first.
"""

from collections import OrderedDict
from dataclasses import dataclass

from waymark.maps.document import Document

MAX_MAPS = 200
MAX_BYTES = 64 * 1024 * 1024


@dataclass(slots=True)
class Remembered:
    """A map at one revision: as a document, as the bytes that go over the wire, or both."""

    revision: int
    document: Document | None = None
    body: bytes | None = None


class MapCache:
    """The most recently used maps, bounded in number and in bytes."""

    def __init__(self) -> None:
        self._maps: OrderedDict[str, Remembered] = OrderedDict()
        self._bytes = 0

    def document(self, map_id: str, revision: int) -> Document | None:
        """The document at exactly this revision, if it is remembered."""
        found = self._at(map_id, revision)
        return found.document if found else None

    def body(self, map_id: str, revision: int) -> bytes | None:
        """The bytes of exactly this revision, if they are remembered."""
        found = self._at(map_id, revision)
        return found.body if found else None

    def keep_document(self, map_id: str, revision: int, document: Document) -> None:
        """Remember a document, and forget what was known of older revisions."""
        self._entry(map_id, revision).document = document

    def keep_body(self, map_id: str, revision: int, body: bytes) -> None:
        """Remember the bytes of a revision."""
        entry = self._entry(map_id, revision)
        self._bytes += len(body) - len(entry.body or b"")
        entry.body = body
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
            self._bytes -= len(gone.body or b"")

    def _trim(self) -> None:
        while len(self._maps) > MAX_MAPS or (self._bytes > MAX_BYTES and len(self._maps) > 1):
            self._forget(next(iter(self._maps)))
