"""The native format: one JSON object is one event. Pure: plain data in, plain data out."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeGuard

from waymark.events.models import AMOUNT_UNIT
from waymark.events.scores import SCALES

MAX_ITEM_BYTES = 32 * 1024
MAX_TEXT = 200
MAX_CUSTOMER = 500
MAX_AMOUNT = 1_000_000_000
FUTURE_TOLERANCE = timedelta(hours=24)

_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)
_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
_CURRENCY = re.compile(r"[A-Za-z]{3}", re.ASCII)


class Unfit(Exception):
    """An item that cannot become an event; it is quarantined with this code and sentence."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


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


@dataclass(frozen=True, slots=True)
class Reading:
    """What one item says: everything of an event but its touchpoint."""

    customer: str
    occurred_at: datetime
    clamped: bool
    """The sender's clock was far ahead: `occurred_at` is the time of receipt instead."""
    score: Score | None
    value: Money | None
    channel: str | None
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Identity:
    """By what the same item is known when it comes again."""

    key: str
    digest: bytes
    """SHA-256 of the item in canonical form: tells whether a second one says the same."""
    size: int
    """Bytes of the item in canonical form."""


def identify(item: Any) -> Identity:
    """The identity of an item: its own id, else a hash of all it says."""
    content = canonical(item)
    digest = hashlib.sha256(content).digest()
    native = item.get("id") if isinstance(item, dict) else None
    if isinstance(native, str) and 0 < len(native) <= MAX_TEXT:
        return Identity(f"id:{native}", digest, len(content))
    return Identity(f"sha256:{digest.hex()}", digest, len(content))


def canonical(item: Any) -> bytes:
    """The same bytes for the same JSON value, whatever its spacing and order of members."""
    return _CANONICAL.encode(item).encode()


def read(item: Any, received_at: datetime) -> Reading:
    """What an item says. Raises Unfit with the first reason why it cannot be an event."""
    if not isinstance(item, dict):
        raise Unfit("not_an_object", "An event is a JSON object.")
    _check_frame(item)
    customer, occurred_at = _customer(item), _moment(item)
    clamped = occurred_at > received_at + FUTURE_TOLERANCE
    return Reading(
        customer=customer,
        occurred_at=received_at if clamped else occurred_at,
        clamped=clamped,
        score=_score(item.get("score")),
        value=_money(item.get("value")),
        channel=_text(item, "channel"),
        properties=_properties(item),
    )


def _check_frame(item: dict[str, Any]) -> None:
    if item.get("type", "event") != "event":
        raise Unfit("unknown_type", "The only type understood here is “event”.")
    native = item.get("id")
    if native is not None and not (isinstance(native, str) and 0 < len(native) <= MAX_TEXT):
        raise Unfit("bad_id", f"“id” must be a text of 1 to {MAX_TEXT} characters.")


def _customer(item: dict[str, Any]) -> str:
    customer = item.get("customer")
    if not isinstance(customer, str) or not customer.strip():
        raise Unfit("no_customer", "“customer” must say, as a text, whose event this is.")
    if len(customer) > MAX_CUSTOMER:
        raise Unfit("no_customer", f"“customer” has more than {MAX_CUSTOMER} characters.")
    return customer.strip()


def _moment(item: dict[str, Any]) -> datetime:
    text = item.get("occurred_at")
    if text is None:
        raise Unfit("no_time", "“occurred_at” is missing.")
    moment = parse_moment(text) if isinstance(text, str) else None
    if moment is None:
        raise Unfit(
            "bad_time", "“occurred_at” must be RFC 3339 with an offset: 2026-11-02T09:30:00Z."
        )
    return moment


def parse_moment(text: str) -> datetime | None:
    """An RFC 3339 date and time in UTC, or None when it is not one."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _score(score: Any) -> Score | None:
    if score is None:
        return None
    if not isinstance(score, dict):
        raise Unfit("bad_score", "“score” must be an object with “value” and “scale”.")
    name = score.get("scale")
    scale = SCALES.get(name) if isinstance(name, str) else None
    if scale is None:
        raise Unfit("bad_score", f"“scale” must be one of {', '.join(SCALES)}.")
    value = score.get("value")
    if name == "thumbs" and isinstance(value, bool):
        value = int(value)
    if not _is_number(value) or not scale.has(value):
        raise Unfit("bad_score", f"On the scale {name} a score is {scale.low:g} to {scale.high:g}.")
    return Score(float(value), str(name), scale.normalise(float(value)))


def _money(value: Any) -> Money | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Unfit("bad_value", "“value” must be an object with “amount” and “currency”.")
    amount, currency = value.get("amount"), value.get("currency")
    if not _is_number(amount) or abs(amount) > MAX_AMOUNT:
        raise Unfit("bad_value", f"“amount” must be a number of at most {MAX_AMOUNT:,}.")
    if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
        raise Unfit("bad_value", "“currency” must be three letters, such as EUR.")
    return Money(round(Decimal(str(amount)) * AMOUNT_UNIT), currency.upper())


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(item: dict[str, Any], name: str) -> str | None:
    text = item.get(name)
    if text is None:
        return None
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        raise Unfit(f"bad_{name}", f"“{name}” must be a text of at most {MAX_TEXT} characters.")
    return text


def _properties(item: dict[str, Any]) -> dict[str, Any]:
    properties = item.get("properties")
    if properties is None:
        return {}
    if not isinstance(properties, dict):
        raise Unfit("bad_properties", "“properties” must be an object.")
    return properties
