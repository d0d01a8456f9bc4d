"""Until a delivery is done or given up, its source says since when it waits."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from waymark.ingest.models import Delivery, InboxEntry
from waymark.ingest.processing import projection
from waymark.ingest.processing.queries import due_entries
from waymark.ingest.processing.worker import process_due
from waymark.jobs import leases
from waymark.kit.clock import utcnow

from tests.factories.events import Sender, a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person


@pytest.fixture
async def sender(app: FastAPI, admin: Person) -> Sender:
    """A source whose workspace has the touchpoint `checkout`."""
    await a_touchpoint(admin, "checkout")
    return await a_source(app, admin)


async def oldest(admin: Person, sender: Sender) -> str | None:
    """Since when something waits, as the source's page and the list of sources say alike."""
    listed = {item["id"]: item for item in await admin.items("sources")}
    alone = (await admin.client.get(f"/api/v1/sources/{sender.id}")).json()
    told = {source["health"]["oldest_unprocessed_at"] for source in (listed[sender.id], alone)}
    assert len(told) == 1
    return told.pop()


async def received_at(admin: Person, delivery_id: str) -> str:
    """When a delivery came."""
    return str((await admin.client.get(f"/api/v1/deliveries/{delivery_id}")).json()["received_at"])


async def lease(app: FastAPI, now: datetime | None = None) -> list[InboxEntry]:
    """What a worker does first."""
    now = now or utcnow()
    async with app.state.database.writing() as session:
        return list(await leases.take(session, due_entries(now, 50), now))


async def change_source(admin: Person, sender: Sender, **changes: Any) -> None:
    """Change a source as it is now."""
    path = f"/api/v1/sources/{sender.id}"
    etag = (await admin.client.get(path)).headers["etag"]
    answer = await admin.client.patch(path, json=changes, headers={"If-Match": etag})
    assert answer.status_code == 200, answer.text


async def test_from_receipt_over_every_lease_until_it_is_done(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    assert await oldest(admin, sender) is None
    first = (await sender.post(an_event(id="a"))).json()["delivery_id"]
    since = await received_at(admin, first)
    await sender.post(an_event(id="b"))
    assert await oldest(admin, sender) == since
    assert len(await lease(app)) == 2
    assert await oldest(admin, sender) == since
    later = datetime.now(UTC) + 2 * leases.LEASE
    taken_over = await lease(app, later)
    assert await oldest(admin, sender) == since
    await projection.project(app.state.database, app.state.vault, taken_over)
    assert await oldest(admin, sender) is None


async def test_while_it_is_tried_again_and_not_once_it_is_given_up(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    bad = (await sender.post(an_event(id="a"))).json()["delivery_id"]
    since = await received_at(admin, bad)
    async with app.state.database.writing() as session:
        await session.execute(
            update(Delivery).where(Delivery.id == bad).values(body=b"no longer JSON")
        )
    for attempt in range(leases.MAX_ATTEMPTS):
        assert await oldest(admin, sender) == since, attempt
        await process_due(app.state.database, app.state.vault)
        async with app.state.database.writing() as session:
            await session.execute(
                update(InboxEntry)
                .where(InboxEntry.due_at.is_not(None))
                .values(due_at=utcnow() - timedelta(seconds=1))
            )
    assert await oldest(admin, sender) is None


async def test_while_its_source_is_paused_even_in_the_middle_of_a_lease(
    app: FastAPI, admin: Person, sender: Sender
) -> None:
    first = (await sender.post(an_event(id="a"))).json()["delivery_id"]
    since = await received_at(admin, first)
    leased = await lease(app)
    await change_source(admin, sender, state="paused")
    assert await oldest(admin, sender) == since
    await change_source(admin, sender, state="active")
    assert await oldest(admin, sender) == since
    await projection.project(app.state.database, app.state.vault, leased)
    assert await oldest(admin, sender) is None


async def test_while_it_is_processed_again(app: FastAPI, admin: Person, sender: Sender) -> None:
    first = (await sender.post(an_event(id="a", touchpoint="later"))).json()["delivery_id"]
    since = await received_at(admin, first)
    await process_all(app)
    assert await oldest(admin, sender) is None
    replayed = await admin.client.post(f"/api/v1/deliveries/{first}/replay")
    assert replayed.status_code == 202, replayed.text
    assert await oldest(admin, sender) == since
    await lease(app)
    assert await oldest(admin, sender) == since
