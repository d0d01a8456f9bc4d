"""Drafts are checked like what is stored, and never stored."""

from typing import Any

from tests.factories.maps import a_map
from tests.factories.people import Person


async def _validate(person: Person, kind: str, body: Any, **query: str) -> dict[str, Any]:
    answer = await person.client.post(f"/api/v1/validate/{kind}", json=body, params=query)
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    return report


def _rules(report: dict[str, Any]) -> set[str]:
    return {one["rule_id"] for one in report["items"]}


async def test_the_smallest_draft_of_a_map_is_told_what_it_lacks(admin: Person) -> None:
    draft = {"format": "waymark-map", "version": 1, "map": {"title": "Buying a sofa"}}
    report = await _validate(admin, "map", draft)
    assert {"MAP001", "MAP002", "MAP008"} <= _rules(report)
    assert await admin.items("maps") == []


async def test_an_exported_map_is_judged_as_the_stored_one(admin: Person) -> None:
    document = await a_map(admin)
    file = (await admin.client.get(f"/api/v1/maps/{document['id']}/file")).json()
    stored = (
        await admin.client.get(f"/api/v1/maps/{document['id']}/findings", params={"limit": 200})
    ).json()
    assert _rules(await _validate(admin, "map", file)) == _rules(stored)


async def test_a_draft_that_contradicts_itself_is_refused_with_a_pointer(admin: Person) -> None:
    draft: dict[str, Any] = {
        "format": "waymark-map",
        "version": 1,
        "map": {"title": "Buying a sofa", "personas": ["mara"]},
    }
    answer = await admin.client.post("/api/v1/validate/map", json=draft)
    assert answer.status_code == 422
    error = answer.json()["errors"][0]
    assert (error["pointer"], error["code"]) == ("/map/personas/0", "unknown_persona")
    draft["map"]["personas"] = []
    missing = "01972f0e-8b7a-7c3e-9d41-5a6b7c8d9e0f"
    draft["steps"] = [{"stage_id": missing, "title": "Pays"}]
    answer = await admin.client.post("/api/v1/validate/map", json=draft)
    error = answer.json()["errors"][0]
    assert (error["pointer"], error["code"]) == ("/steps/0/stage_id", "unknown_stage")


async def test_a_draft_is_compared_with_the_workspace_it_is_for(
    admin: Person, stranger: Person
) -> None:
    await admin.make("touchpoints", name="Social ad", key="social-ad")
    draft = {"name": "social ad"}
    assert _rules(await _validate(admin, "touchpoint", draft)) == {"TCH001"}
    beside = await _validate(admin, "touchpoint", draft, workspace_id=admin.workspace_id)
    assert _rules(beside) == {"TCH001", "TCH006"}
    hidden = await stranger.client.post(
        "/api/v1/validate/touchpoint", json=draft, params={"workspace_id": admin.workspace_id}
    )
    assert hidden.status_code == 404


async def test_a_draft_of_a_persona_is_told_what_is_missing(admin: Person) -> None:
    report = await _validate(admin, "persona", {"name": "Mara", "age": "34"})
    fields = {one["place"]["field"] for one in report["items"]}
    assert "goals" in fields
    assert "age" not in fields
