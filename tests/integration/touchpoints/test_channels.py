"""Channels: preloaded, then the workspace's own."""

from waymark.touchpoints.presets import PRESETS

from tests.factories.people import Person


async def test_a_new_workspace_has_the_usual_channels(admin: Person) -> None:
    page = (await admin.client.get(admin.url("channels"), params={"limit": 200})).json()
    assert page["next"] is None
    assert {item["key"] for item in page["items"]} == {preset.key for preset in PRESETS}
    email = next(item for item in page["items"] if item["key"] == "email")
    assert (email["name"], email["group"], email["icon"]) == ("E-mail", "email", "mail")
    names = [item["name"].lower() for item in page["items"]]
    assert names == sorted(names)


def test_the_presets_cover_every_group_once_each_key() -> None:
    assert len({preset.key for preset in PRESETS}) == len(PRESETS) == 39
    assert {preset.group for preset in PRESETS} == {
        *("social_media", "website", "app", "search", "paid_ads", "local_listings"),
        *("reviews", "email", "phone", "chat", "physical", "events", "people"),
    }


async def test_a_channel_is_added_changed_and_removed(admin: Person) -> None:
    made = await admin.client.post(
        admin.url("channels"), json={"name": "Pod cast", "group": "social_media"}
    )
    assert made.status_code == 201
    podcast = made.json()
    assert podcast["key"] == "pod_cast"
    url = made.headers["location"]
    assert (await admin.client.get(url)).json() == podcast
    changed = await admin.client.patch(
        url, json={"icon": "podcast", "group": "paid_ads"}, headers={"If-Match": '"1"'}
    )
    assert changed.headers["etag"] == '"2"'
    assert changed.json()["name"] == "Pod cast"
    assert (changed.json()["icon"], changed.json()["group"]) == ("podcast", "paid_ads")
    found = await admin.client.get(
        admin.url("channels"), params={"group": "paid_ads", "limit": 200}
    )
    assert "Pod cast" in [item["name"] for item in found.json()["items"]]
    assert {item["group"] for item in found.json()["items"]} == {"paid_ads"}
    gone = await admin.client.delete(url, headers={"If-Match": '"2"'})
    assert gone.status_code == 204
    assert (await admin.client.get(url)).json()["code"] == "channel_not_found"


async def test_a_key_is_unique(admin: Person) -> None:
    body = {"name": "Mail", "key": "email", "group": "email"}
    refused = await admin.client.post(admin.url("channels"), json=body)
    assert refused.status_code == 409
    assert refused.json()["code"] == "channel_key_taken"
    made = await admin.client.post(admin.url("channels"), json={"name": "Email", "group": "email"})
    assert made.json()["key"] == "email-2"
    refused = await admin.client.patch(
        made.headers["location"], json={"key": "email"}, headers={"If-Match": '"1"'}
    )
    assert refused.status_code == 409


async def test_a_channel_in_use_stays_and_the_answer_says_where_it_is_used(
    admin: Person,
) -> None:
    items = (await admin.client.get(admin.url("channels"))).json()["items"]
    channel = items[0]
    await admin.client.post(
        admin.url("touchpoints"),
        json={"name": "Reads a post", "channel_id": channel["id"]},
    )
    await admin.client.post(
        admin.url("personas"),
        json={"name": "Mara", "channels": [channel["id"]]},
    )
    url, headers = f"/api/v1/channels/{channel['id']}", {"If-Match": '"1"'}
    refused = await admin.client.delete(url, headers=headers)
    assert refused.status_code == 409
    problem = refused.json()
    assert problem["code"] == "channel_in_use"
    uses = {(use["kind"], use["title"]) for use in problem["used_by"]}
    assert uses == {("touchpoint", "Reads a post"), ("persona", "Mara")}
    for use in problem["used_by"]:
        path = f"/api/v1/{use['kind']}s/{use['id']}"
        assert (await admin.client.delete(path, headers=headers)).status_code == 204
    assert (await admin.client.delete(url, headers=headers)).status_code == 204


async def test_wrong_fields_are_pointed_at(admin: Person) -> None:
    for body, pointer in (
        ({"name": "x"}, "/group"),
        ({"name": "x", "group": "pigeons"}, "/group"),
        ({"name": "x", "group": "people", "icon": "<svg>"}, "/icon"),
    ):
        answer = await admin.client.post(admin.url("channels"), json=body)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == pointer
