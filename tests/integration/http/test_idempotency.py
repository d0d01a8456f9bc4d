"""Sending a POST again, as clients do after a time-out."""

import asyncio

from fastapi import FastAPI
from waymark.http.access import Role

from tests.factories.people import Person, a_person

KEY = {"Idempotency-Key": "a key of the client's"}


def _path(person: Person) -> str:
    return person.url("personas")


async def _personas(person: Person) -> list[str]:
    listed = (await person.client.get(_path(person))).json()
    return [persona["name"] for persona in listed["items"]]


async def test_the_second_time_gives_the_first_answer_and_creates_nothing(
    admin: Person,
) -> None:
    first = await admin.client.post(_path(admin), json={"name": "Mara"}, headers=KEY)
    second = await admin.client.post(_path(admin), json={"name": "Mara"}, headers=KEY)
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.content == first.content
    assert second.headers["etag"] == first.headers["etag"]
    assert await _personas(admin) == ["Mara"]


async def test_another_body_under_the_same_key_is_refused(admin: Person) -> None:
    await admin.client.post(_path(admin), json={"name": "Mara"}, headers=KEY)
    other = await admin.client.post(_path(admin), json={"name": "Jon"}, headers=KEY)
    assert other.status_code == 422
    assert other.json()["code"] == "idempotency_key_reused"
    assert await _personas(admin) == ["Mara"]


async def test_a_refused_request_can_be_mended_under_its_key(admin: Person) -> None:
    refused = await admin.client.post(_path(admin), json={"name": ""}, headers=KEY)
    mended = await admin.client.post(_path(admin), json={"name": "Mara"}, headers=KEY)
    assert (refused.status_code, mended.status_code) == (422, 201)


async def test_keys_belong_to_their_sender(app: FastAPI, admin: Person) -> None:
    other = await a_person(app, "Jonas", Role.EDITOR, admin.workspace_id)
    await admin.client.post(_path(admin), json={"name": "Mara"}, headers=KEY)
    theirs = await other.client.post(_path(other), json={"name": "Jon"}, headers=KEY)
    assert theirs.status_code == 201
    assert await _personas(admin) == ["Jon", "Mara"]


async def test_twenty_at_once_create_one(admin: Person) -> None:
    sent = [admin.client.post(_path(admin), json={"name": "Mara"}, headers=KEY) for _ in range(20)]
    statuses = {answer.status_code for answer in await asyncio.gather(*sent)}
    assert statuses <= {201, 409}
    assert await _personas(admin) == ["Mara"]


async def test_a_key_that_is_too_long_is_refused(admin: Person) -> None:
    headers = {"Idempotency-Key": "k" * 201}
    answer = await admin.client.post(_path(admin), json={"name": "Mara"}, headers=headers)
    assert answer.status_code == 422
