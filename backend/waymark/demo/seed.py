"""The demo workspace: drawn through the same services, measured through the same endpoint."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from waymark.db.engine import Database
from waymark.demo.events import Told, batches
from waymark.demo.fernwood import WORKSPACE_NAME, fernwood
from waymark.demo.population import population
from waymark.demo.profiles import profiles
from waymark.http.access import Caller, Role
from waymark.ingest.processing.worker import process_due
from waymark.ingest.sources import service as ingest
from waymark.ingest.sources.schemas import NewSource
from waymark.kit.clock import utcnow
from waymark.maps import changes
from waymark.maps.operations import Set
from waymark.onboarding import service as onboarding
from waymark.templates.service import create_from_template

OWNER_NAME = "Elena Kovač"
SOURCE_NAME = "Web shop"
REVIEWED_BEFORE = timedelta(days=12)

Progress = Callable[[int], None]


async def create_demo(app: FastAPI, progress: Progress = lambda sent: None) -> str:
    """Set up an owner and the workspace “Fernwood Home” with its map and its events.

    `progress` is told how many items were sent each time. Answers with the token of the one-time
    link that signs the owner in.
    """
    database: Database = app.state.database
    async with database.writing() as session:
        started = await onboarding.create_first_owner(session, OWNER_NAME, WORKSPACE_NAME)
        caller = Caller(
            credential="",
            name=started.owner.name,
            roles={started.workspace.id: Role.ADMIN},
            user_id=started.owner.id,
        )
        template = fernwood()
        row = await create_from_template(
            session,
            app.state.map_cache,
            caller,
            started.workspace.id,
            template,
            {"title": template.map.title},
        )
        reviewed = {"reviewed_on": (utcnow() - REVIEWED_BEFORE).date().isoformat()}
        await changes.change_map(
            session, app.state.map_cache, caller, row, [Set(None, "", reviewed)]
        )
        source, secret = await ingest.create_source(
            session,
            app.state.vault,
            caller,
            started.workspace.id,
            NewSource(name=SOURCE_NAME).model_dump(),
        )
    await _send(app, f"/ingest/{source.key}", secret, told(utcnow()), progress)
    return started.link_token


def told(now: datetime) -> list[Told]:
    """What the shop tells, in the order of sending: whom it knows, then what happened."""
    events = population(now)
    return [*profiles(events), *events]


async def _send(
    app: FastAPI, path: str, secret: str, items: Sequence[Told], progress: Progress
) -> None:
    """Push items the way a shop would, and have them processed before anybody looks."""
    headers = {"Authorization": f"Bearer {secret}"}
    async with AsyncClient(transport=ASGITransport(app), base_url="http://demo") as client:
        for body in batches(items):
            answer = await client.post(path, json=body, headers=headers)
            answer.raise_for_status()
            progress(len(body["events"]))
    while await process_due(app.state.database, app.state.vault):
        pass
