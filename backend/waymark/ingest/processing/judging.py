"""From an item of a delivery to what it means, or to a reason why it means nothing. Pure."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from waymark.ingest.formats.base import Format
from waymark.ingest.mapping import model
from waymark.ingest.mapping.identity import Identity
from waymark.ingest.mapping.pointers import MISSING, resolve
from waymark.ingest.mapping.reading import Reader, Reading
from waymark.ingest.mapping.values import Unfit
from waymark.kit.text import slugify
from waymark.touchpoints.wanted import Wanted, is_key

MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Touchpoints of a workspace: ids by key, and which ids there are."""

    by_key: Mapping[str, str]
    ids: Collection[str]


class Fit(NamedTuple):
    """An event: what it says, and the touchpoint it belongs to, by id or by what to make."""

    reading: Reading
    touchpoint: str | Wanted


class Identified(NamedTuple):
    """No event, but what is known of a customer, and by which ids."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing that a journey is made of, as a rule says."""


@dataclass(frozen=True, slots=True)
class Erased:
    """Nothing any more: it went with its customer."""


Judged = Fit | Identified | Ignored | Erased | Unfit


@dataclass(frozen=True, slots=True)
class Understanding:
    """By what the items of a source are judged."""

    format: Format
    reader: Reader
    catalogue: Catalogue


def judge(item: Any, identity: Identity, received_at: datetime, by: Understanding) -> Judged:
    """What an item is."""
    if identity.size > by.format.limits.item:
        return Unfit("item_too_large", f"One event may have {by.format.limits.item // 1024} kB.")
    if identity.has_nul:
        return Unfit("bad_text", "A text contains the NUL character.")
    try:
        by.format.check(item)
        return _judge(item, received_at, by)
    except Unfit as reason:
        return reason


def _judge(item: Any, received_at: datetime, by: Understanding) -> Judged:
    reader = by.reader
    rule = reader.rules.first_match(item)
    if rule is not None and rule.then.do == "ignore":
        return Ignored()
    if rule is not None and rule.then.do == "identify":
        return Identified(reader.read(item, rule, received_at, timeless=True))
    reading = reader.read(item, rule, received_at, timeless=by.format.timeless)
    return Fit(reading, _touchpoint(item, reader, rule, by.catalogue))


def named_touchpoint(item: Any, reader: Reader) -> str | None:
    """The key of the touchpoint that an item names itself, if it names one."""
    named = reader.named_touchpoint(item)
    return named if isinstance(named, str) and named else None


def deciding_rule(item: Any, by: Understanding) -> int | None:
    """The place of the rule that says what an item is; None where it is its own touchpoint's."""
    named = named_touchpoint(item, by.reader)
    place = by.reader.rules.place_of_match(item)
    if place is None or by.reader.mapping.rules[place].then.do in ("ignore", "identify"):
        return place
    return None if named is not None and named in by.catalogue.by_key else place


def _touchpoint(
    item: Any, reader: Reader, rule: model.Rule | None, catalogue: Catalogue
) -> str | Wanted:
    named = named_touchpoint(item, reader)
    if named is not None and named in catalogue.by_key:
        return catalogue.by_key[named]
    if rule is not None:
        return _target(item, rule.then, catalogue)
    if named is None:
        raise Unfit("no_touchpoint", "It names no touchpoint, and no rule matches it.")
    raise Unfit(
        "unknown_touchpoint",
        f"There is no touchpoint with the key “{named[:80]}”, and no rule matches.",
        named if is_key(named) else "",
    )


def _target(item: Any, target: model.Target, catalogue: Catalogue) -> str | Wanted:
    if target.do == "touchpoint":
        if target.touchpoint_id in catalogue.ids:
            return target.touchpoint_id
        raise Unfit("unknown_touchpoint", "The rule that matches leads to a deleted touchpoint.")
    if target.do == "touchpoint_by_key":
        return Wanted(target.key, target.name, target.channel)
    name = resolve(target.field, item)
    if name is MISSING or not isinstance(name, str) or not name.strip():
        raise Unfit("no_touchpoint", f"There is no name for a touchpoint at {target.field}.")
    name = name.strip()[:MAX_NAME]
    return Wanted(_key_of(name), name, target.channel)


def _key_of(name: str) -> str:
    """A key for a name; one that has no Latin letters gets it from its hash."""
    return slugify(name, "t-" + hashlib.sha256(name.encode()).hexdigest()[:12])
