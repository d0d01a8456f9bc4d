"""Importing a file in the web app: upload it, look at it, import it."""

import gzip
import io
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from fastapi import FastAPI
from waymark.imports.uploads import uploading
from waymark.settings import Settings

from tests.factories.events import a_source, a_touchpoint
from tests.factories.imports import (
    LEADS,
    PLAN,
    a_plan,
    an_import,
    import_all,
    kept_files,
    preview_import,
    send_part,
    shown_import,
    start_import,
)
from tests.factories.people import Person, a_person


async def test_a_file_is_uploaded_looked_at_and_imported(
    app: FastAPI, admin: Person, settings: Settings
) -> None:
    social = await a_touchpoint(admin, "first-contact-social")
    sender = await a_source(app, admin)
    uploaded = await an_import(admin, sender.id)
    assert (uploaded["state"], uploaded["kind"]) == ("ready", "csv")
    looked = (await preview_import(admin, uploaded["id"], PLAN)).json()
    assert [column["name"] for column in looked["columns"]] == ["lead", "first contact", "origin"]
    assert looked["columns"][2]["examples"] == ["social", "email", "carrier pigeon"]
    assert [(row["number"], row["outcome"]) for row in looked["rows"]] == [
        (2, "accepted"),
        (3, "quarantined"),
        (4, "left_out"),
        (5, "quarantined"),
    ]
    assert looked["rows"][0]["touchpoint_id"] == social
    assert "someday" in looked["rows"][2]["detail"]
    assert looked["missing_touchpoints"] == [
        {"key": "first-contact-email", "rows": 1},
        {"key": "first-contact-carrier-pigeon", "rows": 1},
    ]
    await a_touchpoint(admin, "first-contact-email")
    await start_import(admin, uploaded["id"])
    await import_all(app)
    done = await shown_import(admin, uploaded["id"])
    assert (done["state"], done["share"], done["rows"]) == ("done", 1, 4)
    assert (done["accepted"], done["quarantined"], done["left_out"]) == (2, 1, 1)
    assert done["examples"] == [
        {"number": 4, "reason": "“someday” is not a date or time that is understood"}
    ]
    assert "carrier-pigeon" in done["reasons"][0]["reason"]
    assert kept_files(settings) == []
    entries = (await admin.client.get(admin.url("audit"))).json()["items"]
    assert [entry["action"] for entry in entries] == ["import_started"]


async def test_a_second_import_of_the_same_file_adds_nothing(app: FastAPI, admin: Person) -> None:
    await a_touchpoint(admin, "first-contact-social")
    sender = await a_source(app, admin)
    for accepted, duplicates in ((1, 0), (0, 1)):
        uploaded = await an_import(admin, sender.id)
        await start_import(admin, uploaded["id"])
        await import_all(app)
        done = await shown_import(admin, uploaded["id"])
        assert (done["accepted"], done["duplicates"]) == (accepted, duplicates)


def as_parquet() -> bytes:
    """A Parquet file of one event."""
    content = io.BytesIO()
    table = pyarrow.table({"customer": ["c-1"], "time": ["2018-02-01"], "event": ["news"]})
    pyarrow.parquet.write_table(table, content)
    return content.getvalue()


