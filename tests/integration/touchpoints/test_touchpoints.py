"""The catalogue of touchpoints, as the web app and integrators write and read it."""

from uuid import uuid4

import pytest

from tests.factories.maps import a_journey
from tests.factories.people import Person


async def _channel_ids(person: Person) -> dict[str, str]:
    return {item["key"]: item["id"] for item in await person.items("channels")}


async def test_a_name_is_enough_and_gives_the_key_that_events_use(
    admin: Person,
) -> None:
    first = await admin.make("touchpoints", name="Clicks the newsletter")
    assert first["key"] == "clicks-the-newsletter"
    assert first["channel_id"] is None
    assert first["owner_id"] is None
    second = await admin.make("touchpoints", name="Clicks the Newsletter!")
    assert second["key"] == "clicks-the-newsletter-2"
    assert (await admin.make("touchpoints", name="買い物"))["key"] == "touchpoint"


async def test_very_long_names_still_get_different_keys(admin: Person) -> None:
    keys = {(await admin.make("touchpoints", name="checkout " * 20))["key"] for _ in range(3)}
    assert len(keys) == 3
    assert all(len(key) <= 60 for key in keys)


async def test_everything_that_is_written_is_read_back(admin: Person) -> None:
    channels = await _channel_ids(admin)
    fields = {
        "id": str(uuid4()),
        "key": "social_ad-2",
        "name": "Sees a social ad",
        "channel_id": channels["instagram"],
        "description": "In the feed.\nNot in stories.",
        "owner_id": admin.id,
    }
    made = await admin.make("touchpoints", **fields)
    found = (await admin.client.get(f"/api/v1/touchpoints/{made['id']}")).json()
    assert found == made
    assert {name: found[name] for name in fields} == fields


async def test_a_key_belongs_to_one_touchpoint_of_a_workspace(
    admin: Person, stranger: Person
) -> None:
    await admin.make("touchpoints", name="Checkout", key="checkout")
    await stranger.make("touchpoints", name="Checkout", key="checkout")
    url = admin.url("touchpoints")
    refused = await admin.client.post(url, json={"name": "Pays", "key": "checkout"})
    assert refused.status_code == 409
    assert refused.json()["code"] == "touchpoint_key_taken"
    assert refused.json()["errors"][0]["pointer"] == "/key"

    pays = await admin.make("touchpoints", name="Pays")
    url = f"/api/v1/touchpoints/{pays['id']}"
    headers = {"If-Match": '"1"'}
    refused = await admin.client.patch(url, json={"key": "checkout"}, headers=headers)
    assert refused.status_code == 409
    same = await admin.client.patch(url, json={"key": "pays"}, headers=headers)
    assert same.status_code == 200


async def test_a_change_touches_only_what_was_sent(admin: Person) -> None:
    channels = await _channel_ids(admin)
    made = await admin.make("touchpoints", name="Checkout", channel_id=channels["web_shop"])
    answer = await admin.client.patch(
        f"/api/v1/touchpoints/{made['id']}",
        json={"name": "Pays", "channel_id": None, "owner_id": admin.id},
        headers={"If-Match": '"1"'},
    )
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    after = answer.json()
    assert (after["name"], after["key"]) == ("Pays", "checkout")
    assert after["channel_id"] is None
    assert after["owner_id"] == admin.id


async def test_channel_and_owner_must_be_of_the_workspace(admin: Person, stranger: Person) -> None:
    foreign = (await _channel_ids(stranger))["email"]
    url = admin.url("touchpoints")
    for field, value, code in (
        ("channel_id", foreign, "unknown_channel"),
        ("channel_id", str(uuid4()), "unknown_channel"),
        ("owner_id", stranger.id, "unknown_member"),
    ):
        refused = await admin.client.post(url, json={"name": "x", field: value})
        assert refused.status_code == 422
        error = refused.json()["errors"][0]
        assert (error["pointer"], error["code"]) == (f"/{field}", code)


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"),
        ({"name": "x" * 201}, "/name"),
        ({"name": "x", "key": ""}, "/key"),
        ({"name": "x", "key": "Check Out"}, "/key"),
        ({"name": "x", "key": "x" * 61}, "/key"),
        ({"name": "x", "description": "x" * 4001}, "/description"),
        ({"name": "x", "channel_id": 7}, "/channel_id"),
    ],
)
async def test_what_is_wrong_is_pointed_at(
    admin: Person, body: dict[str, object], pointer: str
) -> None:
    url = admin.url("touchpoints")
    answer = await admin.client.post(url, json=body)
    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json()["errors"]]


async def test_the_list_is_filtered_by_channel_and_searched(admin: Person) -> None:
    channels = await _channel_ids(admin)
    await admin.make("touchpoints", name="Opens the newsletter", channel_id=channels["newsletter"])
    await admin.make("touchpoints", name="Reads a review", channel_id=channels["review_site"])
    await admin.make("touchpoints", name="Pays", description="With the card in the newsletter")
    url = admin.url("touchpoints")

    async def names(**params: str) -> list[str]:
        answer = await admin.client.get(url, params=params)
        assert answer.status_code == 200, answer.text
        return [item["name"] for item in answer.json()["items"]]

    assert await names() == ["Opens the newsletter", "Pays", "Reads a review"]
    assert await names(channel_id=channels["review_site"]) == ["Reads a review"]
    assert await names(q="NEWSLETTER") == ["Opens the newsletter", "Pays"]
    assert await names(q="reads-a") == ["Reads a review"]
    assert await names(q="news", channel_id=channels["newsletter"]) == ["Opens the newsletter"]


async def test_what_is_on_a_map_stays_and_the_answer_says_on_which(
    admin: Person,
) -> None:
    journey = await a_journey(admin, {"Awareness": {"Sees a post": ["post"]}})
    url = f"/api/v1/touchpoints/{journey.touchpoints['post']}"
    refused = await admin.client.delete(url, headers={"If-Match": '"1"'})
    assert refused.status_code == 409
    assert refused.json()["code"] == "touchpoint_in_use"
    use = {"kind": "map", "id": journey.id, "title": "Buying a sofa"}
    assert refused.json()["used_by"] == [use]
    assert (await admin.client.get(url)).status_code == 200


async def test_what_is_on_no_map_is_deleted(admin: Person) -> None:
    made = await admin.make("touchpoints", name="Checkout")
    url = f"/api/v1/touchpoints/{made['id']}"
    assert (await admin.client.delete(url, headers={"If-Match": '"2"'})).status_code == 412
    assert (await admin.client.delete(url, headers={"If-Match": '"1"'})).status_code == 204
    assert (await admin.client.get(url)).json()["code"] == "touchpoint_not_found"
