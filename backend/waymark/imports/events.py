"""From the rows of a file to events of the native format."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from waymark.imports.mapping import PROPERTY, Template
from waymark.imports.occurrences import Occurrences
from waymark.imports.times import NotATime, TimeReader
from waymark.imports.values import as_json, as_text, canonical

MAX_EVENT = 32 * 1024
"""How large an event may be as JSON, in bytes: the limit of the native format."""

_NOT_IN_KEY = re.compile(r"[^a-z0-9_-]+")
_KEY_ENDS = re.compile(r"^[_-]+|[_-]+$|(?<=[_-])[_-]+")


class BadRow(ValueError):
    """A row that cannot become an event."""


class EventMaker:
    """Makes events of rows, in their order."""

    def __init__(
        self,
        mapping: Mapping[str, Template],
        times: TimeReader,
        occurrences: Occurrences,
        keep_rest: bool = False,
    ) -> None:
        """`keep_rest`: what the mapping does not take from a row becomes properties."""
        self._mapping = mapping
        self._times = times
        self._occurrences = occurrences
        self._taken = {column for template in mapping.values() for column in template.columns}
        self._keep_rest = keep_rest

    def event(self, row: Mapping[str, Any]) -> bytes:
        """The event of a row, as JSON. Raises BadRow with what is wrong with it."""
        try:
            encoded = canonical(self._event(row))
        except (TypeError, ValueError) as error:
            if isinstance(error, BadRow):
                raise
            raise BadRow("has a text that is not Unicode") from error
        if len(encoded) > MAX_EVENT:
            raise BadRow(f"makes an event of more than {MAX_EVENT // 1024} KB")
        if rb"\u0000" in encoded:
            raise BadRow("has a NUL character in it")
        return encoded

    def _event(self, row: Mapping[str, Any]) -> dict[str, Any]:
        texts = {name: template.fill(row) for name, template in self._mapping.items()}
        touchpoint = key_form(texts.get("touchpoint", ""))
        # Counted before anything can be wrong with the row: the rows after it keep their ids.
        row_id = texts.get("id") or self._id(row, touchpoint)
        event: dict[str, Any] = {
            "id": row_id,
            "customer": _needed(texts, "customer"),
            "occurred_at": self._time(_needed(texts, "time")),
        }
        if touchpoint:
            event["touchpoint"] = touchpoint
        if texts.get("score"):
            event["score"] = {"value": _number(texts, "score"), "scale": _needed(texts, "scale")}
        if texts.get("amount"):
            amount = _number(texts, "amount")
            event["value"] = {"amount": amount, "currency": _needed(texts, "currency")}
        if texts.get("channel"):
            event["channel"] = texts["channel"]
        properties = self._properties(row, texts)
        if properties:
            event["properties"] = properties
        return event

    def _properties(self, row: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
        found = {}
        if self._keep_rest:
            found = {name: as_json(row[name]) for name in row if name not in self._taken}
        for name, template in self._mapping.items():
            if name.startswith(PROPERTY):
                column = template.only_column
                value = as_json(row.get(column)) if column else texts[name]
                found[name.removeprefix(PROPERTY)] = value
        return {name: value for name, value in found.items() if value not in (None, "")}

    def _time(self, text: str) -> str:
        try:
            moment = self._times.read(text).astimezone(UTC)
        except (NotATime, OverflowError) as error:
            raise BadRow(str(error)) from error
        return moment.isoformat().replace("+00:00", "Z")

    def _id(self, row: Mapping[str, Any], touchpoint: str) -> str:
        """The same for the same row of the same file, so that a second import adds nothing.

        Rows that are wholly alike are told apart by which one of them it is.
        """
        texts: Sequence[Any] = [touchpoint, {name: as_text(value) for name, value in row.items()}]
        digest = hashlib.sha256(canonical(texts)).digest()[:16]
        return f"row-{digest.hex()}-{self._occurrences.count(digest)}"


def key_form(text: str) -> str:
    """A text as the key of a touchpoint: lower case, with dashes for what keys cannot have."""
    return _KEY_ENDS.sub("", _NOT_IN_KEY.sub("-", text.strip().lower()))[:60]


def _needed(texts: Mapping[str, str], name: str) -> str:
    text = texts.get(name, "").strip()
    if not text:
        raise BadRow(f"the {name} is empty")
    return text


def _number(texts: Mapping[str, str], name: str) -> float:
    text = texts[name].strip()
    try:
        number = float(text)
    except ValueError as error:
        raise BadRow(f"“{text[:40]}” is not a number ({name})") from error
    if number != number or abs(number) == float("inf"):
        raise BadRow(f"“{text[:40]}” is not a number ({name})")
    return int(number) if number.is_integer() else number
