"""Customers as those who look after them see them, and everything that the database holds."""

import gzip
from typing import Any

from fastapi import FastAPI
from sqlalchemy import select
from waymark.db.base import Base
from waymark.privacy.chores import Chores

from tests.factories.events import process_all
from tests.factories.people import Person


def key_of(app: FastAPI, person: Person, own_id: str, kind: str = "") -> str:
    """The key of an id in somebody's workspace."""
    name = f"{kind}:{own_id}" if kind else own_id
    key: str = app.state.vault.pseudonym(person.workspace_id, name)
    return key


async def search(person: Person, text: str) -> list[dict[str, Any]]:
    """The customers that a search finds."""
    answer = await person.client.get(person.url("customers"), params={"search": text})
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def the_customer(person: Person, own_id: str) -> dict[str, Any]:
    """The one customer with this id, with what is known of them."""
    (found,) = await search(person, own_id)
    answer = await person.client.get(f"/api/v1/customers/{found['id']}")
    assert answer.status_code == 200, answer.text
    customer: dict[str, Any] = answer.json()
    return customer


async def erase(app: FastAPI, admin: Person, **body: Any) -> dict[str, Any]:
    """Start an erasure and have it done; answers how it ended."""
    answer = await admin.client.post(admin.url("erasures"), json={"reason": "request", **body})
    assert answer.status_code == 202, answer.text
    await do_chores(app)
    await process_all(app)
    done: dict[str, Any] = (
        await admin.client.get(f"/api/v1/erasures/{answer.json()['id']}")
    ).json()
    return done


async def do_chores(app: FastAPI, keep_days: int = 0) -> None:
    """Do what the worker does beside deliveries, until nothing is due."""
    chores = Chores(app.state.database, app.state.vault, keep_days)
    while await chores.do():
        pass


async def all_that_is_kept(app: FastAPI) -> str:
    """Every value of every row of every table as text; what is compressed is unpacked."""
    pieces: list[str] = []
    async with app.state.database.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in await session.execute(select(table)):
                pieces += [f"{table.name}: {_text(value)}" for value in row]
    return "\n".join(pieces)


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        plain = gzip.decompress(value) if value.startswith(b"\x1f\x8b") else value
        return plain.decode(errors="replace")
    return repr(value)
