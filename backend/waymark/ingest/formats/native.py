"""The native format: one JSON object is one event, a list or `{"events": […]}` many. Pure."""

import re
from datetime import datetime
from functools import lru_cache
from typing import Any

from waymark.events.scores import SCALES
from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits
from waymark.ingest.formats.bodies import limited, parse_json
from waymark.ingest.formats.signatures import bearer_or_standard_webhook, signed_at
from waymark.ingest.mapping.model import Condition, IdAt, Mapping, MoneyAt, Rule, ScoreAt, Target
from waymark.ingest.mapping.values import MAX_TEXT, Unfit, moment

LIMITS = Limits()
TYPES = ("event", "identify")
_OFFSET = re.compile(r"([Zz]|[+-]\d\d:\d\d)$", re.ASCII)


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """One event, an array of them, or `{"events": […]}`. Raises Malformed, TooLarge."""
    content = parse_json(plain)
    sent_at = signed_at(incoming.headers)
    if isinstance(content, dict) and isinstance(content.get("events"), list):
        items = content["events"]
        sent_at = _moment(content.get("sent_at")) or sent_at
    else:
        items = content if isinstance(content, list) else [content]
    return Envelope(limited(items, LIMITS.items), sent_at)


def check(item: Any) -> None:
    """Whether an item keeps to what the documentation asks for. Raises Unfit."""
    if not isinstance(item, dict):
        raise Unfit("not_an_object", "An event is a JSON object.")
    if item.get("type", "event") not in TYPES:
        raise Unfit("unknown_type", "The types understood here are “event” and “identify”.")
    own = item.get("id")
    if own is not None and not (isinstance(own, str) and 0 < len(own) <= MAX_TEXT):
        raise Unfit("bad_id", f"“id” must be a text of 1 to {MAX_TEXT} characters.")
    customer, anonymous = item.get("customer"), item.get("anonymous_id")
    if not _is_name(customer) and not (customer is None and _is_name(anonymous)):
        raise Unfit(
            "no_customer",
            "“customer” must say, as a text, whose event this is; or “anonymous_id”, until they "
            "are known.",
        )
    if item.get("occurred_at") is not None and _moment(item["occurred_at"]) is None:
        raise Unfit(
            "bad_time", "“occurred_at” must be RFC 3339 with an offset: 2026-11-02T09:30:00Z."
        )
    if item.get("score") is not None:
        _check_object(item, "score", "value", "scale")
    if item.get("value") is not None:
        _check_object(item, "value", "amount", "currency")
    if item.get("properties") is not None and not isinstance(item["properties"], dict):
        raise Unfit("bad_properties", "“properties” must be an object.")


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _check_object(item: dict[str, Any], name: str, number: str, other: str) -> None:
    found = item[name]
    if not isinstance(found, dict) or found.get(number) is None or found.get(other) is None:
        raise Unfit(f"bad_{name}", f"“{name}” must be an object with “{number}” and “{other}”.")
    if isinstance(found[number], str):
        raise Unfit(f"bad_{name}", f"“{number}” must be a number.")
    if name == "score" and found["scale"] not in SCALES:
        raise Unfit("bad_score", f"“scale” must be one of {', '.join(SCALES)}.")


def _moment(stated: Any) -> datetime | None:
    return _from_text(stated) if isinstance(stated, str) else None


@lru_cache(maxsize=1024)  # what happens at the same time is often sent together
def _from_text(stated: str) -> datetime | None:
    return moment(stated) if _OFFSET.search(stated) else None


NATIVE = Format(
    key="waymark",
    name="Waymark",
    verify=bearer_or_standard_webhook,
    unwrap=unwrap,
    check=check,
    mapping=Mapping(
        id=["/id"],
        customer=[IdAt("/customer"), IdAt("/anonymous_id", "anonymous", anonymous=True)],
        occurred_at=["/occurred_at"],
        score=ScoreAt("/score/value", "/score/scale"),
        value=MoneyAt("/value/amount", "/value/currency"),
        channel=["/channel"],
        properties=["/properties"],
        traits=["/traits"],
        touchpoint=["/touchpoint"],
        rules=[Rule([Condition("/type", "equals", "identify")], Target("identify"))],
    ),
)
