"""The quality of a map, and how it came to that."""

from datetime import timedelta

from fastapi import FastAPI
from sqlalchemy import select
from waymark.maps.models import MapChange

from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person


async def _quality(person: Person, map_id: str) -> dict[str, object]:
    answer = await person.client.get(f"/api/v1/maps/{map_id}/quality")
    assert answer.status_code == 200, answer.text
    quality: dict[str, object] = answer.json()
    return quality


async def test_a_map_that_says_more_is_better(admin: Person) -> None:
    document = await a_map(admin)
    before = await _quality(admin, document["id"])
    await change(
        admin,
        document,
        {
            "op": "map.set",
            "set": {
                "goal": "A sofa",
                "goal_start": "None",
                "goal_end": "One",
                "scenario": "Online",
            },
        },
    )
    after = await _quality(admin, document["id"])
    assert 0 < int(str(before["score"])) < int(str(after["score"])) < 100
    topics = after["topics"]
    assert isinstance(topics, list)
    assert abs(sum(topic["weight"] for topic in topics) - 1) < 0.01


async def test_it_gets_better_over_the_days(admin: Person, app: FastAPI) -> None:
    document = await a_map(admin)
    async with app.state.database.writing() as session:
        for row in await session.scalars(select(MapChange)):
            row.created_at -= timedelta(days=3)
    await change(
        admin,
        document,
        {"op": "map.set", "set": {"goal": "A sofa", "goal_start": "None", "goal_end": "One"}},
    )
    now = await read_map(admin, document["id"])
    quality = await _quality(admin, document["id"])
    history = quality["history"]
    assert isinstance(history, list)
    assert [point["map_revision"] for point in history] == [document["revision"], now["revision"]]
    assert history[0]["score"] < history[1]["score"] == quality["score"]
