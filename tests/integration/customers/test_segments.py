"""Segments: how many customers are like a persona, and what they can be told apart by."""

import httpx
import pytest
from fastapi import FastAPI

from tests.factories.events import a_source, process_all
from tests.factories.people import Person


@pytest.fixture
async def known(app: FastAPI, admin: Person) -> None:
    """Twelve customers: of the plan premium or basic, two of them with an address of their own."""
    sender = await a_source(app, admin)
    for number in range(12):
        traits = {"plan": "premium" if number < 5 else "basic", "seats": 3}
        if number < 2:
            traits["email"] = f"customer-{number}@example.org"
        said = {"type": "identify", "customer": f"customer-{number}", "traits": traits}
        await sender.post(said)
    await process_all(app)


async def _segment(person: Person, persona_id: str) -> dict[str, object]:
    answer = await person.client.get(f"/api/v1/personas/{persona_id}/segment")
    assert answer.status_code == 200, answer.text
    segment: dict[str, object] = answer.json()
    return segment


@pytest.mark.usefixtures("known")
async def test_a_segment_counts_those_who_meet_all_of_it(admin: Person) -> None:
    both = [{"trait": "plan", "values": ["premium"]}, {"trait": "seats", "values": ["3", "4"]}]
    made = await admin.make("personas", name="Mara", segment=both)
    assert await _segment(admin, made["id"]) == {
        "persona_id": made["id"],
        "persona_revision": 1,
        "matched": 5,
        "known": 12,
    }
    unsaid = await admin.make("personas", name="Jon")
    counted = await _segment(admin, unsaid["id"])
    assert (counted["matched"], counted["known"]) == (0, 12)


@pytest.mark.usefixtures("known")
async def test_traits_are_listed_without_values_that_name_somebody(admin: Person) -> None:
    answer: httpx.Response = await admin.client.get(admin.url("traits"))
    assert answer.json()["items"] == [
        {
            "name": "plan",
            "customers": 12,
            "values": [{"value": "basic", "customers": 7}, {"value": "premium", "customers": 5}],
        },
        {"name": "seats", "customers": 12, "values": [{"value": "3", "customers": 12}]},
        {"name": "email", "customers": 2, "values": []},
    ]
