"""Whose each key is, kept up to date link by link; the same in whatever order the links come.

Every step is a merge (of sets, or the earlier of two moments), so nothing depends on the order;
and each costs no more than the smaller part of what changes, but for what had to be relabelled.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers import link_queries as queries
from waymark.customers.bonds import BELONGS, JOINED, SAME, Link, Name, Union

Rows = dict[str, dict[str, Any]]


async def apply(
    session: AsyncSession,
    workspace_id: str,
    links: Mapping[Link, int],
    names: Iterable[Name],
) -> None:
    """Bring the keys up to date with links, which may be known already, and with new names.

    `names` has at least every key of the links that has no row yet. Whoever calls has taken the
    turn of the workspace.
    """
    given = _by_key(names)
    wanted = {*given, *(key for link in links for key in (link.key, link.other))}
    rows = await queries.keys_by_name(session, workspace_id, wanted)
    there = {key: dict(row) for key, row in rows.items()}
    for name in given.values():
        _meet(rows, workspace_id, name)
    _circle(rows, links)
    _own(rows, links)
    people, circles = _unions(rows, links)
    for key, row in rows.items():
        # What is in the database already is relabelled there, with all that has the same label.
        if key not in there:
            row["customer"] = people.find(row["customer"])
            row["circle"] = row["circle"] and circles.find(row["circle"])
    changed = [row for key, row in rows.items() if row != there.get(key)]
    await queries.put_keys(session, changed)
    old = {row["customer"] for row in there.values()} | set(there)
    await queries.relabel(session, workspace_id, "customer", _only(people.moved, old))
    old = {row["circle"] for row in there.values()} | set(there)
    await queries.relabel(session, workspace_id, "circle", _only(circles.moved, old))
    await _settle(session, workspace_id, [row["key"] for row in changed], circles)


def _by_key(names: Iterable[Name]) -> dict[str, Name]:
    """One name by key: known if it is in any of them."""
    found: dict[str, Name] = {}
    for name in names:
        if name.key not in found or not name.anonymous:
            found[name.key] = name
    return found


def _meet(rows: Rows, workspace_id: str, name: Name) -> None:
    row = rows.get(name.key)
    if row is None:
        rows[name.key] = {
            "workspace_id": workspace_id,
            "key": name.key,
            "kind": name.kind[:40],
            "known": not name.anonymous,
            "owner": None,
            "owner_ms": None,
            "circle": name.key if name.anonymous else None,
            "customer": name.key,
        }
    elif not name.anonymous and not row["known"]:
        row["known"], row["customer"] = True, name.key


def _circle(rows: Rows, links: Iterable[Link]) -> None:
    """Every id that a link calls anonymous is in a circle, if only in one of its own."""
    for link in links:
        ends = {BELONGS: (link.key,), JOINED: (link.key, link.other)}.get(link.bond, ())
        for key in ends:
            rows[key]["circle"] = rows[key]["circle"] or key


def _own(rows: Rows, links: Mapping[Link, int]) -> None:
    """Note for anonymous ids which known one each was seen with first."""
    for link, first_ms in links.items():
        if link.bond == BELONGS:
            row = rows[link.key]
            before = row["owner_ms"], row["owner"]
            if before[0] is None or (first_ms, link.other) < before:
                row["owner_ms"], row["owner"] = first_ms, link.other


def _unions(rows: Rows, links: Iterable[Link]) -> tuple[Union, Union]:
    """Which customers are one, and which circles."""
    people, circles = Union(), Union()
    for link in links:
        one, other = rows[link.key], rows[link.other]
        if link.bond == SAME:
            people.join(one["customer"], other["customer"])
        elif link.bond == JOINED:
            circles.join(one["circle"], other["circle"])
    return people, circles


def _only(moved: Mapping[str, str], old: set[str]) -> dict[str, str]:
    return {label: new for label, new in moved.items() if label in old}


async def _settle(
    session: AsyncSession, workspace_id: str, changed: list[str], circles: Union
) -> None:
    """Say whose the anonymous ids are that something was learnt about, and their circles'."""
    rows = await queries.keys_by_name(session, workspace_id, changed)
    owned = {key: row["owner"] for key, row in rows.items() if row["owner"] and not row["known"]}
    owners = await queries.keys_by_name(session, workspace_id, set(owned.values()))
    await queries.put_customers(
        session,
        workspace_id,
        {
            key: owners[owner]["customer"]
            for key, owner in owned.items()
            if owners[owner]["customer"] != rows[key]["customer"]
        },
    )
    touched = {row["circle"] for row in rows.values() if row["circle"]}
    touched |= set(circles.moved.values())
    for circle in await queries.without_owner(session, workspace_id, touched):
        customer = await queries.leader(session, workspace_id, circle)
        await queries.follow(session, workspace_id, circle, customer)
