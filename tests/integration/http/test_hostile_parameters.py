"""Parameters of lists that no honest client sends get an honest answer, on both databases."""

from urllib.parse import quote

import pytest

from tests.factories.people import Person

SEARCHED = [
    ("touchpoints", "q"),
    ("personas", "q"),
    ("deliveries", "search"),
    ("customers", "search"),
    ("quarantine", "code"),
    ("maps", "cursor"),
]


@pytest.mark.parametrize(("path", "name"), SEARCHED)
@pytest.mark.parametrize("value", ["%00", "%ED%A0%80", quote("%_\\'\"☃"), "x" * 5000])
async def test_strange_texts_find_nothing_or_are_refused(
    admin: Person, path: str, name: str, value: str
) -> None:
    answer = await admin.client.get(f"{admin.url(path)}?{name}={value}")
    if answer.status_code == 200:
        assert answer.json()["items"] == []
    else:
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == f"?{name}"


async def test_an_address_with_nul_leads_to_no_source(admin: Person) -> None:
    assert (await admin.client.post("/ingest/%00", json={})).status_code == 404


@pytest.mark.parametrize("value", ["0.5", "1762075800", "-1", "1e9", "2026-11-02", "tomorrow"])
async def test_a_moment_is_a_date_and_a_time_never_a_number(admin: Person, value: str) -> None:
    answer = await admin.client.get(f"{admin.url('deliveries')}?until={value}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "?until"
