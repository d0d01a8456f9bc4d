"""JSON pointers (RFC 6901) into items. Pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

MISSING: Any = object()
_INDEX = re.compile(r"0|[1-9][0-9]*", re.ASCII)


@lru_cache(maxsize=4096)
def tokens(pointer: str) -> tuple[str, ...]:
    """The names along a pointer, unescaped."""
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


Lookup = Callable[[Any], Any]
"""Finds something in a document, or MISSING."""


@lru_cache(maxsize=4096)
def lookup(pointer: str) -> Lookup:
    """What finds what a pointer points at: made once, for documents by the thousand."""
    names = tokens(pointer)
    if not names:
        return lambda document: document
    name, *rest = names

    def member(document: Any) -> Any:
        if type(document) is not dict:
            return _follow(names, document)
        found = document.get(name, MISSING)
        return _follow(rest, found) if rest and found is not MISSING else found

    return member


def first_of(pointers: Iterable[str]) -> Lookup:
    """What finds what the first of the pointers that leads to something (not null) points at."""
    lookups = [_something(pointer) for pointer in pointers]
    if len(lookups) == 1:
        return lookups[0]

    def found_first(document: Any) -> Any:
        for find in lookups:
            found = find(document)
            if found is not MISSING:
                return found
        return MISSING

    return found_first


def _something(pointer: str) -> Lookup:
    """What finds what a pointer points at unless that is null."""
    find, names = lookup(pointer), tokens(pointer)
    name = names[0] if len(names) == 1 else None

    def found_something(document: Any) -> Any:
        # A member of the document itself is what nearly all of them point at.
        plain = name is not None and type(document) is dict
        found = document.get(name) if plain else find(document)
        return MISSING if found is None else found

    return found_something


def resolve(pointer: str, document: Any) -> Any:
    """What a pointer points at in `document`, or MISSING."""
    return lookup(pointer)(document)


def _follow(names: Sequence[str], document: Any) -> Any:
    found = document
    for name in names:
        if isinstance(found, dict):
            found = found.get(name, MISSING)
            if found is MISSING:
                return MISSING
        elif isinstance(found, list) and _INDEX.fullmatch(name) and int(name) < len(found):
            found = found[int(name)]
        else:
            return MISSING
    return found


def first(pointers: Iterable[str], document: Any) -> Any:
    """What the first of the pointers that leads to something (not null) points at, or MISSING."""
    for pointer in pointers:
        found = resolve(pointer, document)
        if found is not MISSING and found is not None:
            return found
    return MISSING


def without(pointers: Iterable[str], document: Any) -> Any:
    """`document` less the members that the pointers point at; itself where there are none."""
    for pointer in pointers:
        if resolve(pointer, document) is not MISSING:
            document = _without(tokens(pointer), document)
    return document


def _without(path: tuple[str, ...], document: Any) -> Any:
    name, *rest = path
    if not isinstance(document, dict):
        return document
    if not rest:
        return {key: value for key, value in document.items() if key != name}
    return {**document, name: _without(tuple(rest), document[name])}
