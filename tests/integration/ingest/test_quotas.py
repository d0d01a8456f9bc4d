"""A source that sends more than it may is asked to come back later, and only that source."""

import asyncio

import pytest
from fastapi import FastAPI
from waymark.settings import Settings

from tests.factories.events import a_source, a_touchpoint, an_event, process_all
from tests.factories.people import Person


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Ten events a second, and fifty at once."""
    changed = {"source_events_per_second": 10, "source_events_burst": 50}
    return settings.model_copy(update=changed)


async def test_what_is_over_the_quota_is_not_stored_and_taken_when_it_comes_back(
    app: FastAPI, admin: Person
) -> None:
    await a_touchpoint(admin, "checkout")
    shop, desk = await a_source(app, admin), await a_source(app, admin)
    batch = [an_event(id=f"e-{number}") for number in range(55)]
    assert (await shop.post(batch)).status_code == 202
    refused = await shop.post(an_event(id="late"))
    assert (refused.status_code, refused.json()["code"]) == (429, "over_quota")
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["access-control-expose-headers"] == "Retry-After"
    assert (await desk.post(an_event(id="late"))).status_code == 202
    await asyncio.sleep(int(refused.headers["retry-after"]))
    assert (await shop.post(an_event(id="late"))).status_code == 202
    await process_all(app)
    assert sum(item["accepted"] for item in await admin.items("deliveries")) == 57


async def test_who_does_not_know_the_secret_cannot_use_up_the_quota(
    app: FastAPI, admin: Person
) -> None:
    shop = await a_source(app, admin)
    for _ in range(60):
        stranger = await shop.post([an_event()] * 10, Authorization="Bearer guess")
        assert stranger.status_code == 401
    assert (await shop.post([an_event()] * 40)).status_code == 202


async def test_what_is_refused_for_what_it_is_costs_nothing(app: FastAPI, admin: Person) -> None:
    shop = await a_source(app, admin)
    bearer = {"Authorization": f"Bearer {shop.secret}"}
    for _ in range(60):
        assert (await shop.post_bytes(b"{", bearer)).status_code == 400
    assert (await shop.post(an_event())).status_code == 202
