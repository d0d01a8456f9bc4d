"""Personas, as the web app and integrators write and read them."""

import asyncio
from uuid import uuid4

import pytest

from tests.factories.people import Person

MARA = {
    "name": "Mara Lindqvist",
    "tagline": "Careful comparer",
    "share": 62,
    "goals": ["A sofa that fits the room", "No regrets about colour"],
    "sources": [{"kind": "interview", "text": "Eleven customers at home", "url": ""}],
}


async def test_a_name_is_enough_and_everything_else_is_there_and_empty(
    admin: Person,
) -> None:
    answer = await admin.client.post(admin.url("personas"), json={"name": "  Mara "})
    assert answer.status_code == 201
    assert answer.headers["etag"] == '"1"'
    mara = answer.json()
    assert mara["name"] == "Mara"
    assert mara["goals"] == mara["channels"] == mara["sources"] == []
    assert mara["share"] is None
    assert mara["quote"] == ""
    assert mara["abilities"] == {"edit": True, "delete": True}
    found = await admin.client.get(answer.headers["location"])
    assert found.json() == mara


async def test_everything_that_is_written_is_read_back(admin: Person) -> None:
    mara = await admin.make("personas", **MARA)
    found = (await admin.client.get(f"/api/v1/personas/{mara['id']}")).json()
    assert found == mara
    assert {name: mara[name] for name in MARA} == MARA


async def test_a_change_touches_only_what_was_sent(admin: Person) -> None:
    mara = await admin.make("personas", **MARA)
    url = f"/api/v1/personas/{mara['id']}"
    answer = await admin.client.patch(
        url,
        json={"quote": "Show me the green.", "share": None},
        headers={"If-Match": '"1"'},
    )
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    after = answer.json()
    assert after["quote"] == "Show me the green."
    assert after["share"] is None
    assert after["goals"] == MARA["goals"]


async def test_a_write_must_name_the_current_version(admin: Person) -> None:
    mara = await admin.make("personas", name="Mara")
    url = f"/api/v1/personas/{mara['id']}"
    for send in (
        lambda headers: admin.client.patch(url, json={"name": "M"}, headers=headers),
        lambda headers: admin.client.delete(url, headers=headers),
    ):
        assert (await send({})).status_code == 428
        stale = await send({"If-Match": '"7"'})
        assert stale.status_code == 412
        assert stale.json()["revision"] == 1
        assert (await send({"If-Match": "seven"})).status_code == 400
    assert (await admin.client.get(url)).json()["name"] == "Mara"


async def test_of_writes_at_the_same_time_one_wins_and_none_is_lost(
    admin: Person,
) -> None:
    mara = await admin.make("personas", name="Mara")
    url, headers = f"/api/v1/personas/{mara['id']}", {"If-Match": '"1"'}
    answers = await asyncio.gather(
        *(admin.client.patch(url, json={"quote": f"quote {n}"}, headers=headers) for n in range(4))
    )
    won = [answer.json() for answer in answers if answer.status_code == 200]
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]
    assert (await admin.client.get(url)).json() == won[0]


async def test_a_persona_is_deleted(admin: Person) -> None:
    mara = await admin.make("personas", name="Mara")
    url = f"/api/v1/personas/{mara['id']}"
    assert (await admin.client.delete(url, headers={"If-Match": '"1"'})).status_code == 204
    gone = await admin.client.get(url)
    assert gone.status_code == 404
    assert gone.json()["code"] == "persona_not_found"


async def test_a_persona_on_a_map_stays_and_the_answer_says_on_which(
    admin: Person,
) -> None:
    mara = await admin.make("personas", name="Mara")
    url = admin.url("maps")
    made = await admin.client.post(url, json={"title": "Buying a sofa"})
    there = {"If-Match": made.headers["etag"]}
    map_url = f"/api/v1/maps/{made.json()['id']}"
    body = {"persona_ids": [mara["id"]]}
    drawn = await admin.client.patch(map_url, json=body, headers=there)
    assert drawn.status_code == 200
    url, headers = f"/api/v1/personas/{mara['id']}", {"If-Match": '"1"'}
    refused = await admin.client.delete(url, headers=headers)
    assert refused.status_code == 409
    assert refused.json()["code"] == "persona_in_use"
    use = {"kind": "map", "id": made.json()["id"], "title": "Buying a sofa"}
    assert refused.json()["used_by"] == [use]
    there = {"If-Match": drawn.headers["etag"]}
    await admin.client.patch(map_url, json={"persona_ids": []}, headers=there)
    assert (await admin.client.delete(url, headers=headers)).status_code == 204


