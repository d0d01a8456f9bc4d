"""Following a map over a real connection: changes and findings, whoever made them."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from waymark.http.access import Role
from waymark.main import create_app
from waymark.settings import Settings

from tests.contract.live import LiveServer, serving
from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person, a_person
from tests.factories.processes import free_port, start_server

WITHIN_S = 10


@pytest.fixture
def live(settings: Settings) -> Iterator[LiveServer]:
    """Another process of the same installation, as far as the database can tell."""
    long = settings.model_copy(update={"stream_seconds": 60})
    with serving(create_app(long)) as server:
        yield server


class Stream:
    """What comes down one connection."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.aiter_lines()

    async def next(self, kind: str = "") -> dict[str, Any]:
        """The next event (of a kind): its data, and its id as `_id`."""
        async with asyncio.timeout(WITHIN_S):
            async for event in self._events():
                if not kind or event["_event"] == kind:
                    return event
        raise AssertionError("the stream has ended")

    async def ended(self) -> bool:
        """Read to the end."""
        async with asyncio.timeout(WITHIN_S):
            async for _ in self._lines:
                pass
        return True

    async def _events(self) -> AsyncIterator[dict[str, Any]]:
        fields: dict[str, str] = {}
        async for line in self._lines:
            if line:
                name, _, value = line.partition(": ")
                fields[name] = value
            elif "data" in fields:
                data = json.loads(fields["data"])
                yield {**data, "_event": fields["event"], "_id": fields["id"]}
                fields = {}
            else:
                fields = {}


@asynccontextmanager
async def _following(
    url: str, person: Person, map_id: str, **headers: str
) -> AsyncIterator[Stream]:
    path = f"{url}/api/v1/maps/{map_id}/stream"
    async with (
        AsyncClient(cookies=dict(person.client.cookies), timeout=20) as client,
        client.stream("GET", path, headers=headers) as response,
    ):
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Stream(response)


async def test_a_change_made_elsewhere_arrives_with_its_findings(
    admin: Person, live: LiveServer
) -> None:
    document = await a_map(admin)
    async with _following(live.url, admin, document["id"]) as stream:
        first = await stream.next()
        assert (first["_event"], first["first"]) == ("findings", True)
        assert first["map_revision"] == document["revision"]
        card = document["cards"][0]["id"]
        blank = {"op": "card.set", "id": card, "set": {"text": ""}}
        await change(admin, document, blank)
        told = await stream.next("change")
        assert told["operations"] == [blank]
        assert told["actor_name"] == "Elena Kovač"
        assert told["_id"] == str(document["revision"] + 1)
        found = await stream.next("findings")
        assert [one["key"] for one in found["added"]] == [f"LAN009.card.{card}"]
        assert found["removed"] == []
        now = await read_map(admin, document["id"])
        await change(admin, now, {"op": "card.set", "id": card, "set": {"text": "Saves"}})
        assert (await stream.next("findings"))["removed"] == [f"LAN009.card.{card}"]


async def test_with_the_last_event_id_nothing_is_missed(admin: Person, live: LiveServer) -> None:
    document = await a_map(admin)
    for goal in ("A sofa", "A green sofa"):
        now = await read_map(admin, document["id"])
        await change(admin, now, {"op": "map.set", "set": {"goal": goal}})
    last = {"Last-Event-ID": str(document["revision"])}
    async with _following(live.url, admin, document["id"], **last) as stream:
        told = [await stream.next("change"), await stream.next("change")]
        assert [one["operations"][0]["set"]["goal"] for one in told] == ["A sofa", "A green sofa"]
        assert (await stream.next())["first"]


async def test_an_id_that_the_map_never_had_means_reading_it_again(
    admin: Person, live: LiveServer
) -> None:
    document = await a_map(admin)
    async with _following(live.url, admin, document["id"], **{"Last-Event-ID": "99"}) as stream:
        assert (await stream.next())["_event"] == "reset"


async def test_a_deleted_map_is_told_and_ends_the_stream(admin: Person, live: LiveServer) -> None:
    document = await a_map(admin)
    async with _following(live.url, admin, document["id"]) as stream:
        await stream.next("findings")
        tag = {"If-Match": f'"{document["revision"]}"'}
        await admin.client.delete(f"/api/v1/maps/{document['id']}", headers=tag)
        assert (await stream.next())["_event"] == "gone"
        assert await stream.ended()