XES = """<log><trace><string key="concept:name" value="c-1"/><event>
<string key="concept:name" value="news"/><date key="time:timestamp" value="2018-02-01T10:00:00Z"/>
</event></trace></log>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"customer;time;event\nc-1;2018-02-01;news\n"),
        ("a.tsv", b"customer\ttime\tevent\nc-1\t2018-02-01\tnews\n"),
        ("a.ndjson", b'{"customer":"c-1","time":"2018-02-01","event":"news"}\n'),
        ("a.xes.gz", gzip.compress(XES.encode())),
        ("a.parquet", as_parquet()),
    ],
)
async def test_every_kind_of_file_is_guessed_and_goes_in(
    app: FastAPI, admin: Person, name: str, content: bytes
) -> None:
    await a_touchpoint(admin, "news")
    sender = await a_source(app, admin)
    uploaded = await an_import(admin, sender.id, content, name)
    looked = (await preview_import(admin, uploaded["id"])).json()
    assert looked["missing"] == []
    assert looked["rows"][0]["outcome"] == "accepted", looked
    await start_import(admin, uploaded["id"], looked["mapping"])
    await import_all(app)
    assert (await shown_import(admin, uploaded["id"]))["accepted"] == 1


async def test_columns_that_tell_nothing_are_asked_for(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin)
    uploaded = await an_import(admin, sender.id, "a|x{y},b\n1,2018-02-01\n")
    looked = (await preview_import(admin, uploaded["id"])).json()
    assert looked["missing"] == ["customer", "time"]
    assert looked["rows"] == []
    refused = await admin.client.post(
        f"/api/v1/imports/{uploaded['id']}/start", json={"mapping": looked["mapping"]}
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_mapping")
    plan = a_plan(time="b", touchpoint="=news")
    plan["fields"].append({"field": "customer", "take": "column", "text": "a|x{y}"})
    looked = (await preview_import(admin, uploaded["id"], plan)).json()
    assert '"customer":"1"' in looked["rows"][0]["event"]


@pytest.mark.parametrize(
    ("plan", "pointer"),
    [
        (a_plan(customer="nobody", time="first contact"), "/mapping/fields/0"),
        ({**PLAN, "timezone": "Mars/One"}, "/mapping/timezone"),
        ({"fields": PLAN["fields"] * 2}, "/mapping/fields/3"),
    ],
)
async def test_a_mapping_that_does_not_fit_is_refused_with_its_place(
    app: FastAPI, admin: Person, plan: dict[str, Any], pointer: str
) -> None:
    sender = await a_source(app, admin)
    uploaded = await an_import(admin, sender.id)
    answer = await preview_import(admin, uploaded["id"], plan)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_mapping")
    assert answer.json()["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.parquet", b"not parquet", "not Parquet"),
        ("a.csv.gz", b"\x1f\x8b broken", "gzip"),
        ("a.csv", b"customer,time\n\xff\xfe\xfa,1\n", "Line 2 is not utf-8"),
        ("a.xes", b"<!DOCTYPE log [<!ENTITY a 'b'>]><log/>", "document type"),
        ("a.csv.gz", gzip.compress(b"a" * 300_000_000), "more than"),
    ],
)
async def test_broken_and_hostile_files_are_told(
    app: FastAPI, admin: Person, name: str, content: bytes, word: str
) -> None:
    sender = await a_source(app, admin)
    uploaded = await an_import(admin, sender.id, content, name)
    answer = await preview_import(admin, uploaded["id"])
    assert (answer.status_code, answer.json()["code"]) == (422, "unreadable_file")
    assert word in answer.json()["detail"]


async def test_what_breaks_off_in_the_middle_keeps_what_is_in(app: FastAPI, admin: Person) -> None:
    await a_touchpoint(admin, "news")
    sender = await a_source(app, admin)
    rows = "".join(f"c-{number},2018-02-01,news\n" for number in range(1200))
    content = b"customer,time,event\n" + rows.encode() + b"\xff,2018-02-01,news\n"
    uploaded = await an_import(admin, sender.id, content)
    await start_import(
        admin, uploaded["id"], a_plan(customer="customer", time="time", touchpoint="event")
    )
    await import_all(app)
    failed = await shown_import(admin, uploaded["id"])
    assert (failed["state"], failed["accepted"]) == ("dead", 1000)
    assert failed["error"] == "Line 1202 is not utf-8."


async def test_what_cannot_be_a_file_is_refused_at_once(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender, typeform = await a_source(app, admin), await a_source(app, admin, format="typeform")

    async def announced(source_id: str, **body: Any) -> tuple[int, str]:
        answer = await admin.client.post(f"/api/v1/sources/{source_id}/imports", json=body)
        return answer.status_code, answer.json().get("code", "")

    assert await announced(sender.id, name="a.docx", size=1) == (422, "unreadable_file")
    assert await announced(sender.id, name="a.csv", size=2**40) == (422, "file_too_large")
    assert await announced(typeform.id, name="a.csv", size=1) == (409, "not_for_files")
    monkeypatch.setattr(uploading, "MAX_UNFINISHED", 1)
    assert (await announced(sender.id, name="a.csv", size=1))[0] == 201
    assert await announced(sender.id, name="a.csv", size=1) == (409, "too_many_imports")


async def test_parts_come_in_order_may_come_twice_and_are_no_more_than_announced(
    app: FastAPI, admin: Person
) -> None:
    sender = await a_source(app, admin)
    made = await admin.client.post(
        f"/api/v1/sources/{sender.id}/imports", json={"name": "a.csv", "size": 6}
    )
    import_id = made.json()["id"]
    gap = await send_part(admin, import_id, 3, b"def")
    assert (gap.status_code, gap.json()["code"], gap.json()["uploaded"]) == (409, "out_of_turn", 0)
    for _ in range(2):
        assert (await send_part(admin, import_id, 0, b"abc")).json()["uploaded"] == 3
    beyond = await send_part(admin, import_id, 3, b"defg")
    assert (beyond.status_code, beyond.json()["code"]) == (422, "more_than_announced")
    assert (await preview_import(admin, import_id)).json()["code"] == "out_of_turn"
    assert (await send_part(admin, import_id, 3, b"def")).json()["state"] == "ready"
    typed = await admin.client.put(f"/api/v1/imports/{import_id}/content", json={})
    assert typed.status_code == 415


async def test_an_erasure_discards_the_files_that_are_kept(
    app: FastAPI, admin: Person, settings: Settings
) -> None:
    sender = await a_source(app, admin)
    waiting = await an_import(admin, sender.id)
    over = await an_import(admin, sender.id, LEADS)
    await start_import(admin, over["id"])
    await import_all(app)
    assert (await shown_import(admin, over["id"]))["examples"]
    assert len(kept_files(settings)) == 1
    body = {"own_ids": ["l-1"], "reason": "request"}
    assert (await admin.client.post(admin.url("erasures"), json=body)).status_code == 202
    assert (await shown_import(admin, waiting["id"]))["state"] == "discarded"
    after = await shown_import(admin, over["id"])
    assert (after["state"], after["examples"], after["reasons"]) == ("done", [], [])
    await import_all(app)
    assert kept_files(settings) == []


async def test_discarding_removes_the_file(app: FastAPI, admin: Person, settings: Settings) -> None:
    sender = await a_source(app, admin)
    uploaded = await an_import(admin, sender.id)
    await admin.client.post(f"/api/v1/imports/{uploaded['id']}/discard")
    await import_all(app)
    assert (await shown_import(admin, uploaded["id"]))["state"] == "discarded"
    assert kept_files(settings) == []
    listed = await admin.client.get(admin.url("imports"), params={"source_id": sender.id})
    assert [each["id"] for each in listed.json()["items"]] == [uploaded["id"]]


async def test_files_are_not_shared_between_workspaces(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin)
    uploaded = await an_import(admin, sender.id)
    stranger = await a_person(app, "Stranger")
    assert (await preview_import(stranger, uploaded["id"])).status_code == 404
    assert (await send_part(stranger, uploaded["id"], 0, b"x")).status_code == 404
