"""What it says about two ids that they were seen together. Pure.

| bond      | between               | means                                                     |
|-----------|-----------------------|-----------------------------------------------------------|
| `same`    | two known ids         | they are one customer's                                   |
| `belongs` | an anonymous, a known | the anonymous one is whose it was seen with first         |
| `joined`  | two anonymous ids     | one circle: where nothing tells more, it goes with that   |

An anonymous id (of a browser, a device, a company) may be shared. So it belongs to one customer
and never makes two known ones one. One that was never seen with a known id itself goes with its
circle: to whom any id of it was seen with first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

SAME, BELONGS, JOINED = "same", "belongs", "joined"


@dataclass(frozen=True, slots=True)
class Name:
    """An id of a customer, under its pseudonym."""

    key: str
    kind: str = ""
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What an item says of its customer: these ids are theirs, this is known of them, since when.

    `at_ms` is Unix time in milliseconds. There is at least one id.
    """

    workspace_id: str
    names: Sequence[Name]
    at_ms: int
    traits: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """Two keys that were seen together, and the bond that makes; in `belongs` the known one is
    the other, else the greater."""

    key: str
    other: str
    bond: str


def links_of(names: Sequence[Name]) -> list[Link]:
    """The links that follow from these ids being seen together."""
    known = sorted({name.key for name in names if not name.anonymous})
    anonymous = sorted({name.key for name in names if name.anonymous} - set(known))
    if known:
        first, *rest = known
        return [Link(first, key, SAME) for key in rest] + [
            Link(key, first, BELONGS) for key in anonymous
        ]
    return [Link(anonymous[0], key, JOINED) for key in anonymous[1:]]


def earliest(facts: Iterable[Fact]) -> dict[str, dict[Link, int]]:
    """By workspace the links in some facts, and when each was first seen."""
    found: dict[str, dict[Link, int]] = {}
    for fact in facts:
        links = found.setdefault(fact.workspace_id, {})
        for link in links_of(fact.names):
            links[link] = min(fact.at_ms, links.get(link, fact.at_ms))
    return {workspace_id: links for workspace_id, links in found.items() if links}


class Union:
    """Disjoint sets of texts, each known by its smallest member."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def find(self, member: str) -> str:
        """The smallest member of the set that `member` is in."""
        root = member
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while (parent := self._parents.get(member, root)) != root:
            self._parents[member], member = root, parent
        return root

    def join(self, one: str, other: str) -> None:
        """Make one set of the two that these are in."""
        small, great = sorted((self.find(one), self.find(other)))
        self._parents[great] = small

    @property
    def moved(self) -> dict[str, str]:
        """Members that are not the smallest of their set, with the one that is."""
        return {
            member: self.find(member) for member in self._parents if self.find(member) != member
        }
