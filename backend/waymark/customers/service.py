"""Customers: finding them, and what is known of them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers import queries, trait_queries, traits
from waymark.events.models import Event
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.kit.clock import from_ms
from waymark.kit.errors import NotFound
from waymark.kit.vault import Vault

_PREFIX = re.compile(r"[0-9a-f]{4,32}")
LOOKS, LOOKED_AT = 25, 200
"""Into how many portions of events a page of customers looks, and how many are in one."""


class CustomerNotFound(NotFound):
    """There is no such customer, or they are out of the caller's sight."""

    code = "customer_not_found"


@dataclass(frozen=True, slots=True)
class Found:
    """A customer: where, the key that they go by now, and all their keys."""

    workspace_id: str
    id: str
    keys: Sequence[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A customer, and what their events say in short."""

    id: str
    events: int
    first_seen_at: datetime | None
    last_seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class KindOfKey:
    """How many ids of one kind a customer has."""

    kind: str
    anonymous: bool
    count: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A customer with what is known of them."""

    seen: Seen
    keys: Sequence[KindOfKey]
    traits: dict[str, Any]


def pseudonyms(vault: Vault, workspace_id: str, own_id: str, kinds: Collection[str]) -> set[str]:
    """The keys that a sender's own id may have: as it is, and as an id of any of these kinds."""
    text = own_id.strip()
    names = {text, *(f"{kind}:{text}" for kind in kinds if kind), f"email:{text.lower()}"}
    return {vault.pseudonym(workspace_id, name) for name in names}


async def list_customers(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[Seen], str | None]:
    """A page of customers, the last seen first; it may be short though there are more.

    Raises NotFound, Forbidden.
    """
    caller.require(Role.EDITOR, workspace_id)
    after, listed = paging.after, list[Seen]()
    for _ in range(LOOKS):
        rows = await queries.last_seen(session, workspace_id, after, LOOKED_AT)
        if not rows:
            return listed, None
        whose = await queries.owners(session, workspace_id, [key for _, key in rows])
        found = await _seen_by_key(session, workspace_id, set(whose.values()))
        # Whom an erasure removes just now is passed over.
        for place in [place for place in dict.fromkeys(rows) if place[1] in whose]:
            seen, last = found[whose[place[1]]]
            # Everybody is listed once: where the last event of the last of their keys is.
            if place == last:
                listed.append(seen)
            after = list(place)
            if len(listed) == paging.limit:
                return listed, paging.next(after)
    return listed, paging.next(list(rows[-1]))


async def search_customers(
    session: AsyncSession,
    vault: Vault,
    caller: Caller,
    workspace_id: str,
    sought: str,
    kinds: Collection[str],
) -> list[Seen]:
    """The customer with this id of the sender's, else those whose own id starts like this.

    At most 50, the last seen first. Raises NotFound, Forbidden.
    """
    caller.require(Role.EDITOR, workspace_id)
    keys = pseudonyms(vault, workspace_id, sought, kinds)
    found = set((await queries.owners(session, workspace_id, keys)).values())
    prefix = sought.strip().lower()
    if not found and _PREFIX.fullmatch(prefix):
        found = await queries.customers_from(session, workspace_id, prefix)
    rows = await _seen_by_key(session, workspace_id, found)
    ranked = sorted(rows.values(), key=lambda row: row[1], reverse=True)
    return [seen for seen, _ in ranked][: queries.MAX_FOUND]


async def find(session: AsyncSession, caller: Caller, customer_id: str) -> Found:
    """The customer that a key belongs to now. Raises CustomerNotFound, Forbidden."""
    found = await queries.workspace_of(session, customer_id, caller.workspace_ids)
    if found is None:
        raise CustomerNotFound("There is no such customer.")
    workspace_id, customer = found
    caller.require(Role.EDITOR, workspace_id)
    return Found(workspace_id, customer, await all_keys(session, workspace_id, [customer]))


async def all_keys(
    session: AsyncSession, workspace_id: str, customers: Collection[str]
) -> list[str]:
    """All the keys of these customers."""
    rows = await queries.keys_of(session, workspace_id, customers)
    return sorted({*customers, *(row.key for row in rows)})


async def profile(session: AsyncSession, found: Found) -> Profile:
    """What is known of a customer."""
    rows = await queries.keys_of(session, found.workspace_id, [found.id])
    kinds = Counter((row.kind, not row.known) for row in rows)
    said = await trait_queries.traits_of(session, found.workspace_id, found.keys)
    seen, _ = (await _seen_by_key(session, found.workspace_id, {found.id}))[found.id]
    return Profile(
        seen,
        [KindOfKey(kind, anonymous, count) for (kind, anonymous), count in sorted(kinds.items())],
        traits.merged(said),
    )


async def events_of(
    session: AsyncSession, found: Found, paging: Paging
) -> tuple[list[Event], str | None]:
    """A page of what a customer did, oldest first."""
    rows = await queries.events_page(
        session, found.workspace_id, found.keys, paging.after, paging.limit
    )
    return paging.cut(rows, lambda row: [row.occurred_ms, row.id])


async def customers_of(session: AsyncSession, workspace_id: str, keys: Iterable[str]) -> set[str]:
    """The customers that these keys belong to, as far as anything is known of them."""
    return set((await queries.owners(session, workspace_id, keys)).values())


async def _seen_by_key(
    session: AsyncSession, workspace_id: str, customers: Collection[str]
) -> dict[str, tuple[Seen, tuple[int, str]]]:
    """Customers in short, each with when and under which key they were last seen."""
    owner = {customer: customer for customer in customers}
    rows = await queries.keys_of(session, workspace_id, customers)
    owner.update({row.key: row.customer for row in rows})
    by_customer: dict[str, list[queries.Seen]] = {customer: [] for customer in customers}
    for seen in await queries.seen(session, workspace_id, owner):
        by_customer[owner[seen[0]]].append(seen)
    return {customer: _summed(customer, seen) for customer, seen in by_customer.items()}


def _summed(customer: str, rows: Sequence[queries.Seen]) -> tuple[Seen, tuple[int, str]]:
    if not rows:
        return Seen(customer, 0, None, None), (0, customer)
    last = max((latest, key) for key, _, _, latest in rows)
    first = min(earliest for _, _, earliest, _ in rows)
    count = sum(events for _, events, _, _ in rows)
    return Seen(customer, count, from_ms(first), from_ms(last[0])), last
