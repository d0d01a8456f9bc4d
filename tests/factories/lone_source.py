"""A source in a database that no application is running on."""

import asyncio

from waymark.http.access import Caller, Role
from waymark.ingest.sources.schemas import NewSource
from waymark.ingest.sources.service import create_source
from waymark.kit.ids import new_id
from waymark.main import create_app
from waymark.onboarding.service import create_first_owner
from waymark.settings import Settings
from waymark.touchpoints.service import add_touchpoint

TOUCHPOINTS = ["checkout", *(f"touchpoint-{number}" for number in range(20))]


def lone_source(settings: Settings) -> tuple[str, str]:
    """The key of the address, and the secret, of a source whose workspace has touchpoints."""
    return asyncio.run(_lone_source(settings))


async def _lone_source(settings: Settings) -> tuple[str, str]:
    app = create_app(settings)
    async with app.state.database.writing() as session:
        started = await create_first_owner(session, "Ada", "Home")
        workspace_id = started.workspace.id
        caller = Caller("", "Ada", {workspace_id: Role.ADMIN}, user_id=started.owner.id)
        for key in TOUCHPOINTS:
            fields = {"id": new_id(), "key": key, "name": key, "description": ""}
            await add_touchpoint(session, workspace_id, fields)
        fields = NewSource(name="Web shop").model_dump()
        source, secret = await create_source(session, app.state.vault, caller, workspace_id, fields)
    await app.state.database.close()
    return source.key, secret
