"""What the columns of a file probably are, from their names. Pure.

Only names that hardly mean anything else are taken. A score or an amount is guessed only where its
scale or its currency is known as well.
"""

import re
from collections.abc import Mapping, Sequence

from waymark.imports.mapping import Template

_NAMES = {
    "customer": (
        "customer customer_id customer_key customer_number case:concept:name case_id case user_id"
        " client_id contact_id person_id member_id account_id lead_id visitor_id user client"
        " contact person member lead anonymous_id email e_mail customer_email"
    ),
    "time": (
        "occurred_at time:timestamp timestamp event_time event_timestamp happened_at datetime"
        " date_time time date created_at created when"
    ),
    "touchpoint": "touchpoint concept:name event_name event activity event_type action step",
    "channel": "channel",
}
_NATIVE = ("customer", "touchpoint", "occurred_at")
"""The columns of our own format, in which `id` is that of the event."""
_SCALES = {"nps": "nps", "nps_score": "nps", "csat": "csat5", "ces": "ces7", "stars": "stars5"}
_PAIRS = (
    ("score", ("score.value", "score", "rating"), "scale", ("score.scale", "scale")),
    ("amount", ("value.amount", "amount", "value", "price", "total"), "currency",
     ("value.currency", "currency")),
)  # fmt: skip
_NOT_IN_NAME = re.compile(r"[^a-z0-9:.]+")


def guess(columns: Sequence[str], given: Mapping[str, Template]) -> dict[str, Template]:
    """What fills the fields that nothing was said of, where a column has a telling name."""
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(_plain(column), column)
    wanted = {field: names.split() for field, names in _NAMES.items()}
    wanted["id"] = ["event_id", "message_id"]
    if all(name in by_name for name in _NATIVE):
        wanted["id"].append("id")
    guessed = {
        field: _column(found)
        for field, names in wanted.items()
        if field not in given and (found := _first(names, by_name))
    }
    return guessed | _pairs(by_name, given)


def _pairs(by_name: Mapping[str, str], given: Mapping[str, Template]) -> dict[str, Template]:
    guessed: dict[str, Template] = {}
    for field, names, unit, unit_names in _PAIRS:
        column, unit_column = _first(names, by_name), _first(unit_names, by_name)
        if column and unit_column and not {field, unit} & given.keys():
            guessed |= {field: _column(column), unit: _column(unit_column)}
    told = next((name for name in _SCALES if name in by_name), None)
    if told and "score" not in guessed and not {"score", "scale"} & given.keys():
        guessed |= {
            "score": _column(by_name[told]),
            "scale": Template(_SCALES[told], fixed=True),
        }
    return guessed


def _plain(column: str) -> str:
    """`Customer ID`, `customerId` and `customer-id` as `customer_id`."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", column.strip())
    return _NOT_IN_NAME.sub("_", parted.lower()).strip("_")


def _first(names: Sequence[str], by_name: Mapping[str, str]) -> str | None:
    return next((by_name[name] for name in names if name in by_name), None)


def _column(name: str) -> Template:
    return Template.of_column(name)
