"""Where in a row is what an event says. Pure.

`customer=mql_id` takes a column as it is, `touchpoint=first-contact-{origin|unknown}` is a text
with columns in it, each with what stands in for it where it is empty.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from waymark.imports.values import as_text

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
SHOWN = 30

_COLUMN = re.compile(r"\{([^{}|]+)(?:\|([^{}]*))?\}")


class BadMapping(ValueError):
    """The mapping does not fit the table."""

    def __init__(self, reason: str, hint: str = "") -> None:
        """`hint` is what helps on the command line."""
        super().__init__(reason)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Template:
    """A text with columns in it, each with a text that stands in where it is empty."""

    text: str
    fixed: bool = False
    """The same for every row: braces in it mean themselves."""
    column: str = ""
    """The name of the one column that it takes; it may have braces."""

    @classmethod
    def of_column(cls, name: str) -> Self:
        """What takes a column as it is, whatever its name has in it."""
        return cls("{" + name + "}", column=name)

    @property
    def columns(self) -> list[str]:
        """The columns it takes."""
        if self.column:
            return [self.column]
        return [] if self.fixed else [found[1] for found in _COLUMN.finditer(self.text)]

    @property
    def only_column(self) -> str:
        """The column that it takes as it is, or an empty text."""
        if self.column:
            return self.column
        found = None if self.fixed else _COLUMN.fullmatch(self.text)
        return found[1] if found and found[2] is None else ""

    def fill(self, row: Mapping[str, Any]) -> str:
        """The text for a row. Empty when a column of it is empty and nothing stands in."""
        if self.fixed:
            return self.text
        if self.column:
            return as_text(row.get(self.column)).strip()
        empty = False

        def value(found: re.Match[str]) -> str:
            nonlocal empty
            text = as_text(row.get(found[1])).strip() or (found[2] or "").strip()
            empty = empty or not text
            return text

        filled = _COLUMN.sub(value, self.text)
        return "" if empty else filled


def parse_mapping(maps: Sequence[str], constants: Sequence[str]) -> dict[str, Template]:
    """What fills each field, from `field=column`, `field=text with {column|other}` and constants.

    Raises BadMapping for an unknown field, or one that is given twice.
    """
    mapping: dict[str, Template] = {}
    for is_column, given in (*((True, one) for one in maps), *((False, one) for one in constants)):
        name, text = _assignment(given)
        if name in mapping:
            raise BadMapping(f"The field “{name}” is given twice.")
        if is_column and "{" not in text:
            mapping[name] = Template.of_column(text)
        else:
            mapping[name] = Template(text, fixed=not is_column)
    return mapping


def _assignment(given: str) -> tuple[str, str]:
    name, equals, text = given.partition("=")
    if not equals or not text:
        raise BadMapping(f"“{given}” is not of the form field=…")
    if name not in FIELDS and not name.startswith(PROPERTY):
        known = ", ".join(FIELDS)
        raise BadMapping(f"There is no field “{name}”; there are {known} and {PROPERTY}NAME.")
    return name, text


def check(mapping: Mapping[str, Template], columns: Sequence[str], all_known: bool = True) -> None:
    """Whether the mapping fits a table with these columns. Raises BadMapping.

    Where not all columns are known, only what every event needs must be among them.
    """
    for name in REQUIRED:
        if name not in mapping:
            raise BadMapping(f"Nothing says where the {name} is.", f"Add --map {name}=COLUMN.")
    for name, template in mapping.items():
        for column in template.columns:
            if column not in columns and (all_known or name in REQUIRED):
                raise BadMapping(f"There is no column “{column}”; there are {_listed(columns)}.")


def _listed(columns: Sequence[str]) -> str:
    shown = ", ".join(columns[:SHOWN])
    return f"{shown} and {len(columns) - SHOWN} more" if len(columns) > SHOWN else shown
