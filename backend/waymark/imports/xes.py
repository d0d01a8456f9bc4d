"""XES, the standard for event logs (IEEE 1849-2016): traces of events, each with attributes.

A trace is a customer's case. An event becomes a row with its own attributes under their keys and
those of its trace under `case:` and their keys, as process mining tools name them. Nothing is kept
but the event that is being read, so logs may be of any length.
"""

from collections import deque
from collections.abc import Iterator
from typing import IO, Any, NoReturn
from xml.etree.ElementTree import ParseError, XMLParser

from waymark.imports.tables import BadFile, Row

TRACE = "case:"
MAX_DEPTH = 64
MAX_ATTRIBUTES = 1000
"""Of one event or trace."""
MAX_SILENCE = 4 * 1024 * 1024
"""How many bytes may pass without a tag beginning or ending."""

_CHUNK = 64 * 1024


def read(content: IO[bytes]) -> Iterator[Row]:
    """The events in their order. Raises BadFile for what is not XES or is hostile.

    A document type is refused: entities, and with them expansion bombs and external files, can
    only be declared in one.
    """
    log = _Log()
    parser = XMLParser(target=log)
    silent = 0
    try:
        while chunk := content.read(_CHUNK):
            before = log.tags
            parser.feed(chunk)
            silent = silent + len(chunk) if log.tags == before else 0
            if silent > MAX_SILENCE:
                raise BadFile(f"Event {log.events + 1} has something larger than 4 MB in it.")
            yield from log.taken()
        parser.close()
    except (ParseError, ValueError, LookupError) as error:
        if isinstance(error, BadFile):
            raise
        raise BadFile(f"This is not XES after event {log.events}: {error}.") from error
    yield from log.taken()


class _Log:
    """Takes the tags of a log and makes rows of its events."""

    def __init__(self) -> None:
        self.tags = 0
        self.events = 0
        self._path: list[str] = []
        self._trace: dict[str, Any] = {}
        self._event: dict[str, Any] = {}
        self._rows: deque[Row] = deque()

    def taken(self) -> Iterator[Row]:
        """The rows since the last time."""
        while self._rows:
            yield self._rows.popleft()

    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:
        raise BadFile("The file has a document type (DTD); that is not accepted.")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.tags += 1
        name = tag.rpartition("}")[2]
        if not self._path and name != "log":
            raise BadFile(f"This is not XES: it begins with <{name[:40]}> in place of <log>.")
        if len(self._path) >= MAX_DEPTH:
            raise BadFile(f"The file is nested deeper than {MAX_DEPTH} levels.")
        self._path.append(name)
        match self._path[1:]:
            case ["trace"]:
                self._trace = {}
            case ["trace", "event"] | ["event"]:
                self._event = {}
            case ["trace", "event", kind] | ["event", kind]:
                self._add(self._event, "", kind, attributes)
            case ["trace", kind]:
                self._add(self._trace, TRACE, kind, attributes)

    def end(self, tag: str) -> None:
        self.tags += 1
        if self._path[1:] in (["trace", "event"], ["event"]):
            self.events += 1
            trace = self._trace if len(self._path) == 3 else {}
            self._rows.append(Row(self.events, {**trace, **self._event}))
        self._path.pop()

    def close(self) -> None:
        """Nothing is left to do at the end."""

    def _add(self, to: dict[str, Any], prefix: str, kind: str, attributes: dict[str, str]) -> None:
        key, text = attributes.get("key"), attributes.get("value")
        if key is None or text is None:
            return
        if len(to) >= MAX_ATTRIBUTES:
            raise BadFile(f"Event {self.events + 1} has more than {MAX_ATTRIBUTES:,} attributes.")
        to[prefix + key] = _value(kind, text)


def _value(kind: str, text: str) -> Any:
    """A number or a truth value where the tag says so and it is one; else the text."""
    try:
        if kind == "int":
            return int(text)
        if kind == "float":
            return float(text)
    except ValueError:
        return text
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text