async def test_whoever_leaves_the_workspace_hears_no_more(
    app: FastAPI, admin: Person, live: LiveServer
) -> None:
    document = await a_map(admin)
    viewer = await a_person(app, "Mia", Role.VIEWER, admin.workspace_id)
    async with _following(live.url, viewer, document["id"]) as stream:
        await stream.next("findings")
        gone = await admin.client.delete(
            admin.url(f"members/{viewer.id}"), headers={"If-Match": '"1"'}
        )
        assert gone.status_code == 204, gone.text
        await change(admin, document, {"op": "map.set", "set": {"goal": "A secret"}})
        assert (await stream.next())["_event"] == "gone"


async def test_a_quiet_stream_ends_after_its_time_and_holds_nothing(
    admin: Person, live: LiveServer
) -> None:
    document = await a_map(admin)
    async with _following(live.url, admin, document["id"]) as stream:
        await stream.next()
        assert live.app.state.map_watch._watchers
    for _ in range(100):
        if not live.app.state.map_watch._watchers:
            break
        await asyncio.sleep(0.05)
    assert not live.app.state.map_watch._watchers
    answer = await admin.client.get(f"/api/v1/maps/{document['id']}/stream")
    assert answer.status_code == 200
    assert "event: findings" in answer.text


async def test_streams_are_bounded(
    admin: Person, live: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = await a_map(admin)
    monkeypatch.setattr("waymark.maps.watching.MAX_OF_ONE_CALLER", 1)
    async with _following(live.url, admin, document["id"]) as stream:
        await stream.next()
        cookies = dict(admin.client.cookies)
        async with AsyncClient(cookies=cookies) as client:
            answer = await client.get(f"{live.url}/api/v1/maps/{document['id']}/stream")
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) > 0


async def test_a_server_that_stops_lets_its_followers_go_at_once(
    admin: Person, settings: Settings
) -> None:
    document = await a_map(admin)
    long = settings.model_copy(update={"stream_seconds": 900})
    port = free_port()
    process = await asyncio.to_thread(start_server, long, port, worker=False)
    try:
        async with _following(f"http://127.0.0.1:{port}", admin, document["id"]) as stream:
            await stream.next()
            process.handle.terminate()
            assert await stream.ended()
        await asyncio.to_thread(process.handle.join, 5)
        assert process.handle.exitcode in (0, -15)
    finally:
        process.kill()


async def _settle(admin: Person) -> None:
    path = f"/api/v1/workspaces/{admin.workspace_id}/finding-settings"
    settings = (await admin.client.get(path)).json()
    off = {"rules": {"LAN006": {"enabled": False}}}
    headers = {"If-Match": f'"{settings["revision"]}"'}
    answer = await admin.client.patch(path, json=off, headers=headers)
    assert answer.status_code == 200, answer.text


async def _dismiss(admin: Person, document: dict[str, Any], key: str) -> None:
    body = {"subject_kind": "map", "subject_id": document["id"], "key": key, "reason": "Fine."}
    path = f"/api/v1/workspaces/{admin.workspace_id}/dismissals"
    answer = await admin.client.post(path, json=body)
    assert answer.status_code == 201, answer.text


async def test_what_a_map_is_judged_by_reaches_it_like_what_is_drawn(
    admin: Person, live: LiveServer
) -> None:
    """Settings and dismissals change no map, and yet are told to whoever follows it."""
    document = await a_map(admin)
    async with _following(live.url, admin, document["id"]) as stream:
        first = await stream.next("findings")
        keys = {one["key"] for one in first["added"]}
        lanes = {key for key in keys if key.startswith("LAN006")}
        goal = f"MAP001.map.{document['id']}.no_goal"
        assert lanes
        assert goal in keys

        await _settle(admin)
        assert set((await stream.next("findings"))["removed"]) == lanes

        await _dismiss(admin, document, goal)
        (dismissed,) = (await stream.next("findings"))["added"]
        assert (dismissed["key"], dismissed["state"]) == (goal, "dismissed")
