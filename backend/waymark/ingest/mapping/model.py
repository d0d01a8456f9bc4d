"""How the items of a source are understood: rules as data. Pure.

A mapping says where in an item things are (JSON pointers; of several the first that leads to
something counts), and which condition means which touchpoint.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class IdAt:
    """Where an id of the customer is.

    Ids of different kinds never mean the same customer by having the same text: `kind` keeps a
    help desk's 17 apart from a shop's 17. An anonymous id (of a browser, say) leads to whoever it
    is seen with first.
    """

    field: str
    kind: str = ""
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class ScoreAt:
    """Where a satisfaction answer is, and on which scale.

    `scale` is the name of a scale (events.scores), or a pointer to it. `answers` translates what
    senders write in words: {"good": 1, "bad": 0}.
    """

    field: str
    scale: str
    answers: dict[str, float] | None = None


@dataclass(frozen=True, slots=True)
class MoneyAt:
    """Where an amount is, and in which currency: a code such as EUR, or a pointer to one.

    Amounts in minor units are cents and the like (ISO 4217 says how many make one). Where the
    pointer leads to nothing, the currency is `otherwise`, if that is given.
    """

    field: str
    currency: str
    minor_units: bool = False
    otherwise: str = ""


Test = Literal["equals", "differs", "one_of", "contains", "starts_with", "exists", "missing"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold for an item: a comparison of what is at `field`.

    Comparisons heed types: true is not 1, and "1" is not 1.
    """

    field: str
    test: Test = "equals"
    value: Scalar | Sequence[Scalar] = None


@dataclass(frozen=True, slots=True)
class Target:
    """What an item is when the conditions of its rule hold.

    `do` is one of:

    - `touchpoint`: an event at the touchpoint `touchpoint_id`;
    - `touchpoint_by_key`: an event at the touchpoint with this `key`, made with `name` and the
      channel with the key `channel` if it is not there yet;
    - `touchpoint_from`: an event at the touchpoint named by what is at `field`, made if needed;
    - `identify`: no event; it says which ids belong together, and what is known of the customer;
    - `ignore`: nothing that a journey is made of.
    """

    do: Literal["touchpoint", "touchpoint_by_key", "touchpoint_from", "identify", "ignore"]
    touchpoint_id: str = ""
    key: str = ""
    name: str = ""
    channel: str = ""
    field: str = ""


TARGET_MEMBERS: dict[str, tuple[str, ...]] = {
    "touchpoint": ("touchpoint_id",),
    "touchpoint_by_key": ("key", "name", "channel"),
    "touchpoint_from": ("field", "channel"),
    "identify": (),
    "ignore": (),
}
"""Which members of a target say more about what it does."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When all conditions hold, the item is this; score and value override the mapping's."""

    when: Sequence[Condition]
    then: Target
    score: ScoreAt | None = None
    value: MoneyAt | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """How items are understood. The first rule that holds decides."""

    id: Sequence[str] = ()
    """Where the sender's own id is; several together make one, and all must be there."""
    customer: Sequence[IdAt] = ()
    """Where ids of the customer are; all that are there belong to the same one."""
    occurred_at: Sequence[str] = ()
    sent_at: Sequence[str] = ()
    """The sender's clock when it sent the item: its error is taken off `occurred_at`."""
    score: ScoreAt | None = None
    value: MoneyAt | None = None
    channel: Sequence[str] = ()
    properties: Sequence[str] = ()
    traits: Sequence[str] = ()
    """Where what is known of the customer is: an object."""
    touchpoint: Sequence[str] = ()
    """Where an item names its touchpoint by key; goes before the rules."""
    rules: Sequence[Rule] = ()


def to_json(mapping: Mapping) -> dict[str, Any]:
    """The mapping as JSON values; of a target only what it needs for what it does."""
    content: dict[str, Any] = orjson.loads(orjson.dumps(mapping))
    for rule in content["rules"]:
        rule["then"] = {
            name: rule["then"][name] for name in ("do", *TARGET_MEMBERS[rule["then"]["do"]])
        }
    return content


def from_json(content: dict[str, Any]) -> Mapping:
    """A mapping from JSON values."""
    return Mapping(
        **{
            **content,
            "customer": [IdAt(**entry) for entry in content.get("customer", ())],
            "score": _maybe(ScoreAt, content.get("score")),
            "value": _maybe(MoneyAt, content.get("value")),
            "rules": [_rule(entry) for entry in content.get("rules", ())],
        }
    )


def _rule(content: dict[str, Any]) -> Rule:
    return Rule(
        when=[Condition(**entry) for entry in content["when"]],
        then=Target(**content["then"]),
        score=_maybe(ScoreAt, content.get("score")),
        value=_maybe(MoneyAt, content.get("value")),
    )


def _maybe(kind: Any, content: dict[str, Any] | None) -> Any:
    return None if content is None else kind(**content)
