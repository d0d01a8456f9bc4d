"""Everything that is kept of one customer, as one JSON document (GDPR articles 15 and 20).

It is written as it is found, in portions: neither many events nor many deliveries need memory.
"""

from collections.abc import AsyncIterator
from datetime import datetime

import orjson
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers import link_queries
from waymark.customers import queries as customer_queries
from waymark.customers import service as customers
from waymark.customers.schemas import present_customer, present_event
from waymark.customers.service import Found
from waymark.db.engine import Database
from waymark.ingest.erasing import searching
from waymark.ingest.erasing.persons import Person, Relation
from waymark.kit.clock import from_ms
from waymark.kit.ids import first_id_at
from waymark.kit.vault import Vault
from waymark.privacy.schemas import ExportedItem, ExportedLink

EVENTS_AT_ONCE = 500


async def export_of(
    database: Database, vault: Vault, found: Found, until: datetime
) -> AsyncIterator[bytes]:
    """The document, piece by piece: what came before `until`."""
    async with database.reading() as session:
        profile = await customers.profile(session, found)
        links = await _links(session, found)
    yield b'{"customer":' + _json(present_customer(found.workspace_id, profile))
    yield b',"links":[' + b",".join(links) + b'],"events":['
    async for piece in _listed(_events(database, found)):
        yield piece
    yield b'],"items":['
    person = Person(vault, found.workspace_id, frozenset(found.keys))
    async for piece in _listed(_items(database, person, first_id_at(until))):
        yield piece
    yield b"]}"


async def _links(session: AsyncSession, found: Found) -> list[bytes]:
    links = await link_queries.links_among(session, found.workspace_id, found.keys)
    return [
        _json(
            ExportedLink(
                key=link.key, other=link.other, bond=link.bond, first_seen_at=from_ms(first_ms)
            )
        )
        for link, first_ms in sorted(links.items(), key=lambda entry: entry[1])
    ]


async def _events(database: Database, found: Found) -> AsyncIterator[bytes]:
    after: list[int | str] | None = None
    while True:
        async with database.reading() as session:
            rows = await customer_queries.events_page(
                session, found.workspace_id, found.keys, after, EVENTS_AT_ONCE
            )
        for row in rows[:EVENTS_AT_ONCE]:
            yield _json(present_event(row))
        if len(rows) <= EVENTS_AT_ONCE:
            return
        after = [rows[EVENTS_AT_ONCE - 1].occurred_ms, rows[EVENTS_AT_ONCE - 1].id]


async def _items(database: Database, person: Person, before: str) -> AsyncIterator[bytes]:
    after: str | None = None
    while True:
        async with database.reading() as session:
            looked, after = await searching.look_further(session, person, after, before)
        for entry in looked:
            for hit in entry.hits:
                if hit.relation is Relation.THEIRS:
                    yield _json(_item(entry, hit))
        if after is None:
            return


def _item(looked: searching.Looked, hit: searching.Hit) -> ExportedItem:
    return ExportedItem(
        delivery_id=looked.delivery.id,
        position=hit.position,
        source_id=looked.delivery.source_id,
        received_at=looked.delivery.received_at,
        item=hit.content,
    )


async def _listed(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    separator = b""
    async for piece in pieces:
        yield separator + piece
        separator = b","


def _json(value: BaseModel) -> bytes:
    return orjson.dumps(value.model_dump(mode="json"))
