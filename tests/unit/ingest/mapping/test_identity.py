"""By what an item is known when it comes again."""

from typing import Any

from waymark.ingest.mapping.identity import identify

ITEM: dict[str, Any] = {"source": "/shop", "id": "17", "sent": "10:00", "meta": {"sent": 1, "n": 2}}


def test_an_id_made_of_several_parts_keeps_them_apart() -> None:
    places = ["/source", "/id"]
    first = identify({"source": "/a/b", "id": "c"}, places)
    second = identify({"source": "/a", "id": "b/c"}, places)
    tilde = identify({"source": "/a~1b", "id": "c"}, places)
    assert len({first.key, second.key, tilde.key}) == 3
    assert first.key == "id:~1a~1b/c"
    assert identify({"id": "a/b"}, ["/id"]).key == "id:a/b"


def test_an_id_with_a_part_missing_is_none() -> None:
    assert identify({"id": "c"}, ["/source", "/id"]).key.startswith("sha256:")


def test_what_changes_with_every_sending_is_no_part_of_an_item() -> None:
    later = {**ITEM, "sent": "10:05", "meta": {"sent": 2, "n": 2}}
    fleeting = ["/sent", "/meta/sent", "/not/there"]
    assert identify(ITEM, [], fleeting) == identify(later, [], fleeting)
    assert identify(ITEM, []) != identify(later, [])
    other = {**ITEM, "meta": {"sent": 1, "n": 3}}
    assert identify(ITEM, ["/id"], fleeting).digest != identify(other, ["/id"], fleeting).digest


def test_leaving_out_changes_nothing_about_the_item_itself() -> None:
    item = {"a": {"b": 1}, "list": [{"b": 1}]}
    identify(item, [], ["/a/b", "/list/0/b"])
    assert item == {"a": {"b": 1}, "list": [{"b": 1}]}
