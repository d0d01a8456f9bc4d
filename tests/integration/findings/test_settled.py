"""What a workspace settles about rules, and what it puts away."""

from typing import Any

from httpx import Response

from tests.factories.findings import findings, keys, rules_of
from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person


async def _settle(admin: Person, rules: dict[str, Any]) -> Response:
    url = admin.url("finding-settings")
    current = await admin.client.get(url)
    assert current.status_code == 200, current.text
    return await admin.client.patch(
        url, json={"rules": rules}, headers={"If-Match": current.headers["etag"]}
    )


async def test_a_rule_can_be_switched_off_and_on_again(admin: Person) -> None:
    document = await a_map(admin)
    path = f"maps/{document['id']}"
    assert "MAP002" in await rules_of(admin, path)
    assert (await _settle(admin, {"MAP002": {"enabled": False}})).status_code == 200
    assert "MAP002" not in await rules_of(admin, path)
    back = await _settle(admin, {"MAP002": None})
    assert not next(one for one in back.json()["rules"] if one["rule_id"] == "MAP002")["changed"]
    assert "MAP002" in await rules_of(admin, path)


async def test_severity_and_thresholds_are_the_workspaces_own(admin: Person) -> None:
    document = await a_map(admin)
    await change(admin, document, {"op": "map.set", "set": {"reviewed_on": "2026-01-01"}})
    path = f"maps/{document['id']}"
    stale = f"MAP004.map.{document['id']}.stale"
    assert stale in await keys(admin, path)
    settled = await _settle(
        admin,
        {"MAP004": {"parameters": {"days": 730}}, "MAP002": {"severity": "error"}},
    )
    assert settled.status_code == 200, settled.text
    report = await findings(admin, path)
    assert stale not in {one["key"] for one in report["items"]}
    assert report["items"][0]["rule_id"] == "MAP002"
    assert report["counts"]["error"] == 1


async def test_settings_that_do_not_fit_are_refused_with_a_pointer(admin: Person) -> None:
    for rules, pointer, code in (
        ({"MAP004": {"parameters": {"days": 5}}}, "/rules/MAP004/parameters/days", "out_of_range"),
        (
            {"MAP004": {"parameters": {"days": 7.5}}},
            "/rules/MAP004/parameters/days",
            "out_of_range",
        ),
        ({"MAP004": {"parameters": {"x": 5}}}, "/rules/MAP004/parameters/x", "unknown_threshold"),
        ({"XYZ999": {"enabled": False}}, "/rules/XYZ999", "unknown_rule"),
    ):
        answer = await _settle(admin, rules)
        assert answer.status_code == 422
        error = answer.json()["errors"][0]
        assert (error["pointer"], error["code"]) == (pointer, code)


async def test_settings_have_a_version(admin: Person) -> None:
    url, body = admin.url("finding-settings"), {"rules": {"MAP002": {"enabled": False}}}
    assert (await admin.client.patch(url, json=body)).status_code == 428
    first = await admin.client.patch(url, json=body, headers={"If-Match": '"1"'})
    assert (first.status_code, first.headers["etag"]) == (200, '"2"')
    assert (
        await admin.client.patch(url, json=body, headers={"If-Match": '"1"'})
    ).status_code == 412


async def _dismiss(admin: Person, document: dict[str, Any], key: str) -> Response:
    body = {"subject_kind": "map", "subject_id": document["id"], "key": key, "reason": "Known."}
    return await admin.client.post(admin.url("dismissals"), json=body)


async def test_a_dismissed_finding_stays_away_until_it_is_reopened(admin: Person) -> None:
    document = await a_map(admin)
    path, key = f"maps/{document['id']}", f"MAP002.map.{document['id']}"
    made = await _dismiss(admin, document, key)
    assert made.status_code == 201, made.text
    assert key not in await keys(admin, path, state="open")
    (put_away,) = (await findings(admin, path, state="dismissed"))["items"]
    assert put_away["key"] == key
    assert put_away["dismissal"]["reason"] == "Known."
    assert put_away["dismissal"]["actor_name"] == "Elena Kovač"
    assert (await findings(admin, path))["counts"]["dismissed"] == 1
    gone = await admin.client.delete(admin.url(f"dismissals/{made.json()['id']}"))
    assert gone.status_code == 204
    assert key in await keys(admin, path, state="open")


async def test_it_comes_back_by_itself_when_what_it_points_at_changes(admin: Person) -> None:
    document = await a_map(admin)
    stage = document["stages"][0]
    path, key = f"maps/{document['id']}", f"STG002.stage.{stage['id']}"
    assert (await _dismiss(admin, document, key)).status_code == 201
    moved = {"op": "stage.set", "id": stage["id"], "set": {"color": "rose"}}
    await change(admin, document, moved)
    assert key not in await keys(admin, path, state="open")
    now = await read_map(admin, document["id"])
    renamed = {"op": "stage.set", "id": stage["id"], "set": {"title": "Interest"}}
    await change(admin, now, renamed)
    assert key in await keys(admin, path, state="open")
    assert (await _dismiss(admin, document, key)).status_code == 201
    assert key not in await keys(admin, path, state="open")


async def test_what_is_not_there_cannot_be_dismissed(admin: Person, stranger: Person) -> None:
    document = await a_map(admin)
    answer = await _dismiss(admin, document, f"MAP008.map.{document['id']}")
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_finding")
    theirs = await a_map(stranger)
    answer = await _dismiss(admin, theirs, f"MAP002.map.{theirs['id']}")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/subject_id")
