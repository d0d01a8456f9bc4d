"""What may be kept of a customer's traits, and which value of several counts. Pure."""

from collections.abc import Iterable
from typing import Any

import orjson

from waymark.customers.bonds import Fact

MAX_NAME = 100
MAX_TRAITS = 200
"""Traits of one key; of more the ones that were said last are kept."""
MAX_VALUE = 2000
"""Characters of a value as JSON."""
MAX_LIST = 50

Trait = tuple[str, str, str]
"""Workspace, key and name."""
Said = tuple[int, str]
"""When it was said (Unix milliseconds), and the value as JSON: the greatest is the latest."""


def latest(facts: Iterable[Fact]) -> dict[Trait, Said]:
    """The latest value of each trait in some facts; of two at the same time the greater text.

    They are kept under the first known id, for an anonymous one may be shared.
    """
    found: dict[Trait, Said] = {}
    for fact in facts:
        if not fact.traits:
            continue
        key = holder(fact)
        for name, value in kept(fact.traits).items():
            trait, said = (fact.workspace_id, key, name), (fact.at_ms, value)
            found[trait] = max(said, found.get(trait, said))
    return found


def holder(fact: Fact) -> str:
    """The key that a fact's traits are kept under."""
    known = [name.key for name in fact.names if not name.anonymous]
    return (known or [fact.names[0].key])[0]


def kept(traits: dict[str, Any]) -> dict[str, str]:
    """Those traits that are kept, as JSON: scalars and short lists of them; at most 200."""
    found = {}
    for name, value in sorted(traits.items()):
        if 0 < len(name) <= MAX_NAME and _is_plain(value):
            text = orjson.dumps(value).decode()
            if len(text) <= MAX_VALUE:
                found[name] = text
    return dict(list(found.items())[:MAX_TRAITS])


def merged(rows: Iterable[tuple[str, str, int]]) -> dict[str, Any]:
    """The traits of a customer from those of their keys (name, value as JSON, when said)."""
    said: dict[str, Said] = {}
    for name, value, at_ms in rows:
        said[name] = max((at_ms, value), said.get(name, (at_ms, value)))
    values = {name: orjson.loads(value) for name, (_, value) in sorted(said.items())}
    return {name: value for name, value in values.items() if value is not None}


def _is_plain(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) <= MAX_LIST and all(_is_scalar(entry) for entry in value)
    return _is_scalar(value)


def _is_scalar(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float | bool)
