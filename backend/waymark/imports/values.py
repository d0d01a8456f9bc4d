"""Values as files have them, as texts and as JSON. Pure."""

import base64
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import orjson


def as_text(value: Any) -> str:
    """A value as a person would write it; nothing for null, JSON for lists and objects."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, int | float | Decimal):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return canonical(value).decode()


def as_json(value: Any) -> Any:
    """A value as it can be in JSON: numbers and truth values stay, the rest becomes text."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int) and abs(value) < 2**53:
        return value
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        return value
    return as_text(value)


def canonical(value: Any) -> bytes:
    """A value as JSON, the same for equal values."""
    options = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS
    return orjson.dumps(value, default=_other, option=options)


def _other(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return str(value)
