"""The only place where what answers requests is put together; the worker is in background.py."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.routing import APIRoute

from waymark import __version__
from waymark.accounts import routes as accounts
from waymark.audit import routes as audit
from waymark.background import make_files, make_intake, tune_python
from waymark.customers import routes as customers
from waymark.customers import segment_routes as segments
from waymark.db.engine import Database
from waymark.db.stamp import Memo, Stamp
from waymark.findings import dismissal_routes as dismissals
from waymark.findings import draft_routes as drafts
from waymark.findings import routes as findings
from waymark.findings import rule_routes as rules
from waymark.findings import stream_routes as streams
from waymark.findings import workspace_routes as workspace_findings
from waymark.findings.around_queries import states_around
from waymark.findings.memory import FindingsMemory
from waymark.http import contract, health, problems
from waymark.http.logs import configure_logging
from waymark.http.observe import Observe
from waymark.http.unchanged import Unchanged
from waymark.http.usage import Usage
from waymark.http.webapp import Assets, page_router
from waymark.imports.uploads import routes as imports
from waymark.ingest.deliveries import preview_routes as mapping_previews
from waymark.ingest.deliveries import replay_routes as replays
from waymark.ingest.deliveries import routes as deliveries
from waymark.ingest.erasing.kinds import kinds_of_ids
from waymark.ingest.intake import endpoint as ingest
from waymark.ingest.intake.door import Door
from waymark.ingest.sources import format_routes as source_formats
from waymark.ingest.sources import routes as sources
from waymark.ingest.sources import service as source_service
from waymark.interchange import routes as map_files
from waymark.jobs.beside import CHORES, DELIVERIES, IMPORTS, keep_worker, new_wakes
from waymark.journeys import routes as measures
from waymark.kit.vault import Vault, load_key
from waymark.maps import ownership as map_ownership
from waymark.maps import part_routes as map_parts
from waymark.maps import routes as maps
from waymark.maps import service as map_service
from waymark.maps.cache import MapCache
from waymark.maps.watching import MapWatch
from waymark.onboarding import routes as onboarding
from waymark.personas import routes as personas
from waymark.personas import service as persona_service
from waymark.privacy import routes as privacy
from waymark.sessions import invitation_routes as invitations
from waymark.sessions import routes as sessions
from waymark.sessions.authentication import authenticate
from waymark.sessions.throttle import SignInThrottle
from waymark.settings import Settings
from waymark.templates import routes as templates
from waymark.touchpoints import channel_routes as channels
from waymark.touchpoints import routes as touchpoints
from waymark.touchpoints import service as touchpoint_service
from waymark.workspaces import access_routes as workspace_access
from waymark.workspaces import routes as workspaces
from waymark.workspaces.departures import Departures

# Routes are tried in this order: what is asked for most comes first.
API_ROUTERS = (
    maps.router,
    measures.router,
    findings.router,
    streams.router,
    sessions.router,
    personas.router,
    touchpoints.router,
    channels.router,
    sources.router,
    source_formats.router,
    mapping_previews.router,
    deliveries.router,
    replays.router,
    imports.router,
    customers.router,
    segments.router,
    privacy.router,
    audit.router,
    map_files.router,
    rules.router,
    dismissals.router,
    workspace_findings.router,
    drafts.router,
    templates.map_router,
    templates.router,
    invitations.router,
    accounts.router,
    workspaces.router,
    onboarding.router,
    workspaces.member_router,
    workspace_access.invitation_router,
    workspace_access.api_key_router,
    *map_parts.routers,
)

CALLERS, CALLER_AGE_S = 1_000, 5
"""How many callers are remembered while nothing changes, and for how many seconds at most."""

USES = {
    "persona": (map_service.uses_of_persona,),
    "touchpoint": (map_service.uses_of_touchpoint, source_service.uses_of_touchpoint),
    "channel": (touchpoint_service.uses_of_channel, persona_service.uses_of_channel),
}
"""Who to ask, before something is deleted, whether it is in use."""

TAGS = [
    {"name": "session", "description": "Signing in and out."},
    {"name": "profile", "description": "One's own name, e-mail address and password."},
    {"name": "workspaces", "description": "The tenants: everything else belongs to one."},
    {"name": "members", "description": "Who belongs to a workspace, as what."},
    {"name": "invitations", "description": "Links that let people in."},
    {"name": "API keys", "description": "Credentials for machines."},
    {"name": "personas", "description": "The archetypes whose journeys the maps tell."},
    {"name": "channels", "description": "The media on which customer and brand meet."},
    {"name": "touchpoints", "description": "The catalogue of moments at which they meet."},
    {"name": "templates", "description": "What new maps can start from."},
    {"name": "maps", "description": "Journey maps as a whole, and their changes."},
    {"name": "map parts", "description": "Stages, steps, lanes, cards, placements, emotions."},
    {"name": "measures", "description": "What really happened at the places of a map."},
    {"name": "findings", "description": "What a map should say, and where it contradicts itself."},
    {"name": "rules", "description": "What is looked at, and how a workspace wants it."},
    {"name": "sources", "description": "Who may send events, with which secret and rules."},
    {"name": "deliveries", "description": "What sources sent, and what became of it."},
    {"name": "imports", "description": "Files of events, uploaded and pushed like any sender's."},
    {"name": "customers", "description": "Who was seen; a copy of what is kept, and erasure."},
    {"name": "audit", "description": "What was done that has to be accounted for."},
    {"name": "ingest", "description": "Where sources send events."},
]


def create_app(settings: Settings) -> FastAPI:
    """The application for these settings; nothing is opened before its lifespan starts."""
    app = FastAPI(
        title="Waymark",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url="/api/docs",
        redoc_url=None,
        openapi_tags=TAGS,
        generate_unique_id_function=_operation_id,
        redirect_slashes=False,
        lifespan=_lifespan,
        # Nobody listens: what operators see is in http/observe.py.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.settings = settings
    app.state.database = Database(settings.sqlalchemy_url)
    app.state.vault = Vault(load_key(settings.secret_key, settings.data_dir))
    app.state.stamp = Stamp(app.state.database)
    app.state.authenticate = authenticate
    app.state.callers = Memo(app.state.stamp, max_age=CALLER_AGE_S, room=CALLERS)
    app.state.usage = Usage(USES)
    app.state.map_cache = MapCache()
    app.state.map_watch = MapWatch(app.state.database, app.state.stamp, states_around)
    app.state.findings = FindingsMemory(app.state.stamp)
    app.state.departures = Departures(
        touchpoint_service.release_owner, map_ownership.releasing(app.state.map_cache)
    )
    app.state.sign_in_throttle = SignInThrottle()
    app.state.idempotency_running = set()
    app.state.kinds_of_ids = kinds_of_ids
    app.state.wakes = wakes = new_wakes()
    app.state.wake_worker, app.state.wake_chores = wakes[DELIVERIES], wakes[CHORES]
    app.state.wake_imports = wakes[IMPORTS]
    app.state.import_files = make_files(settings)
    app.state.intake = make_intake(settings, app.state.database, app.state.vault)
    problems.install(app, API_ROUTERS)
    app.include_router(ingest.router)
    app.include_router(health.router)
    for router in API_ROUTERS:
        app.include_router(router, prefix="/api/v1")
    if settings.web_dir is not None:
        app.mount("/assets", Assets(settings.web_dir / "assets"))
        app.include_router(page_router(settings.web_dir))
    app.add_middleware(Unchanged, stamp=app.state.stamp)
    app.add_middleware(Door)
    app.add_middleware(Observe)
    app.openapi = lambda: contract.cached(app)  # type: ignore[method-assign]
    return app


def _operation_id(route: APIRoute) -> str:
    first, *rest = route.name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    configure_logging(app.state.settings)
    tune_python()
    stop, state = asyncio.Event(), app.state
    beside = keep_worker(state.settings, state.wakes, stop) if state.settings.worker else None
    worker = asyncio.create_task(beside) if beside else None
    yield
    stop.set()
    state.map_watch.stop()
    if worker is not None:
        await worker
    state.stamp.close()
    await state.database.close()


def create_app_from_environment() -> FastAPI:
    """The application for the environment's settings, for servers that reload it."""
    return create_app(Settings())
