"""What customers did, against what is drawn: with numbers, and silent where there are too few."""

from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from sqlalchemy import select, update
from waymark.findings.measuring import Measuring
from waymark.findings.models import Dismissal, FindingEvidence
from waymark.ingest.models import Source
from waymark.kit.clock import rfc3339, utcnow

from tests.factories.events import Sender, a_source, an_event, process_all
from tests.factories.findings import findings, keys, measure_all
from tests.factories.maps import Journey, a_journey, change, read_map
from tests.factories.people import Person


async def _journey(app: FastAPI, admin: Person) -> tuple[Journey, Sender]:
    journey = await a_journey(
        admin,
        {"Purchase": {"Fills the basket": ["basket"], "Pays": ["paid"], "Waits": ["tracking"]}},
    )
    return journey, await a_source(app, admin)


async def _walk(
    app: FastAPI,
    sender: Sender,
    start: int,
    customers: int,
    touchpoints: list[str],
    days_ago: int = 2,
    **more: Any,
) -> None:
    at = rfc3339(utcnow() - timedelta(days=days_ago))
    events = [
        an_event(touchpoint=touchpoint, customer=f"customer-{number}", occurred_at=at, **more)
        for number in range(start, start + customers)
        for touchpoint in touchpoints
    ]
    answer = await sender.post({"events": events})
    assert answer.status_code == 202, answer.text
    await process_all(app)


def _of(report: dict[str, Any], rule: str) -> list[dict[str, Any]]:
    return [one for one in report["items"] if one["rule_id"] == rule]


async def test_where_customers_stop_is_told_with_numbers(admin: Person, app: FastAPI) -> None:
    journey, sender = await _journey(app, admin)
    await _walk(app, sender, 0, 20, ["basket", "paid"])
    await _walk(app, sender, 100, 40, ["basket"])
    await measure_all(app)
    report = await findings(admin, f"maps/{journey.id}")
    (stop,) = _of(report, "EVD001")
    assert stop["place"]["id"] == journey.steps["Fills the basket"]
    assert stop["values"]["customers"] == 60
    assert stop["values"]["stopped"] == 40
    assert stop["message"] == "67\u00a0% of customers stop after “Fills the basket”"
    assert stop["detail"].startswith("40 of 60 customers, ")
    (score,) = (await admin.client.get(admin.url("map-scores"))).json()["items"]
    measures = (await admin.client.get(f"/api/v1/maps/{journey.id}/measures")).json()
    assert score["conversion"] == measures["summary"]["conversion"] == 20 / 60


async def test_too_few_customers_say_nothing(admin: Person, app: FastAPI) -> None:
    journey, sender = await _journey(app, admin)
    await _walk(app, sender, 0, 5, ["basket", "paid"])
    await _walk(app, sender, 100, 44, ["basket"])
    await measure_all(app)
    assert not [one for one in await keys(admin, f"maps/{journey.id}") if one.startswith("EVD")]


async def test_a_touchpoint_that_nobody_uses_any_more(admin: Person, app: FastAPI) -> None:
    journey, sender = await _journey(app, admin)
    await _walk(app, sender, 0, 1, ["tracking"], days_ago=45)
    await _walk(app, sender, 0, 60, ["basket", "paid"])
    await measure_all(app)
    report = await findings(admin, f"maps/{journey.id}")
    (unused,) = _of(report, "EVD003")
    assert unused["values"]["touchpoint"] == "tracking"
    assert unused["fix"]["label"] == "Take it off the map"


