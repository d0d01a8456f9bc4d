"""Learning who customers are from what comes in. Safe to repeat, in any order, side by side."""

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers import identity, link_queries, trait_queries, traits
from waymark.customers.bonds import Fact, Link, Name, earliest, links_of
from waymark.db.locks import take_turns


async def learn(session: AsyncSession, facts: Sequence[Fact]) -> None:
    """Keep what some items say of their customers; nothing that is known already is written."""
    if not facts:
        return
    links = earliest(facts)
    # In one order everywhere, so that two workers cannot lock each other out.
    for workspace_id in sorted({fact.workspace_id for fact in facts}):
        own = [fact for fact in facts if fact.workspace_id == workspace_id]
        await _learn_links(session, workspace_id, links.get(workspace_id, {}), own)
    said = traits.latest(facts)
    if said:
        await trait_queries.put_traits(session, said)
        await trait_queries.trim(session, {(trait[0], trait[1]) for trait in said})


async def _learn_links(
    session: AsyncSession, workspace_id: str, links: Mapping[Link, int], facts: Sequence[Fact]
) -> None:
    seen = await link_queries.first_seen(session, workspace_id, links)
    new = {link: ms for link, ms in links.items() if link not in seen or ms < seen[link]}
    names = await _unmet(session, workspace_id, facts)
    for fact in facts:
        if any(link in new for link in links_of(fact.names)):
            names += fact.names
    if names:
        await take_turns(session, workspace_id)
        await link_queries.put_links(session, workspace_id, new)
        await identity.apply(session, workspace_id, new, names)


async def _unmet(session: AsyncSession, workspace_id: str, facts: Sequence[Fact]) -> list[Name]:
    """Ids that were told alone, with traits, and are not known yet as what they are.

    Of the others the links say as much.
    """
    alone = [name for fact in facts if not links_of(fact.names) for name in fact.names]
    met = await link_queries.keys_by_name(session, workspace_id, {name.key for name in alone})
    return [
        name
        for name in alone
        if name.key not in met or (not name.anonymous and not met[name.key]["known"])
    ]


async def relearn(session: AsyncSession, workspace_id: str, keys: Sequence[str]) -> None:
    """Derive anew, from the links, whose these keys are; whoever calls has taken the turn.

    The keys make up whole customers and whole circles.
    """
    rows = await link_queries.keys_by_name(session, workspace_id, keys)
    for row in rows.values():
        row |= {"owner": None, "owner_ms": None, "customer": row["key"]}
        row["circle"] = row["circle"] and row["key"]
    await link_queries.put_keys(session, list(rows.values()))
    links = await link_queries.links_among(session, workspace_id, list(rows))
    await identity.apply(session, workspace_id, links, [])
