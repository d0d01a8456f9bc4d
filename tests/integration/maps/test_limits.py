"""Maps that are too large, texts that are too long, values that are no values."""

from typing import Any

import pytest
from waymark.kit.ids import new_id

from tests.factories.maps import a_map, change, read_map
from tests.factories.people import Person


def _card(document: dict[str, Any], **fields: Any) -> dict[str, Any]:
    place = {
        "step_id": document["steps"][0]["id"],
        "lane_id": document["lanes"][0]["id"],
    }
    return {"op": "card.add", "item": {**place, **fields}}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_ten_thousand_cards_are_refused_and_five_thousand_are_not(
    admin: Person,
) -> None:
    document = await a_map(admin)
    too_many = await change(admin, document, *[_card(document)] * 10_000)
    assert too_many.status_code == 422
    assert too_many.json()["errors"][0]["pointer"] == "/operations"
    filled = await change(admin, document, *[_card(document, text="x")] * 4_999)
    assert filled.status_code == 201
    document["revision"] = filled.json()["revision"]
    one_more = await change(admin, document, _card(document))
    assert one_more.status_code == 422
    assert one_more.json()["errors"][0]["code"] == "limit_exceeded"
    read = await read_map(admin, document["id"])
    assert len(read["cards"]) == 5_000
    assert max(len(card["order"]) for card in read["cards"]) <= 24


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"text": "x" * 2_001}, "/text"),
        ({"severity": 4}, "/severity"),
        ({"span": 0}, "/span"),
        ({"tags": ["x"] * 21}, "/tags"),
        ({"order": "not a key"}, "/order"),
        ({"image_url": "javascript:alert(1)"}, "/image_url"),
        ({"unknown": 1}, "/unknown"),
        ({"id": "1"}, "/id"),
    ],
)
async def test_a_value_that_is_not_valid_is_pointed_at(
    admin: Person, fields: dict[str, Any], pointer: str
) -> None:
    document = await a_map(admin)
    answer = await change(admin, document, _card(document, **fields))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"/operations/0/item{pointer}"
    assert await read_map(admin, document["id"]) == document


async def test_an_id_that_is_taken_is_a_409_and_changes_nothing(admin: Person) -> None:
    document = await a_map(admin)
    twice = _card(document, id=new_id())
    answer = await change(admin, document, twice, twice)
    assert answer.status_code == 409
    assert answer.json()["code"] == "duplicate_id"
    assert answer.json()["errors"][0]["pointer"] == "/operations/1/item/id"
    assert await read_map(admin, document["id"]) == document


async def test_two_emotions_of_one_persona_at_one_step_are_refused(
    admin: Person,
) -> None:
    document = await a_map(admin)
    emotion = {"step_id": document["steps"][0]["id"], "score": 1}
    adds = [{"op": "emotion.add", "item": emotion}] * 2
    answer = await change(admin, document, *adds)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "occupied"


async def test_a_revision_from_the_future_is_refused(admin: Person) -> None:
    document = await a_map(admin)
    document["revision"] += 10
    answer = await change(admin, document, _card(document))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "unknown_revision"


async def test_a_problem_with_one_part_points_into_its_own_body(admin: Person) -> None:
    document = await a_map(admin)
    base = f"/api/v1/maps/{document['id']}"
    body = {"step_id": new_id(), "lane_id": document["lanes"][0]["id"]}
    answer = await admin.client.post(f"{base}/cards", json=body)
    assert answer.json()["errors"][0]["pointer"] == "/step_id"
    card = document["cards"][0]
    headers = {"If-Match": f'"{card["revision"]}"'}
    answer = await admin.client.patch(
        f"{base}/cards/{card['id']}", json={"owner_id": new_id()}, headers=headers
    )
    assert answer.json()["errors"][0]["pointer"] == "/owner_id"