async def test_the_drawn_mood_is_compared_with_the_answers_and_mended(
    admin: Person, app: FastAPI
) -> None:
    journey, sender = await _journey(app, admin)
    document = await read_map(admin, journey.id)
    step = journey.steps["Pays"]
    await change(admin, document, {"op": "emotion.add", "item": {"step_id": step, "score": 1.6}})
    score = {"score": {"value": 2, "scale": "csat5"}}
    await _walk(app, sender, 0, 60, ["paid"], **score)
    await measure_all(app)
    report = await findings(admin, f"maps/{journey.id}")
    (mood,) = _of(report, "EVD002")
    assert mood["values"]["answers"] == 60
    assert mood["values"]["drawn"] == 1.6
    assert mood["values"]["measured"] == -1
    await admin.client.post(
        f"/api/v1/maps/{journey.id}/findings/{mood['key']}/fix", json={"apply": True}
    )
    (emotion,) = (await read_map(admin, journey.id))["emotions"]
    assert emotion["score"] == -1
    assert not _of(await findings(admin, f"maps/{journey.id}"), "EVD002")


async def test_a_source_that_fell_silent_is_told_on_the_map_it_feeds(
    admin: Person, app: FastAPI
) -> None:
    journey, sender = await _journey(app, admin)
    await _walk(app, sender, 0, 3, ["basket"], days_ago=10)
    async with app.state.database.writing() as session:
        await session.execute(update(Source).values(last_event_at=utcnow() - timedelta(days=10)))
    await measure_all(app)
    report = await findings(admin, f"maps/{journey.id}")
    (silent,) = _of(report, "EVD010")
    assert silent["subject"]["kind"] == "source"
    assert silent["values"]["days"] == 10
    assert silent["key"] in await keys(admin, f"workspaces/{admin.workspace_id}")


async def test_what_ends_up_in_quarantine_is_told(admin: Person, app: FastAPI) -> None:
    sender = await a_source(app, admin)
    await sender.post({"events": [an_event(touchpoint="unheard_of") for _ in range(3)]})
    await process_all(app)
    report = await findings(admin, f"workspaces/{admin.workspace_id}")
    (quarantined,) = _of(report, "EVD010")
    assert quarantined["values"]["share"] == 1


async def test_a_segment_of_nobody_is_told(admin: Person, app: FastAPI) -> None:
    sender = await a_source(app, admin)
    for number in range(60):
        traits = {"plan": "premium" if number < 20 else "basic", "seats": 3}
        said = {"type": "identify", "customer": f"customer-{number}", "traits": traits}
        await sender.post(said)
    await process_all(app)
    made = {}
    for name, trait, values in (
        ("Nobody", "plan", ["gold"]),
        ("Everybody", "seats", ["3"]),
        ("Some", "plan", ["premium"]),
    ):
        segment = [{"trait": trait, "values": values}]
        made[name] = (await admin.make("personas", name=name, segment=segment))["id"]
    await measure_all(app)
    found = {
        name: _of(await findings(admin, f"personas/{persona_id}"), "EVD007")
        for name, persona_id in made.items()
    }
    assert found["Some"] == []
    (nobody,), (everybody,) = found["Nobody"], found["Everybody"]
    assert nobody["key"].endswith(".nobody")
    assert nobody["values"]["customers"] == 60
    assert everybody["values"]["matched"] == 60


async def test_evidence_is_taken_anew_after_a_change_and_forgotten_with_the_map(
    admin: Person, app: FastAPI
) -> None:
    journey, _ = await _journey(app, admin)
    await measure_all(app)
    measuring = Measuring(app.state.database, app.state.map_cache)
    assert await measuring.measure_due(utcnow()) is False
    document = await read_map(admin, journey.id)
    await change(admin, document, {"op": "map.set", "set": {"goal": "A sofa"}})
    assert await measuring.measure_due(utcnow()) is True
    body = {
        "subject_kind": "map",
        "subject_id": journey.id,
        "key": f"MAP002.map.{journey.id}",
        "reason": "",
    }
    assert (await admin.client.post(admin.url("dismissals"), json=body)).status_code == 201
    now = await read_map(admin, journey.id)
    tag = {"If-Match": f'"{now["revision"]}"'}
    await admin.client.delete(f"/api/v1/maps/{journey.id}", headers=tag)
    await measuring.tidy()
    async with app.state.database.reading() as session:
        assert (await session.scalars(select(FindingEvidence))).all() == []
        assert (await session.scalars(select(Dismissal))).all() == []
