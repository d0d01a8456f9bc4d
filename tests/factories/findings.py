"""Findings as those who look at a map see them."""

from typing import Any

from fastapi import FastAPI
from waymark.findings.measuring import Measuring
from waymark.kit.clock import utcnow

from tests.factories.people import Person


async def findings(person: Person, path: str, **query: Any) -> dict[str, Any]:
    """The report at a path of the API."""
    answer = await person.client.get(f"/api/v1/{path}/findings", params={"limit": 200, **query})
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    return report


async def keys(person: Person, path: str, **query: Any) -> set[str]:
    """The keys of the findings there."""
    return {one["key"] for one in (await findings(person, path, **query))["items"]}


async def rules_of(person: Person, path: str, **query: Any) -> set[str]:
    """The rules that found something there."""
    return {one["rule_id"] for one in (await findings(person, path, **query))["items"]}


async def measure_all(app: FastAPI) -> None:
    """Do what the worker does until nothing has to be measured."""
    measuring = Measuring(app.state.database, app.state.map_cache)
    now = utcnow()
    while await measuring.measure_due(now):
        pass
