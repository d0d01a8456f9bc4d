"""Files that people upload, and the worker that imports them."""

import asyncio
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from waymark.imports.uploads.working import Importer
from waymark.ingest.processing.worker import process_due
from waymark.settings import Settings

from tests.factories.people import Person

LEADS = """\
lead,first contact,origin
l-1,2018-02-01,social
l-2,2018-02-02,email
l-3,someday,social
l-4,2018-02-03,carrier pigeon
"""


async def an_import(
    person: Person, source_id: str, content: str | bytes = LEADS, name: str = "leads.csv"
) -> dict[str, Any]:
    """A file that was uploaded for a source, in two parts where it can be cut."""
    file = content.encode() if isinstance(content, str) else content
    made = await person.client.post(
        f"/api/v1/sources/{source_id}/imports", json={"name": name, "size": len(file)}
    )
    assert made.status_code == 201, made.text
    half = len(file) // 2
    answer = made
    for offset, part in ((0, file[:half]), (half, file[half:])):
        if part:
            answer = await send_part(person, made.json()["id"], offset, part)
            assert answer.status_code == 200, answer.text
    uploaded: dict[str, Any] = answer.json()
    return uploaded


async def send_part(person: Person, import_id: str, offset: int, part: bytes) -> Any:
    """The answer to a part of a file."""
    return await person.client.put(
        f"/api/v1/imports/{import_id}/content",
        params={"offset": offset},
        content=part,
        headers={"Content-Type": "application/octet-stream"},
    )


def a_plan(**fields: str) -> dict[str, Any]:
    """A mapping: `column` names a column, `=text` is a value, a text with braces is a template."""
    return {"fields": [{"field": name, **_taken(text)} for name, text in fields.items()]}


def _taken(text: str) -> dict[str, str]:
    if text.startswith("="):
        return {"take": "value", "text": text[1:]}
    return {"take": "template" if "{" in text else "column", "text": text}


PLAN = a_plan(customer="lead", time="first contact", touchpoint="first-contact-{origin|unknown}")
"""What the columns of LEADS mean."""


async def start_import(
    person: Person, import_id: str, plan: dict[str, Any] = PLAN
) -> dict[str, Any]:
    """Begin with an import."""
    answer = await person.client.post(f"/api/v1/imports/{import_id}/start", json={"mapping": plan})
    assert answer.status_code == 202, answer.text
    started: dict[str, Any] = answer.json()
    return started


async def preview_import(person: Person, import_id: str, plan: Any = None) -> Any:
    """The answer to a look at a file."""
    return await person.client.post(f"/api/v1/imports/{import_id}/preview", json={"mapping": plan})


async def shown_import(person: Person, import_id: str) -> dict[str, Any]:
    """An import as it is now."""
    answer = await person.client.get(f"/api/v1/imports/{import_id}")
    found: dict[str, Any] = answer.json()
    return found


def kept_files(settings: Settings) -> list[Path]:
    """The uploaded files that are kept."""
    folder = settings.data_dir / "imports"
    return list(folder.iterdir()) if folder.is_dir() else []


def an_importer(app: FastAPI, stop: asyncio.Event | None = None) -> Importer:
    """What works on imports, as the worker has it."""
    state = app.state
    return Importer(
        state.database,
        state.intake,
        state.import_files,
        state.wake_worker,
        stop or asyncio.Event(),
    )


async def import_all(app: FastAPI, importer: Importer | None = None) -> None:
    """Do what the worker does, until no import is due: import, and process what that sends."""
    importer = importer or an_importer(app)

    async def process() -> None:
        while True:
            await process_due(app.state.database, app.state.vault)
            await asyncio.sleep(0.01)

    processing = asyncio.create_task(process())
    try:
        while await importer.do():
            pass
    finally:
        processing.cancel()
        await asyncio.gather(processing, return_exceptions=True)
