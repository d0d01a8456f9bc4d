"""PostHog's capture API, as its client libraries call it.

Sources: PostHog, "Capture API" (/i/v0/e, /batch, special events); posthog-python 7 (capture_v1.py)
for /i/v1/analytics/events; posthog-js (request-queue.ts, request.ts) for lists of events with an
offset instead of a time, and for bodies in Base64.
"""

import base64
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

import orjson

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits, Reply, Trust
from waymark.ingest.formats.bodies import limited, parse_json
from waymark.ingest.formats.posthog_mapping import MAPPING
from waymark.ingest.formats.write_keys import by_write_key
from waymark.ingest.mapping.values import Unfit, moment

LIMITS = Limits(body=6 * 1024 * 1024, item=64 * 1024)
"""posthog-python sends up to 5 MB and one event more at once."""

V1 = "/i/v1/analytics/events"
EVENTS = ("", "/batch", "/capture", "/e", "/i/v0/e", "/i/v0/ai/batch", "/track", V1)
FLAGS = ("/flags", "/decide")
RECORDINGS = "/s"

_FORM = b"data="
_KEYS = ("api_key", "token")
_EPOCH = "1970-01-01T00:00:00Z"
MAX_AGO_MS = 366 * 24 * 60 * 60 * 1000

NO_FLAGS = Reply(
    200,
    orjson.dumps(
        {
            "flags": {},
            "featureFlags": {},
            "featureFlagPayloads": {},
            "errorsWhileComputingFlags": False,
            "sessionRecording": False,
            "supportedCompression": ["gzip", "gzip-js"],
        }
    ),
)
STORED = Reply(200, b'{"status": 1}')
STORED_V1 = Reply(200, b'{"results": {}}')
"""No event is to be sent again: only those that are would be named."""
NOTHING_HERE = Reply(200, b"{}")


def keys_in(plain: bytes) -> Iterable[Any]:
    """The project keys in a body: of the request, or of its first event."""
    content = _parse(plain)
    first = content[0] if isinstance(content, list) else content
    properties = first.get("properties") if isinstance(first.get("properties"), dict) else {}
    return [place[name] for place in (first, properties) for name in _KEYS if name in place]


def _parse(plain: bytes) -> Any:
    """A body as JSON, which browsers send as a form with JSON in Base64, too."""
    if plain.startswith(_FORM):
        plain = base64.b64decode(parse_qs(plain.decode())["data"][0])
    return parse_json(plain)


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The events, each with what the request says for all of them. Raises Malformed, TooLarge."""
    content = _parse(plain)
    sent_at = incoming.headers.get("posthog-request-timestamp")
    events = content if isinstance(content, list) else [content]
    if isinstance(content, dict):
        sent_at = content.get("sent_at") or sent_at
        if isinstance(content.get("batch"), list):
            events = content["batch"]
    items = [_item(event, sent_at) for event in limited(events, LIMITS.items)]
    return Envelope(items, moment(sent_at))


def _item(event: Any, sent_at: Any) -> Any:
    if not isinstance(event, dict):
        return event
    item = {key: value for key, value in event.items() if key not in _KEYS}
    stated = item.get("properties")
    properties = {**stated} if isinstance(stated, dict) else {}
    properties.pop("token", None)
    item["properties"] = properties
    if item.get("distinct_id") is None:
        item["distinct_id"] = properties.get("distinct_id")
    if item.get("event") in ("$create_alias", "$merge_dangerously"):
        item["alias"] = properties.get("alias")
    _say_when_sent(item, sent_at)
    return item


def _say_when_sent(item: dict[str, Any], sent_at: Any) -> None:
    """Put the sender's clock into an item.

    A browser says only how many milliseconds ago an event was: its clock starts with the event.
    """
    offset = item.pop("offset", None)
    is_ago = isinstance(offset, int | float) and 0 <= offset <= MAX_AGO_MS
    if item.get("timestamp") is None and is_ago:
        item["timestamp"], item["sent_at"] = _EPOCH, offset / 1000
    elif item.get("sent_at") is None and sent_at is not None:
        item["sent_at"] = sent_at


def check(item: Any) -> None:
    """Whether an item is an event. Raises Unfit."""
    if not isinstance(item, dict):
        raise Unfit("not_an_object", "An event is a JSON object.")
    if not isinstance(item.get("event"), str) or not item["event"]:
        raise Unfit("no_event", "“event” must say, as a text, what happened.")


def challenge(incoming: Incoming, trust: Trust) -> Reply | None:
    """The answer to what libraries ask for beside sending events: feature flags, recordings."""
    if incoming.path in FLAGS:
        return NO_FLAGS
    return STORED if incoming.path == RECORDINGS else None


def reply(incoming: Incoming) -> Reply:
    """What a library expects to hear of events that are stored."""
    return STORED_V1 if incoming.path == V1 else STORED


def probe(incoming: Incoming) -> Reply:
    """An empty answer to whatever a library asks for before it sends, such as its settings."""
    return NOTHING_HERE


POSTHOG = Format(
    key="posthog",
    name="PostHog",
    verify=by_write_key(keys_in, LIMITS.inflated),
    unwrap=unwrap,
    check=check,
    mapping=MAPPING,
    limits=LIMITS,
    media_types=frozenset({"application/json", "text/plain", "application/x-www-form-urlencoded"}),
    timeless=True,
    sniffs_gzip=True,
    paths=frozenset({*EVENTS, *FLAGS, RECORDINGS}),
    reply=reply,
    probe=probe,
    challenge=challenge,
)
