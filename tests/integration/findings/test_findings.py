"""What there is to say of a map, a persona, a touchpoint and a workspace."""

from typing import Any

import pytest
from fastapi import FastAPI
from waymark.findings.catalogue import REGISTRY
from waymark.findings.model import Rule, Severity, Subject, Topic, Unit
from waymark.kit.ids import new_id

from tests.factories.events import a_touchpoint
from tests.factories.findings import findings, keys, rules_of
from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person


async def test_a_new_map_is_told_what_it_lacks(admin: Person) -> None:
    made = await admin.make("maps", title="Buying a sofa")
    report = await findings(admin, f"maps/{made['id']}")
    assert {"MAP001", "MAP002", "MAP008"} <= {one["rule_id"] for one in report["items"]}
    assert report["subject_revision"] == made["revision"]
    assert report["counts"]["warning"] >= 3
    assert sum(group["count"] for group in report["groups"]) == len(report["items"])
    severities = [one["severity"] for one in report["items"]]
    assert severities == sorted(severities, key=["error", "warning", "advice"].index)
    goal = next(one for one in report["items"] if one["rule_id"] == "MAP001")
    assert goal["message"] == "“Buying a sofa” has no goal"
    assert goal["place"] == {
        "kind": "map",
        "id": made["id"],
        "field": "goal",
        "stage_id": None,
        "step_id": None,
    }


async def test_a_change_is_seen_at_once_and_so_is_its_undoing(admin: Person) -> None:
    document = await a_map(admin)
    path = f"maps/{document['id']}"
    before = await keys(admin, path)
    card = document["cards"][0]
    emptied = await change(
        admin, document, {"op": "card.set", "id": card["id"], "set": {"text": ""}}
    )
    blank = f"LAN009.card.{card['id']}"
    assert await keys(admin, path) - before == {blank}
    now = await read_map(admin, document["id"])
    await change(admin, now, *emptied.json()["inverse"])
    assert await keys(admin, path) == before


async def test_what_is_on_a_map_is_told_with_it_and_once_in_the_workspace(
    admin: Person,
) -> None:
    document = await a_map(admin)
    placed, spare = await a_touchpoint(admin, "placed"), await a_touchpoint(admin, "spare")
    persona = (await admin.make("personas", name="Mara"))["id"]
    await change(
        admin,
        document,
        {
            "op": "placement.add",
            "item": {"step_id": document["steps"][0]["id"], "touchpoint_id": placed},
        },
        {"op": "map.set", "set": {"persona_ids": [persona]}},
    )
    on_the_map = await keys(admin, f"maps/{document['id']}")
    assert f"TCH001.touchpoint.{placed}" in on_the_map
    assert f"TCH001.touchpoint.{spare}" not in on_the_map
    assert f"PER003.persona.{persona}.goals" in on_the_map
    everything = (await findings(admin, f"workspaces/{admin.workspace_id}"))["items"]
    names = [(one["subject"]["id"], one["key"]) for one in everything]
    assert len(set(names)) == len(names)
    assert on_the_map <= {key for _, key in names}
    assert (spare, f"TCH001.touchpoint.{spare}") in names


async def test_a_touchpoint_and_a_persona_are_told_alone(admin: Person) -> None:
    touchpoint = await a_touchpoint(admin, "social_ad")
    twin = (await admin.make("touchpoints", name="Social-Ad", key="twin"))["id"]
    assert await rules_of(admin, f"touchpoints/{touchpoint}") == {"TCH001", "TCH006"}
    assert f"TCH006.touchpoint.{twin}" in await keys(admin, f"touchpoints/{twin}")
    persona = (await admin.make("personas", name="Mara", goals=["A sofa"]))["id"]
    found = await keys(admin, f"personas/{persona}")
    assert f"PER003.persona.{persona}.reason" in found
    assert f"PER003.persona.{persona}.goals" not in found
    assert f"PER006.persona.{persona}" in found


async def test_lists_are_filtered_and_paged(admin: Person) -> None:
    document = await a_map(admin)
    path = f"workspaces/{admin.workspace_id}"
    everything = (await findings(admin, path))["items"]
    read: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        page = await findings(admin, path, **cursor | {"limit": 2})
        read += [one["key"] for one in page["items"]]
        assert page["counts"]["warning"] > 0
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert read == [one["key"] for one in everything]
    only = await findings(admin, path, severity="warning", subject_id=document["id"])
    assert {one["severity"] for one in only["items"]} == {"warning"}
    assert {one["subject"]["id"] for one in only["items"]} == {document["id"]}
    assert await rules_of(admin, path, rule="MAP002") == {"MAP002"}
    assert await keys(admin, path, state="dismissed") == set()
    unknown = await admin.client.get(admin.url("findings"), params={"rule": "XYZ999"})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_rule")


async def test_a_rule_that_raises_is_told_and_hides_no_other(
    admin: Person, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = await a_map(admin)
    before = await keys(admin, f"maps/{document['id']}")

    def broken(view: Any, unit: Any, given: Any) -> Any:
        raise ZeroDivisionError("a rule of ours is wrong")

    wrong = Rule(
        "MAP999",
        Severity.ERROR,
        Topic.STRUCTURE,
        Subject.MAP,
        Unit.WHOLE,
        frozenset(),
        broken,
    )
    monkeypatch.setitem(REGISTRY._rules, "MAP999", wrong)
    app.state.findings.contexts._entries.clear()
    report = await findings(admin, f"maps/{document['id']}")
    assert [one["rule_id"] for one in report["failures"]] == ["MAP999"]
    assert {one["key"] for one in report["items"]} == before


async def test_every_rule_is_listed_in_words(admin: Person) -> None:
    answer = await admin.client.get("/api/v1/rules", headers={"Accept-Language": "pl, en;q=0.8"})
    rules = answer.json()["items"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in REGISTRY.all()]
    assert all(rule["title"] and rule["why"] for rule in rules)


async def test_an_empty_workspace_has_nothing_to_say(admin: Person) -> None:
    report = await findings(admin, f"workspaces/{admin.workspace_id}")
    assert report["items"] == []
    assert report["failures"] == []


async def test_thousands_of_findings_come_in_groups_and_pages(admin: Person) -> None:
    document = await a_map(admin)
    here = {"step_id": document["steps"][0]["id"], "lane_id": document["lanes"][0]["id"]}
    cards = [{"op": "card.add", "item": {"id": new_id(), **here}} for _ in range(3_000)]
    await change(admin, document, *cards)
    report = await findings(admin, f"maps/{document['id']}", limit=20)
    assert len(report["items"]) == 20
    assert report["next"]
    blank = next(group for group in report["groups"] if group["rule_id"] == "LAN009")
    assert blank["count"] == 3_000


async def test_a_rule_shows_what_it_finds_and_what_is_fine(admin: Person) -> None:
    answer = await admin.client.get("/api/v1/rules/LAN003/examples")
    shown = answer.json()
    assert shown["rule_id"] == "LAN003"
    assert shown["bad"] != shown["good"]
    unknown = await admin.client.get("/api/v1/rules/XYZ999/examples")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "rule_not_found")
