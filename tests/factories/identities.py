"""Whose ids are whose, word for word as it is defined, over a list of facts. Slow and obvious."""

from collections.abc import Iterable, Sequence

from waymark.customers.bonds import Fact


def partition(facts: Sequence[Fact]) -> dict[str, str]:
    """The customer of every key in the facts."""
    known = {name.key for fact in facts for name in fact.names if not name.anonymous}
    people = _sets([_known(fact) for fact in facts])
    circles = _sets([_anonymous(fact) for fact in facts if not _known(fact)])
    owners: dict[str, tuple[int, str]] = {}
    for fact in facts:
        for key in _anonymous(fact) if _known(fact) else ():
            seen = (fact.at_ms, min(_known(fact)))
            owners[key] = min(seen, owners.get(key, seen))
    found = {key: min(_set_of(people, key)) for key in known}
    for key in {name.key for fact in facts for name in fact.names} - known:
        circle = _set_of(circles, key)
        if key in owners:
            found[key] = found[owners[key][1]]
        elif first := sorted(owners[member] for member in circle if member in owners):
            found[key] = found[first[0][1]]
        elif identified := sorted(circle & known):
            found[key] = found[identified[0]]
        else:
            found[key] = min(circle)
    return found


def _known(fact: Fact) -> set[str]:
    return {name.key for name in fact.names if not name.anonymous}


def _anonymous(fact: Fact) -> set[str]:
    return {name.key for name in fact.names} - _known(fact)


def _sets(groups: Iterable[set[str]]) -> list[set[str]]:
    """Groups that overlap made one, until none do."""
    sets: list[set[str]] = []
    for group in groups:
        if group:
            apart = [one for one in sets if not one & group]
            sets = [*apart, group.union(*(one for one in sets if one & group))]
    return sets


def _set_of(sets: list[set[str]], key: str) -> set[str]:
    return next((one for one in sets if key in one), {key})
