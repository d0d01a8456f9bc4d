"""What single values of items mean: moments, answers, amounts. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, TypeGuard

from waymark.events.models import AMOUNT_UNIT
from waymark.events.scores import SCALES
from waymark.ingest.mapping.model import MoneyAt, ScoreAt
from waymark.ingest.mapping.pointers import MISSING, resolve

MAX_TEXT = 200
MAX_AMOUNT = 1_000_000_000

_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:?\d\d)?", re.ASCII
)
_NUMBER = re.compile(r"-?\d{1,20}(\.\d{1,20})?", re.ASCII)
_CURRENCY = re.compile(r"[A-Za-z]{3}", re.ASCII)

_MILLISECONDS_FROM, _MICROSECONDS_FROM = 1e11, 1e14
"""As seconds these would be the years 5138 and 3,170,843: they are milli- and microseconds."""

_NO_MINOR = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DIGITS = "BHD IQD JOD KWD LYD OMR TND"
MINOR_DIGITS = dict.fromkeys(_NO_MINOR.split(), 0) | dict.fromkeys(_THREE_DIGITS.split(), 3)
"""How many digits the minor unit has, where it is not two (ISO 4217)."""


class Unfit(Exception):
    """An item that cannot become an event; it is quarantined with this code and sentence."""

    def __init__(self, code: str, detail: str, touchpoint_key: str = "") -> None:
        """`touchpoint_key` is that of a touchpoint whose making would mend it."""
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.touchpoint_key = touchpoint_key


@dataclass(frozen=True, slots=True)
class Score:
    """A satisfaction answer as it was given, and on −2 … +2."""

    raw: float
    scale: str
    normalised: float


@dataclass(frozen=True, slots=True)
class Money:
    """A value in ten-thousandths of a currency (ISO 4217)."""

    amount_e4: int
    currency: str


def moment(value: Any) -> datetime | None:
    """A point in time in UTC, or None when the value is not one.

    RFC 3339 (without an offset it is UTC, and seconds may be missing as Zendesk leaves them out),
    or Unix time in seconds, milli- or microseconds.
    """
    if isinstance(value, str):
        return _from_text(value)
    if not _is_number(value):
        return None
    seconds = float(value)
    if abs(seconds) >= _MICROSECONDS_FROM:
        seconds /= 1e6
    elif abs(seconds) >= _MILLISECONDS_FROM:
        seconds /= 1e3
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


@lru_cache(maxsize=4096)  # many an item is asked for its time twice, or has its neighbour's
def _from_text(text: str) -> datetime | None:
    if _NUMBER.fullmatch(text):
        return moment(float(text))
    if not _MOMENT.fullmatch(text):
        return None
    try:
        found = datetime.fromisoformat(text.upper())
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def read_score(item: Any, place: ScoreAt) -> Score | None:
    """The satisfaction answer of an item, or None when there is none (yet). Raises Unfit."""
    given = resolve(place.field, item)
    if given is MISSING or given is None:
        return None
    name = resolve(place.scale, item) if place.scale.startswith("/") else place.scale
    scale = SCALES.get(name) if isinstance(name, str) else None
    if scale is None:
        raise Unfit("bad_score", f"The scale must be one of {', '.join(SCALES)}.")
    if place.answers is not None:
        given = place.answers.get(str(given).lower(), given)
        if isinstance(given, str) and not _NUMBER.fullmatch(given):
            return None
    value = None if isinstance(given, bool) and name != "thumbs" else _number(given)
    if value is None or not scale.has(value):
        raise Unfit("bad_score", f"On the scale {name} a score is {scale.low:g} to {scale.high:g}.")
    return Score(value, str(name), scale.normalise(value))


def _number(given: Any) -> float | None:
    if isinstance(given, bool):
        return float(given)
    if isinstance(given, str) and _NUMBER.fullmatch(given):
        return float(given)
    return float(given) if _is_number(given) else None


def read_value(item: Any, place: MoneyAt) -> Money | None:
    """What an item says it was worth, or None when it does not. Raises Unfit."""
    given = resolve(place.field, item)
    if given is MISSING or given is None or given == "":
        return None
    amount = _decimal(given)
    if amount is None or abs(amount) > MAX_AMOUNT:
        raise Unfit("bad_value", f"The amount must be a number of at most {MAX_AMOUNT:,}.")
    currency = resolve(place.currency, item) if place.currency.startswith("/") else place.currency
    if currency is MISSING or not currency:
        currency = place.otherwise
    if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
        raise Unfit("bad_value", "The currency must be three letters, such as EUR.")
    code = currency.upper()
    if place.minor_units:
        amount = amount.scaleb(-MINOR_DIGITS.get(code, 2))
    return Money(round(amount * AMOUNT_UNIT), code)


def _decimal(given: Any) -> Decimal | None:
    if not _is_number(given) and not (isinstance(given, str) and _NUMBER.fullmatch(given)):
        return None
    try:
        return Decimal(str(given))
    except InvalidOperation:
        return None


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
