"""Findings across a workspace: narrowed down, thing by thing, and how good its maps are."""

from datetime import timedelta
from typing import Any

import pytest
from waymark.kit.clock import utcnow

from tests.factories.events import a_touchpoint
from tests.factories.findings import findings, keys
from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person


async def _things(person: Person, **query: Any) -> list[dict[str, Any]]:
    answer = await person.client.get(person.url("finding-subjects"), params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_findings_are_narrowed_down_to_a_topic_a_kind_an_owner_and_words(
    admin: Person,
) -> None:
    document = await a_map(admin)
    touchpoint = await a_touchpoint(admin, "social_ad")
    path = f"workspaces/{admin.workspace_id}"
    lonely = f"TCH001.touchpoint.{touchpoint}"
    assert await keys(admin, path, subject_kind="touchpoint") == {lonely}
    personas = await findings(admin, path, topic="personas")
    assert {one["topic"] for one in personas["items"]} <= {"personas"}
    said = next(one for one in (await findings(admin, path))["items"] if one["key"] == lonely)
    first, *_, last = said["message"].split()
    assert lonely in await keys(admin, path, search=f"{last.upper()} {first}")
    assert lonely in await keys(admin, path, search="tch001")
    assert await keys(admin, path, search=f"{first} giraffe") == set()
    owned = await findings(admin, path, owner_id=admin.id)
    assert {one["subject"]["id"] for one in owned["items"]} == {document["id"]}
    await change(admin, document, {"op": "map.set", "set": {"owner_id": None}})
    assert await keys(admin, path, owner_id=admin.id) == set()


async def test_stale_maps_come_first_then_the_worst_and_each_thing_once(admin: Person) -> None:
    bad, stale = await a_map(admin), await a_map(admin)
    touchpoint = await a_touchpoint(admin, "social_ad")
    long_ago = (utcnow() - timedelta(days=200)).date().isoformat()
    await change(admin, stale, {"op": "map.set", "set": {"title": "Old", "reviewed_on": long_ago}})
    # Two stages of one name contradict each other: an error.
    await change(admin, bad, {"op": "stage.add", "item": {"title": "Awareness"}})

    things = await _things(admin)
    assert [one["subject"]["id"] for one in things] == [stale["id"], bad["id"], touchpoint]
    assert [one["stale"] for one in things] == [True, False, False]
    assert things[0]["reviewed_on"] == long_ago
    assert things[1]["counts"]["error"] > 0

    everything = await findings(admin, f"workspaces/{admin.workspace_id}")
    for name, count in everything["counts"].items():
        assert sum(one["counts"][name] for one in things) == count
    only = await _things(admin, severity="error")
    assert [one["subject"]["id"] for one in only] == [bad["id"]]
    assert only[0]["counts"]["warning"] == 0

    fixed = await admin.client.post(
        f"/api/v1/maps/{stale['id']}/findings/MAP004.map.{stale['id']}.stale/fix",
        json={"apply": True},
    )
    assert fixed.status_code == 200, fixed.text
    assert (await _things(admin))[0]["subject"]["id"] == bad["id"]


async def test_things_are_paged_without_losing_or_repeating_any(admin: Person) -> None:
    for number in range(5):
        await a_touchpoint(admin, f"touchpoint_{number}")
    whole = [one["subject"]["id"] for one in await _things(admin)]
    read: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        params = {"limit": 2, **cursor}
        page = (await admin.client.get(admin.url("finding-subjects"), params=params)).json()
        read += [one["subject"]["id"] for one in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert read == whole
    assert len(read) == 5


async def test_a_dismissed_finding_is_listed_apart(admin: Person) -> None:
    touchpoint = await a_touchpoint(admin, "social_ad")
    body = {
        "subject_kind": "touchpoint",
        "subject_id": touchpoint,
        "key": f"TCH001.touchpoint.{touchpoint}",
    }
    assert (await admin.client.post(admin.url("dismissals"), json=body)).status_code == 201
    assert await _things(admin, state="open") == []
    (dismissed,) = await _things(admin, state="dismissed")
    assert dismissed["counts"] == {"error": 0, "warning": 0, "advice": 0, "dismissed": 1}


@pytest.mark.parametrize("name", ["findings", "finding-subjects"])
async def test_one_thing_can_be_asked_for(admin: Person, name: str) -> None:
    await a_map(admin)
    touchpoint = await a_touchpoint(admin, "social_ad")
    answer = await admin.client.get(admin.url(name), params={"subject_id": touchpoint})
    assert [one["subject"]["id"] for one in answer.json()["items"]] == [touchpoint]


async def test_the_scores_are_those_of_the_maps(admin: Person) -> None:
    for _ in range(3):
        await a_map(admin)
    scores: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while len(scores) < 3:
        params = {"limit": 2, **cursor}
        page = (await admin.client.get(admin.url("map-scores"), params=params)).json()
        scores += page["items"]
        cursor = {"cursor": page["next"]}
    assert page["next"] is None
    for one in scores:
        quality = (await admin.client.get(f"/api/v1/maps/{one['map_id']}/quality")).json()
        assert (one["score"], one["map_revision"]) == (quality["score"], quality["map_revision"])
        assert one["counts"] == (await findings(admin, f"maps/{one['map_id']}"))["counts"]
    now = await read_map(admin, scores[0]["map_id"])
    assert now["revision"] == scores[0]["map_revision"]
