"""What an item says, found by a mapping. Pure: plain data in, plain data out."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from waymark.ingest.mapping.model import IdAt, Mapping, MoneyAt, Rule, ScoreAt
from waymark.ingest.mapping.pointers import MISSING, Lookup, first_of, lookup
from waymark.ingest.mapping.rules import Rules
from waymark.ingest.mapping.values import (
    MAX_TEXT,
    Money,
    Score,
    Unfit,
    moment,
    read_score,
    read_value,
)

MAX_CUSTOMER = 500
FUTURE_TOLERANCE = timedelta(hours=24)


class CustomerId(NamedTuple):
    """One id of a customer, as the sender writes it."""

    value: str
    kind: str = ""
    anonymous: bool = False

    @property
    def name(self) -> str:
        """What the pseudonym is made from: the same for the same id of the same kind."""
        return f"{self.kind}:{self.value}" if self.kind else self.value


class Reading(NamedTuple):
    """What one item says: everything of an event but its touchpoint."""

    ids: tuple[CustomerId, ...]
    """All the ids of the customer, the one that events are kept under first."""
    occurred_at: datetime
    clamped: bool
    """The sender's clock was far ahead: `occurred_at` is the time of receipt instead."""
    score: Score | None
    value: Money | None
    channel: str | None
    properties: dict[str, Any]
    traits: dict[str, Any]


class Reader:
    """Reads items by a mapping. Made once for many: it knows already how to look everywhere."""

    def __init__(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self.rules = Rules(mapping.rules)
        self.named_touchpoint = first_of(mapping.touchpoint)
        self._ids = [_id_lookup(place) for place in mapping.customer]
        self._occurred_at = first_of(mapping.occurred_at)
        self._sent_at = first_of(mapping.sent_at) if mapping.sent_at else None
        self._channel = first_of(mapping.channel)
        self._properties = first_of(mapping.properties)
        self._traits = first_of(mapping.traits)

    def read(
        self, item: Any, rule: Rule | None, received_at: datetime, *, timeless: bool = False
    ) -> Reading:
        """What an item says. Raises Unfit with the first reason why it cannot be an event.

        A timeless item may leave out when it happened; then it is when it was received.
        """
        ids = self.customer_ids(item)
        if not ids:
            raise Unfit("no_customer", "It does not say, as a text, whose event this is.")
        occurred_at = self._moment(item, received_at, received_at if timeless else None)
        clamped = occurred_at > received_at + FUTURE_TOLERANCE
        score_at: ScoreAt | None = rule.score if rule and rule.score else self.mapping.score
        value_at: MoneyAt | None = rule.value if rule and rule.value else self.mapping.value
        return Reading(
            ids,
            received_at if clamped else occurred_at,
            clamped,
            read_score(item, score_at) if score_at else None,
            read_value(item, value_at) if value_at else None,
            _channel(self._channel(item)),
            _object(self._properties(item)),
            _object(self._traits(item)),
        )

    def customer_ids(self, item: Any) -> tuple[CustomerId, ...]:
        """All the ids of the customer that an item names, in the mapping's order. Raises Unfit."""
        ids = [found for find in self._ids if (found := find(item)) is not None]
        return tuple(ids) if len(ids) < 2 else tuple(dict.fromkeys(ids))

    def _moment(self, item: Any, received_at: datetime, otherwise: datetime | None) -> datetime:
        """When it happened, less the error of the sender's clock if that is known.

        As Segment has it: occurred = received − (sent − stated)
        (Segment, "Spec: Common Fields", section "Timestamps").
        """
        found = self._occurred_at(item)
        if found is MISSING:
            if otherwise is None:
                raise Unfit("no_time", "It does not say when it happened.")
            return otherwise
        stated = moment(found)
        if stated is None:
            raise Unfit(
                "bad_time",
                "Its time must be RFC 3339, such as 2026-11-02T09:30:00Z, or Unix time.",
            )
        sent = moment(self._sent_at(item)) if self._sent_at is not None else None
        if sent is None:
            return stated
        try:
            return received_at - (sent - stated)
        except OverflowError:
            return stated


def _id_lookup(place: IdAt) -> Lookup:
    """What finds the customer's id at a place of the mapping, or None."""
    find, kind, anonymous = lookup(place.field), place.kind, place.anonymous

    def found_id(item: Any) -> CustomerId | None:
        found = find(item)
        if not isinstance(found, str):
            found = str(found) if type(found) is int else ""
        text = found.strip()
        if not text:
            return None
        if len(found) > MAX_CUSTOMER:
            raise Unfit("no_customer", f"The customer has more than {MAX_CUSTOMER} characters.")
        return CustomerId(text.lower() if kind == "email" else text, kind, anonymous)

    return found_id


def _channel(found: Any) -> str | None:
    if found is MISSING:
        return None
    if not isinstance(found, str) or len(found) > MAX_TEXT:
        raise Unfit("bad_channel", f"The channel must be a text of at most {MAX_TEXT} characters.")
    return found


def _object(found: Any) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}