async def test_preferred_channels_keep_their_order_and_must_exist(
    admin: Person, stranger: Person
) -> None:
    listed = await admin.client.get(admin.url("channels"))
    first, second, third = (item["id"] for item in listed.json()["items"][:3])
    mara = await admin.make("personas", name="Mara", channels=[second, first, second])
    assert mara["channels"] == [second, first]
    url = f"/api/v1/personas/{mara['id']}"
    answer = await admin.client.patch(
        url, json={"channels": [first, third, second]}, headers={"If-Match": '"1"'}
    )
    assert answer.json()["channels"] == [first, third, second]

    theirs = await stranger.client.get(stranger.url("channels"))
    foreign = theirs.json()["items"][0]["id"]
    refused = await admin.client.patch(
        url, json={"channels": [first, foreign]}, headers={"If-Match": '"2"'}
    )
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == "/channels/1"
    assert refused.json()["errors"][0]["code"] == "unknown_channel"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"),
        ({"name": " "}, "/name"),
        ({"name": "Mara\nLindqvist"}, "/name"),
        ({"name": "Mara", "share": 101}, "/share"),
        ({"name": "Mara", "quote": "x" * 4001}, "/quote"),
        ({"name": "Mara", "goals": ["ok", ""]}, "/goals/1"),
        ({"name": "Mara", "goals": ["x"] * 51}, "/goals"),
        ({"name": "Mara", "sources": [{"kind": "rumour"}]}, "/sources/0/kind"),
        (
            {
                "name": "Mara",
                "sources": [{"kind": "survey", "url": "javascript:alert(1)"}],
            },
            "/sources/0/url",
        ),
        ({"name": "Mara", "shoe_size": 38}, "/shoe_size"),
        ({"name": "Mara", "id": "not-an-id"}, "/id"),
    ],
)
async def test_what_is_wrong_is_pointed_at(
    admin: Person, body: dict[str, object], pointer: str
) -> None:
    answer = await admin.client.post(admin.url("personas"), json=body)
    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json()["errors"]]


async def test_a_client_may_choose_the_id_but_not_twice(admin: Person) -> None:
    chosen = str(uuid4())
    mara = await admin.make("personas", name="Mara", id=chosen.upper())
    assert mara["id"] == chosen
    again = await admin.client.post(
        admin.url("personas"),
        json={"name": "Mara", "id": chosen},
    )
    assert again.status_code == 409
    assert again.json()["code"] == "duplicate_id"


async def test_a_repeated_creation_gives_the_same_persona(admin: Person) -> None:
    url = admin.url("personas")
    headers = {"Idempotency-Key": "once"}
    first = await admin.client.post(url, json={"name": "Mara"}, headers=headers)
    again = await admin.client.post(url, json={"name": "Mara"}, headers=headers)
    assert again.status_code == 201
    assert again.json() == first.json()
    assert again.headers["etag"] == first.headers["etag"]
    other = await admin.client.post(url, json={"name": "Jon"}, headers=headers)
    assert other.status_code == 422
    assert len((await admin.client.get(url)).json()["items"]) == 1


async def test_the_list_is_by_name_page_by_page(admin: Person) -> None:
    for name in ("beth", "Adam", "Carl", "adam", "Dora"):
        await admin.make("personas", name=name)
    url = admin.url("personas")
    names: list[str] = []
    query: dict[str, str] = {"limit": "2"}
    while True:
        page = (await admin.client.get(url, params=query)).json()
        names += [item["name"] for item in page["items"]]
        if page["next"] is None:
            break
        query["cursor"] = page["next"]
    assert [name.lower() for name in names] == ["adam", "adam", "beth", "carl", "dora"]
    assert set(names) == {"beth", "Adam", "Carl", "adam", "Dora"}


async def test_a_cursor_is_only_good_for_its_own_list(admin: Person) -> None:
    await admin.make("personas", name="Mara")
    await admin.make("personas", name="Jon")
    url = admin.url("personas")
    cursor = (await admin.client.get(url, params={"limit": "1"})).json()["next"]
    for params in (
        {"cursor": cursor, "q": "m"},
        {"cursor": cursor[:-2]},
        {"cursor": "é"},
    ):
        answer = await admin.client.get(url, params=params)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == "?cursor"


async def test_the_list_is_searched(admin: Person) -> None:
    await admin.make("personas", **MARA)
    await admin.make("personas", name="Jon", tagline="Saves 100%")
    url = admin.url("personas")

    async def found(text: str) -> list[str]:
        page = (await admin.client.get(url, params={"q": text})).json()
        return [item["name"] for item in page["items"]]

    assert await found("LIND") == ["Mara Lindqvist"]
    assert await found("comparer") == ["Mara Lindqvist"]
    assert await found("0%") == ["Jon"]
    assert await found("%") == ["Jon"]
    assert await found("nobody") == []
