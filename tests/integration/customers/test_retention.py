"""Raw bodies are kept for some time; events, and what is said of the items, stay."""

from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from sqlalchemy import update
from waymark.ingest.models import Delivery, InboxEntry, ItemNote
from waymark.kit.clock import utcnow
from waymark.kit.ids import first_id_at
from waymark.settings import Settings

from tests.factories.customers import all_that_is_kept, do_chores, erase, search
from tests.factories.events import Sender, a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person


async def sent_days_ago(app: FastAPI, sender: Sender, days: int, *items: Any) -> str:
    """A delivery that came so many days ago; answers its id."""
    answer = await sender.post(list(items))
    now, then = answer.json()["delivery_id"], first_id_at(utcnow() - timedelta(days=days))
    async with app.state.database.writing() as session:
        await session.execute(update(Delivery).where(Delivery.id == now).values(id=then))
        for model in (InboxEntry, ItemNote):
            await session.execute(
                update(model).where(model.delivery_id == now).values(delivery_id=then)
            )
    return then


async def delivery(admin: Person, delivery_id: str) -> dict[str, Any]:
    """A delivery as it is now."""
    answer = await admin.client.get(f"/api/v1/deliveries/{delivery_id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_old_bodies_go_and_what_became_of_the_items_stays(
    app: FastAPI, admin: Person
) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    old = await sent_days_ago(
        app,
        sender,
        91,
        an_event(customer="anna", secret_note="old"),
        an_event(touchpoint="nowhere", customer="anna", secret_note="old"),
    )
    new = await sent_days_ago(app, sender, 89, an_event(customer="ben", secret_note="new"))
    await process_all(app)
    await do_chores(app, keep_days=90)
    kept = await all_that_is_kept(app)
    assert '"old"' not in kept
    assert '"new"' in kept
    gone = await delivery(admin, old)
    assert (gone["body"], gone["headers"]) == ("", [])
    assert gone["body_removed_at"] is not None
    assert [item["outcome"] for item in gone["results"]] == ["accepted", "quarantined"]
    assert (await delivery(admin, new))["body_removed_at"] is None
    assert (await search(admin, "anna"))[0]["events"] == 1
    replayed = await admin.client.post(f"/api/v1/deliveries/{old}/replay")
    assert (replayed.status_code, replayed.json()["code"]) == (409, "body_removed")
    some = await admin.client.post(admin.url("replays"), json={"kind": "quarantined"})
    assert (some.status_code, some.json()["deliveries"]) == (202, 0)


async def test_what_still_waits_is_kept_however_old_it_is(app: FastAPI, admin: Person) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    old = await sent_days_ago(app, sender, 400, an_event(customer="anna"))
    await do_chores(app, keep_days=90)
    assert (await delivery(admin, old))["body_removed_at"] is None
    await process_all(app)
    assert (await search(admin, "anna"))[0]["events"] == 1


async def test_nought_days_is_for_ever(app: FastAPI, admin: Person) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    old = await sent_days_ago(app, sender, 4000, an_event(customer="anna"))
    await process_all(app)
    await do_chores(app, keep_days=0)
    assert (await delivery(admin, old))["body_removed_at"] is None


async def test_who_is_erased_goes_also_where_no_body_tells_of_them_any_more(
    app: FastAPI, admin: Person
) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    note = {"note": "met anna@shop.example"}
    await sent_days_ago(
        app,
        sender,
        100,
        an_event(customer="anna@shop.example"),
        an_event(customer="ben", properties=note),
    )
    await process_all(app)
    await do_chores(app, keep_days=90)
    done = await erase(app, admin, own_ids=["anna@shop.example"])
    assert (done["items"], done["events"]) == (0, 1)
    assert "anna@shop.example" not in await all_that_is_kept(app)
    assert len(await admin.items("customers")) == 1


def test_bodies_are_kept_for_ninety_days_unless_said_otherwise() -> None:
    assert Settings().keep_deliveries_days == 90
