"""Maps as files: what is exported, imported and exported again is the same."""

from typing import Any

from fastapi import FastAPI
from waymark.kit.ids import new_id

from tests.factories.events import a_touchpoint
from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person, a_person


async def _export(person: Person, map_id: str) -> dict[str, Any]:
    answer = await person.client.get(f"/api/v1/maps/{map_id}/file")
    assert answer.status_code == 200, answer.text
    file: dict[str, Any] = answer.json()
    return file


async def _a_rich_map(admin: Person) -> str:
    document = await a_map(admin)
    channel = next(one for one in await admin.items("channels") if one["key"] == "newsletter")
    touchpoint = await admin.make("touchpoints", name="Newsletter", channel_id=channel["id"])
    persona = await admin.make(
        "personas", name="Mara Lindqvist", share=62, channels=[channel["id"]], goals=["A sofa"]
    )
    step = document["steps"][0]["id"]
    answer = await change(
        admin,
        document,
        {
            "op": "map.set",
            "set": {
                "persona_ids": [persona["id"]],
                "goal": "A sofa",
                "reviewed_on": "2026-10-01",
                "goal_step_id": step,
                "constraints": ["Slots are the carrier’s"],
            },
        },
        {
            "op": "placement.add",
            "item": {
                "id": new_id(),
                "step_id": step,
                "touchpoint_id": touchpoint["id"],
                "moment_of_truth": True,
                "expected_satisfaction": 1.25,
            },
        },
        {
            "op": "emotion.add",
            "item": {
                "step_id": step,
                "persona_id": persona["id"],
                "score": -0.5,
                "label": "Unsure",
            },
        },
        {
            "op": "card.set",
            "id": document["cards"][0]["id"],
            "set": {
                "owner_id": admin.id,
                "evidence": [{"kind": "ticket", "text": "“Why?”", "count": 46}],
                "tags": ["delivery"],
                "metric": {"measure": "share_continued", "baseline": 0.5, "target": None},
            },
        },
    )
    assert answer.status_code == 201, answer.text
    return str(document["id"])


async def test_a_file_survives_the_way_there_and_back(admin: Person) -> None:
    file = await _export(admin, await _a_rich_map(admin))
    assert file["touchpoints"][0]["channel"] == "newsletter"
    assert file["map"]["personas"] == ["mara-lindqvist"]
    assert file["cards"][0]["owner"] == "Elena Kovač"
    made = await admin.client.post(admin.url("maps/file"), json=file)
    assert made.status_code == 201, made.text
    assert await _export(admin, made.json()["id"]) == file
    assert len(await admin.items("personas")) == 1


async def test_another_workspace_gets_what_it_lacks(admin: Person, app: FastAPI) -> None:
    file = await _export(admin, await _a_rich_map(admin))
    other = await a_person(app)
    made = await other.client.post(other.url("maps/file"), json=file)
    assert made.status_code == 201, made.text
    assert [one["name"] for one in await other.items("touchpoints")] == ["Newsletter"]
    assert await _export(other, made.json()["id"]) == file


async def test_an_owner_whom_nobody_knows_is_nobody(admin: Person) -> None:
    file = await _export(admin, await _a_rich_map(admin))
    file["cards"][0]["owner"] = "Somebody else"
    made = await admin.client.post(admin.url("maps/file"), json=file)
    document = await read_map(admin, made.json()["id"])
    assert document["cards"][0]["owner_id"] is None


async def test_a_file_that_contradicts_itself_leaves_nothing_behind(admin: Person) -> None:
    await a_touchpoint(admin, "known")
    file = await _export(admin, await _a_rich_map(admin))
    file["placements"][0]["touchpoint"] = "unheard-of"
    before = await admin.items("maps")
    answer = await admin.client.post(admin.url("maps/file"), json=file)
    assert answer.status_code == 422
    error = answer.json()["errors"][0]
    assert (error["pointer"], error["code"]) == ("/placements/0/touchpoint", "unknown_touchpoint")
    assert await admin.items("maps") == before
