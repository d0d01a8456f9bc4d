"""Many rows at once: what goes in comes out, the same in both databases."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from waymark.db.bulk import Append, InsertNew
from waymark.ingest.models import Delivery, ItemNote
from waymark.kit.ids import new_id

from tests.factories.events import a_source
from tests.factories.people import Person

TEXT = "tab\tnew\nline\rback\\slash \\N \\. 'quotes\" Ünï©ode 🧭"
BODY = bytes(range(256)) * 3
AT = datetime(2026, 11, 2, 9, 30, 0, 5, tzinfo=UTC)
NOTE = ("delivery_id", "position", "workspace_id", "source_id", "outcome", "code", "detail")
NOTE_COLUMNS = (*NOTE, "excerpt", "event_id", "touchpoint_key")

append = Append(Delivery)
insert_new = InsertNew(ItemNote, NOTE_COLUMNS)


def _delivery(workspace_id: str, source_id: str) -> dict[str, Any]:
    return {
        "id": new_id(),
        "workspace_id": workspace_id,
        "source_id": source_id,
        "received_at": AT.astimezone(timezone(timedelta(hours=5, minutes=30))),
        "sent_at": None,
        "path": TEXT[:100],
        "content_type": "",
        "content_encoding": "",
        "headers": [["x-text", TEXT], ["x-empty", ""]],
        "body": BODY,
        "erased_at": None,
        "body_removed_at": None,
    }


@pytest.mark.parametrize("count", [1, 3, 100, 230])
async def test_what_is_appended_is_read_back_as_it_was(
    app: FastAPI, admin: Person, count: int
) -> None:
    source_id = (await a_source(app, admin)).id
    rows = [_delivery(admin.workspace_id, source_id) for _ in range(count)]
    async with app.state.database.writing() as session:
        await append(session, rows)
    async with app.state.database.reading() as session:
        found = (await session.scalars(select(Delivery).order_by(Delivery.id))).all()
    assert [delivery.id for delivery in found] == [row["id"] for row in rows]
    for delivery in found:
        assert delivery.received_at == AT
        assert delivery.sent_at is None
        assert delivery.path == TEXT[:100]
        assert delivery.headers == [["x-text", TEXT], ["x-empty", ""]]
        assert delivery.body == BODY


async def test_what_refers_to_nothing_is_refused_as_such_and_with_it_its_neighbours(
    app: FastAPI, admin: Person
) -> None:
    source_id = (await a_source(app, admin)).id
    good = _delivery(admin.workspace_id, source_id)
    bad = _delivery(new_id(), source_id)
    with pytest.raises(IntegrityError):
        async with app.state.database.writing() as session:
            await append(session, [good, bad])
    async with app.state.database.reading() as session:
        assert (await session.scalars(select(Delivery.id))).all() == []


async def test_only_what_is_not_there_yet_is_inserted_and_counted(
    app: FastAPI, admin: Person
) -> None:
    delivery_id, source_id = new_id(), new_id()

    def note(position: int, detail: str) -> tuple[Any, ...]:
        of = (delivery_id, position, admin.workspace_id, source_id)
        return (*of, "quarantined", "no_time", detail, "", None, "")

    async with app.state.database.writing() as session:
        assert await insert_new(session, []) == 0
        assert await insert_new(session, [note(place, TEXT) for place in range(150)]) == 150
        assert await insert_new(session, [note(place, "later") for place in range(100, 260)]) == 110
    async with app.state.database.reading() as session:
        details = await session.scalars(select(ItemNote.detail).order_by(ItemNote.position))
        assert list(details) == [TEXT] * 150 + ["later"] * 110
