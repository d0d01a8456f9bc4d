"""The formats that a new source can have, as the page asks for them."""

from waymark.ingest.formats.registry import FORMATS

from tests.factories.people import Person


async def test_the_formats_are_listed_with_what_they_need(admin: Person) -> None:
    answer = await admin.client.get("/api/v1/source-formats")
    assert answer.status_code == 200, answer.text
    listed = {entry["key"]: entry for entry in answer.json()["items"]}
    assert list(listed) == list(FORMATS)
    assert listed["segment"]["secret_from"] == "waymark"
    assert listed["standard-webhooks"]["secret_from"] == "sender"
    [first, *_] = listed["segment"]["mapping"]["rules"]
    assert first["then"] == {"do": "identify"}
