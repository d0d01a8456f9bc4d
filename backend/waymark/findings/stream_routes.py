"""Following an open map."""

import re
from functools import partial
from typing import Annotated, Any

from fastapi import Header, Request
from starlette.responses import StreamingResponse

from waymark.findings.dependencies import FindingsMemoryDep, MessagesDep
from waymark.findings.streaming import MapStream
from waymark.http.access import Authenticate, CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import database, settings
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.maps import service as maps
from waymark.maps.dependencies import MapCacheDep
from waymark.maps.watching import MapWatch

router = api_router("maps")

SCHEMA = {
    "type": "object",
    "description": "One event. Its `data` is JSON; what it holds depends on `event`.",
    "required": ["data"],
    "properties": {
        "event": {"type": "string", "enum": ["change", "findings", "reset", "gone"]},
        "data": {"type": "string", "contentMediaType": "application/json"},
        "id": {"type": "string"},
        "retry": {"type": "integer", "minimum": 0},
    },
}
EXAMPLE = {
    "event": "findings",
    "data": '{"map_revision": 13, "first": false, "complete": true, "added": [], "removed": []}',
    "id": "13",
}
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The stream; it ends now and then, and a browser comes back by itself.",
        "content": {"text/event-stream": {"schema": SCHEMA, "example": EXAMPLE}},
    }
}
_REVISION = re.compile("[0-9]{1,9}")


class EventStream(StreamingResponse):
    """Server-sent events. FastAPI's own class is only for handlers that are generators."""

    media_type = "text/event-stream"


@router.get(
    "/maps/{map_id}/stream",
    response_class=EventStream,
    responses={**STREAM, **problems(429)},
)
async def stream_map(
    request: Request,
    map_id: Id,
    caller: CallerDep,
    memory: FindingsMemoryDep,
    cache: MapCacheDep,
    said: MessagesDep,
    last_event_id: Annotated[
        str | None,
        Header(max_length=40, description="The id of the last event you have seen."),
    ] = None,
) -> EventStream:
    """Follow a map.

    Server-sent events: `change` with each change that anybody makes, as in the list of changes;
    `findings` with what came and went (`added`, `removed`, and at `first` all there is); `reset`
    when the map has to be read again; `gone` when it was deleted. The id of an event is the map's
    revision: with it as Last-Event-ID nothing is missed.
    """
    store = database(request)
    async with store.reading() as session:
        await maps.get_map(session, caller, map_id)
    watch: MapWatch = request.app.state.map_watch
    watch.ensure_room(caller.credential)
    authenticate: Authenticate = request.app.state.authenticate
    stream = MapStream(
        store,
        memory,
        cache,
        watch,
        said,
        partial(authenticate, request),
        map_id,
        settings(request).stream_seconds,
    )
    after = int(last_event_id) if last_event_id and _REVISION.fullmatch(last_event_id) else None
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return EventStream(stream.events(caller, after), headers=headers)
