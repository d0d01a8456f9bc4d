"""Mending: shown, applied, undone, and no longer needed."""

from typing import Any

from httpx import Response
from waymark.kit.ids import new_id

from tests.factories.findings import keys
from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person


async def _fix(person: Person, map_id: str, key: str, apply: bool) -> Response:
    return await person.client.post(
        f"/api/v1/maps/{map_id}/findings/{key}/fix", json={"apply": apply}
    )


async def _with_a_pain_point(admin: Person) -> tuple[dict[str, Any], str]:
    document = await a_map(admin)
    lane, card = new_id(), new_id()
    await change(
        admin,
        document,
        {"op": "lane.add", "item": {"id": lane, "kind": "pain_points", "title": "Pain points"}},
        {
            "op": "card.add",
            "item": {
                "id": card,
                "step_id": document["steps"][0]["id"],
                "lane_id": lane,
                "text": "Delivery cost is shown last",
            },
        },
    )
    return await read_map(admin, document["id"]), f"LAN003.card.{card}"


async def test_a_fix_is_shown_first_then_applied_and_can_be_undone(admin: Person) -> None:
    document, key = await _with_a_pain_point(admin)
    shown = await _fix(admin, document["id"], key, apply=False)
    assert shown.status_code == 200, shown.text
    assert [one["op"] for one in shown.json()["operations"]] == ["lane.add", "card.add"]
    assert shown.json()["change"] is None
    assert await read_map(admin, document["id"]) == document
    done = (await _fix(admin, document["id"], key, apply=True)).json()
    assert done["applied"]
    assert done["change"]["revision"] == done["map_revision"] == document["revision"] + 1
    assert key not in await keys(admin, f"maps/{document['id']}")
    now = await read_map(admin, document["id"])
    idea = next(one for one in now["cards"] if "What would take" in one["text"])
    assert idea["status"] == "idea"
    await change(admin, now, *done["change"]["inverse"])
    assert key in await keys(admin, f"maps/{document['id']}")


async def test_a_fix_that_no_longer_applies_says_so_and_changes_nothing(admin: Person) -> None:
    document, key = await _with_a_pain_point(admin)
    await _fix(admin, document["id"], key, apply=True)
    now = await read_map(admin, document["id"])
    again = await _fix(admin, document["id"], key, apply=True)
    assert (again.status_code, again.json()["code"]) == (409, "fix_no_longer_applies")
    assert await read_map(admin, document["id"]) == now


async def test_where_it_takes_a_person_there_is_no_fix(admin: Person) -> None:
    document = await a_map(admin)
    key = f"MAP001.map.{document['id']}.no_goal"
    answer = await _fix(admin, document["id"], key, apply=True)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_fix")


async def test_a_finding_of_another_map_is_not_found(admin: Person) -> None:
    document, other = await a_map(admin), await a_map(admin)
    answer = await _fix(admin, document["id"], f"MAP004.map.{other['id']}.no_owner", apply=True)
    assert (answer.status_code, answer.json()["code"]) == (404, "finding_not_found")
