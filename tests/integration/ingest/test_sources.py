"""Sources: creating, rotating, pausing, retiring, and how they are doing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from waymark.http.access import Role
from waymark.ingest.sources import rotation
from waymark.kit.ids import new_id

from tests.factories.events import (
    Sender,
    a_mapping,
    a_source,
    a_touchpoint,
    an_event,
    process_all,
)
from tests.factories.people import Person, a_person


async def the_source(person: Person, sender: Sender) -> dict[str, Any]:
    """A source as a member sees it."""
    answer = await person.client.get(f"/api/v1/sources/{sender.id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def patch(person: Person, sender: Sender, **changes: Any) -> Any:
    """Change a source as it is now."""
    source = await the_source(person, sender)
    return await person.client.patch(
        f"/api/v1/sources/{sender.id}",
        json=changes,
        headers={"If-Match": f'"{source["revision"]}"'},
    )


async def test_the_secret_is_shown_once(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin)
    assert sender.secret.startswith("whsec_")
    source = await the_source(admin, sender)
    assert "secret" not in source
    assert source["url"].endswith(f"/ingest/{sender.key}")
    assert sender.secret.endswith(source["secret_hint"].removeprefix("…"))
    listed = await admin.client.get(f"/api/v1/workspaces/{admin.workspace_id}/sources")
    assert [item["id"] for item in listed.json()["items"]] == [sender.id]
    assert sender.secret not in listed.text


async def test_the_old_secret_works_for_a_day_after_a_rotation(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = await a_source(app, admin)
    url = f"/api/v1/sources/{sender.id}/rotate-secret"
    assert (await admin.client.post(url)).status_code == 428
    rotated = await admin.client.post(url, headers={"If-Match": sender.etag})
    assert rotated.status_code == 200
    assert rotated.json()["previous_secret_until"] is not None
    new = rotated.json()["secret"]
    assert (await sender.post(an_event())).status_code == 202
    with_new = await sender.post(an_event(), Authorization=f"Bearer {new}")
    assert with_new.status_code == 202
    monkeypatch.setattr(rotation, "ROTATION", timedelta(seconds=-1))
    again = await admin.client.post(url, headers={"If-Match": rotated.headers["etag"]})
    assert again.json()["previous_secret_until"] is None
    assert (await sender.post(an_event())).status_code == 401
    assert (await sender.post(an_event(), Authorization=f"Bearer {new}")).status_code == 401


async def test_a_rule_decides_for_events_that_name_no_touchpoint(
    app: FastAPI, admin: Person
) -> None:
    won, lost = [await a_touchpoint(admin, key) for key in ("deal-won", "deal-lost")]
    mapping = a_mapping(
        ("/properties/stage", "won", won),
        ("/properties/open", False, lost),
        ("/properties/stage", "won", lost),
    )
    sender = await a_source(app, admin, mapping=mapping)
    events = [
        {"stage": "won", "open": True},
        {"stage": "lost", "open": False},
        {"stage": "lost", "open": 0},
    ]
    answer = await sender.post(
        [an_event(touchpoint=None, properties=properties) for properties in events]
    )
    await process_all(app)
    path = f"/api/v1/deliveries/{answer.json()['delivery_id']}"
    results = (await admin.client.get(path)).json()["results"]
    assert [item["touchpoint_id"] for item in results] == [won, lost, None]
    assert results[2]["code"] == "no_touchpoint"


async def test_rules_lead_to_touchpoints_of_the_workspace(
    app: FastAPI, admin: Person, stranger: Person
) -> None:
    theirs = await a_touchpoint(stranger, "theirs")
    sender = await a_source(app, admin)
    answer = await patch(admin, sender, mapping=a_mapping(("/type", "x", theirs)))
    assert answer.status_code == 422
    pointer = "/mapping/rules/0/then/touchpoint_id"
    assert answer.json()["errors"][0]["pointer"] == pointer
    bad = await patch(admin, sender, mapping=a_mapping(("type", "x", theirs)))
    assert bad.json()["errors"][0]["pointer"] == "/mapping/rules/0/when/0/field"


async def test_where_the_id_is_stays_once_something_has_come(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin)
    elsewhere = {**a_mapping(), "id": ["/properties/id"]}
    assert (await patch(admin, sender, mapping=elsewhere)).status_code == 200
    await sender.post(an_event())
    refused = await patch(admin, sender, mapping=None)
    assert (refused.status_code, refused.json()["code"]) == (409, "id_is_fixed")
    assert refused.json()["errors"][0]["pointer"] == "/mapping/id"
    assert (await patch(admin, sender, mapping={**elsewhere, "channel": []})).status_code == 200


async def test_a_touchpoint_that_a_rule_leads_to_is_in_use(app: FastAPI, admin: Person) -> None:
    touchpoint_id = await a_touchpoint(admin, "deal-won")
    mapping = a_mapping(("/stage", "won", touchpoint_id))
    sender = await a_source(app, admin, mapping=mapping)
    path, current = f"/api/v1/touchpoints/{touchpoint_id}", {"If-Match": '"1"'}
    refused = await admin.client.delete(path, headers=current)
    assert (refused.status_code, refused.json()["code"]) == (409, "touchpoint_in_use")
    assert refused.json()["used_by"][0]["id"] == sender.id
    await patch(admin, sender, mapping=None)
    assert (await admin.client.delete(path, headers=current)).status_code == 204


async def test_what_a_paused_source_sends_is_kept_and_processed_later(
    app: FastAPI, admin: Person
) -> None:
    await a_touchpoint(admin, "checkout")
    sender = await a_source(app, admin)
    await sender.post(an_event(id="before"))
    assert (await patch(admin, sender, state="paused")).status_code == 200
    assert (await sender.post(an_event(id="meanwhile"))).status_code == 202
    assert await process_all(app) == 0
    health = (await the_source(admin, sender))["health"]
    assert health["oldest_unprocessed_at"] is not None
    assert (health["last_day"]["deliveries"], health["last_day"]["events"]) == (2, 0)
    await patch(admin, sender, state="active")
    assert await process_all(app) == 2
    health = (await the_source(admin, sender))["health"]
    assert health["oldest_unprocessed_at"] is None
    assert health["last_event_at"] is not None
    assert (health["last_day"]["events"], health["last_day"]["quarantined"]) == (2, 0)


async def test_the_clock_of_a_sender_is_watched(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin)
    assert (await the_source(admin, sender))["health"]["skew_s"] is None
    for minutes in (0, 10, 60):
        sent_at = datetime.now(UTC) - timedelta(minutes=minutes)
        await sender.post({"events": [an_event()], "sent_at": sent_at.isoformat()})
    health = (await the_source(admin, sender))["health"]
    assert health["skew_s"] == pytest.approx(600, abs=5)
    assert health["last_day"]["items"] == 3


async def test_a_retired_source_takes_nothing_in(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin)
    await patch(admin, sender, state="retired")
    answer = await sender.post(an_event())
    assert answer.status_code == 410
    assert answer.json()["code"] == "source_retired"


async def test_only_a_source_that_never_sent_anything_can_be_deleted(
    app: FastAPI, admin: Person
) -> None:
    used, unused = await a_source(app, admin), await a_source(app, admin)
    await used.post(an_event())
    for sender, status in ((used, 409), (unused, 204)):
        answer = await admin.client.delete(
            f"/api/v1/sources/{sender.id}", headers={"If-Match": sender.etag}
        )
        assert answer.status_code == status
    assert (await used.post(an_event())).status_code == 202
    assert (await unused.post(an_event())).status_code == 404


async def test_viewers_see_sources_but_neither_change_them_nor_read_deliveries(
    app: FastAPI, admin: Person
) -> None:
    sender = await a_source(app, admin)
    delivery_id = (await sender.post(an_event())).json()["delivery_id"]
    viewer = await a_person(app, "Vera", Role.VIEWER, admin.workspace_id)
    source = await the_source(viewer, sender)
    assert source["abilities"] == {"edit": False, "delete": False}
    assert (await patch(viewer, sender, name="Mine")).status_code == 403
    for path in (
        f"workspaces/{admin.workspace_id}/deliveries",
        f"workspaces/{admin.workspace_id}/replays",
        f"deliveries/{delivery_id}",
        f"workspaces/{admin.workspace_id}/quarantine",
    ):
        assert (await viewer.client.get(f"/api/v1/{path}")).status_code == 403


async def test_an_id_chosen_twice_is_a_conflict(app: FastAPI, admin: Person) -> None:
    chosen = new_id()
    path = f"/api/v1/workspaces/{admin.workspace_id}/sources"
    for status in (201, 409):
        answer = await admin.client.post(path, json={"id": chosen, "name": "Shop"})
        assert answer.status_code == status


async def test_where_the_sender_makes_the_secret_none_is_made_up(admin: Person) -> None:
    made = await admin.client.post(
        admin.url("sources"), json={"name": "Payments", "format": "stripe"}
    )
    assert (made.json()["secret"], made.json()["secret_hint"]) == ("", "")
    url = f"/api/v1/sources/{made.json()['id']}/rotate-secret"
    entered = await admin.client.post(
        url, json={"secret": "theirs-1234"}, headers={"If-Match": made.headers["etag"]}
    )
    assert entered.json()["secret_hint"] == "…1234"
    assert entered.json()["previous_secret_until"] is None


async def test_where_there_is_no_secret_none_is_made(admin: Person) -> None:
    made = await admin.client.post(
        admin.url("sources"),
        json={
            "name": "CRM",
            "format": "salesforce",
            "settings": {"organization_id": "00D000000000001AAA"},
        },
    )
    assert (made.json()["secret"], made.json()["secret_hint"]) == ("", "")
    url = f"/api/v1/sources/{made.json()['id']}/rotate-secret"
    refused = await admin.client.post(url, headers={"If-Match": made.headers["etag"]})
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_settings")
