"""Senders that make the secret themselves, and show it only once they know the address."""

from datetime import UTC, datetime

from fastapi import FastAPI

from tests.factories.arrivals import arrivals
from tests.factories.events import a_source
from tests.factories.formats import payload
from tests.factories.people import Person
from tests.factories.signing import shopify

BODY = payload("shopify/order-paid.json")


async def test_a_source_believes_nothing_until_its_senders_secret_is_entered(
    app: FastAPI, admin: Person
) -> None:
    source = await a_source(app, admin, format="shopify")
    signed = shopify(BODY, "shpss_shown_later", datetime.now(UTC), "") | {
        "x-shopify-topic": "orders/paid"
    }
    unsigned = shopify(BODY, "", datetime.now(UTC), "")
    for headers in (signed, unsigned, {}):
        assert (await source.post_bytes(BODY, headers)).status_code == 401
    entered = await admin.client.post(
        f"/api/v1/sources/{source.id}/rotate-secret",
        json={"secret": "shpss_shown_later"},
        headers={"If-Match": source.etag},
    )
    assert entered.status_code == 200, entered.text
    assert (await source.post_bytes(BODY, signed)).is_success
    assert await arrivals(app, admin, source) == ["order-paid"]


async def test_a_senders_secret_is_not_made_up_in_a_rotation(app: FastAPI, admin: Person) -> None:
    source = await a_source(app, admin, format="shopify", secret="shpss_first")
    rotated = await admin.client.post(
        f"/api/v1/sources/{source.id}/rotate-secret", headers={"If-Match": source.etag}
    )
    assert rotated.status_code == 422
    assert rotated.json()["errors"][0]["pointer"] == "/secret"


async def test_where_waymark_makes_the_secret_none_is_entered(admin: Person) -> None:
    made = await admin.client.post(
        f"/api/v1/workspaces/{admin.workspace_id}/sources",
        json={"name": "CRM", "format": "pipedrive", "secret": "mine"},
    )
    assert made.status_code == 422
    assert made.json()["errors"][0]["pointer"] == "/secret"
