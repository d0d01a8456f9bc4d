"""From the rows of a table to events of the native format. Pure.

What an event says is mapped from columns: `customer=mql_id` takes a column as it is,
`touchpoint=first-contact-{origin|unknown}` is a text with columns in it, each with what stands in
for it where it is empty.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from waymark.ingest.csv_times import NotATime, TimeReader

FIELDS = (
    "id",
    "touchpoint",
    "customer",
    "time",
    "score",
    "scale",
    "amount",
    "currency",
    "channel",
)
PROPERTY = "property."
REQUIRED = ("customer", "time")

_COLUMN = re.compile(r"\{([^{}|]+)(?:\|([^{}]*))?\}")
_NOT_IN_KEY = re.compile(r"[^a-z0-9_-]+")
_KEY_ENDS = re.compile(r"^[_-]+|[_-]+$|(?<=[_-])[_-]+")


class BadMapping(ValueError):
    """The mapping does not fit the table."""


class BadRow(ValueError):
    """A row that cannot become an event."""


@dataclass(frozen=True, slots=True)
class Template:
    """A text with columns in it, each with a text that stands in where it is empty."""

    text: str

    @property
    def columns(self) -> list[str]:
        """The columns it takes."""
        return [found[1] for found in _COLUMN.finditer(self.text)]

    def fill(self, row: Mapping[str, str]) -> str:
        """The text for a row. Empty when a column of it is empty and nothing stands in."""
        empty = False

        def value(found: re.Match[str]) -> str:
            nonlocal empty
            text = (row.get(found[1]) or "").strip() or (found[2] or "").strip()
            empty = empty or not text
            return text

        filled = _COLUMN.sub(value, self.text)
        return "" if empty else filled


def parse_mapping(
    maps: Sequence[str], constants: Sequence[str], columns: Sequence[str]
) -> dict[str, Template]:
    """What fills each field, from `field=column`, `field=text with {column|other}` and constants.

    Raises BadMapping for an unknown field or column, a field given twice, or a missing one.
    """
    mapping: dict[str, Template] = {}
    for given in (*maps, *constants):
        name, text = _assignment(given)
        if name in mapping:
            raise BadMapping(f"The field “{name}” is given twice.")
        plain_column = given in maps and "{" not in text
        mapping[name] = Template("{" + text + "}" if plain_column else text)
    _check(mapping, columns)
    return mapping


def _assignment(given: str) -> tuple[str, str]:
    name, equals, text = given.partition("=")
    if not equals or not text:
        raise BadMapping(f"“{given}” is not of the form field=…")
    if name not in FIELDS and not name.startswith(PROPERTY):
        known = ", ".join(FIELDS)
        raise BadMapping(f"There is no field “{name}”; there are {known} and {PROPERTY}NAME.")
    return name, text


def _check(mapping: Mapping[str, Template], columns: Sequence[str]) -> None:
    for name in REQUIRED:
        if name not in mapping:
            raise BadMapping(f"Say where to find the {name}: --map {name}=COLUMN")
    for template in mapping.values():
        for column in template.columns:
            if column not in columns:
                raise BadMapping(f"There is no column “{column}”; there are {', '.join(columns)}.")


class RowReader:
    """Makes events of rows, in their order."""

    def __init__(self, mapping: Mapping[str, Template], times: TimeReader) -> None:
        self._mapping = mapping
        self._times = times
        self._seen: Counter[str] = Counter()

    def event(self, row: Mapping[str, str]) -> dict[str, Any]:
        """The event of a row. Raises BadRow with what is wrong with it."""
        texts = {name: template.fill(row) for name, template in self._mapping.items()}
        event: dict[str, Any] = {
            "customer": _needed(texts, "customer"),
            "occurred_at": self._time(_needed(texts, "time")),
        }
        if texts.get("touchpoint"):
            event["touchpoint"] = key_form(texts["touchpoint"])
        if texts.get("score"):
            event["score"] = {"value": _number(texts, "score"), "scale": _needed(texts, "scale")}
        if texts.get("amount"):
            amount = _number(texts, "amount")
            event["value"] = {"amount": amount, "currency": _needed(texts, "currency")}
        if texts.get("channel"):
            event["channel"] = texts["channel"]
        properties = {
            name.removeprefix(PROPERTY): text
            for name, text in texts.items()
            if name.startswith(PROPERTY) and text
        }
        if properties:
            event["properties"] = properties
        event["id"] = texts.get("id") or self._id(row, event.get("touchpoint", ""))
        return event

    def _time(self, text: str) -> str:
        try:
            moment = self._times.read(text).astimezone(UTC)
        except (NotATime, OverflowError) as error:
            raise BadRow(str(error)) from error
        return moment.isoformat().replace("+00:00", "Z")

    def _id(self, row: Mapping[str, str], touchpoint: str) -> str:
        """The same for the same row of the same table, so that a second import adds nothing.

        Rows that are wholly alike are told apart by which one of them it is.
        """
        said = json.dumps([touchpoint, {str(name): text for name, text in row.items()}])
        digest = hashlib.sha256(said.encode()).hexdigest()[:32]
        self._seen[digest] += 1
        return f"row-{digest}-{self._seen[digest]}"


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
