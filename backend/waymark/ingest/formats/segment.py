"""Segment's HTTP tracking API, as its client libraries and websites call it.

Source: Segment, "HTTP API Source" (calls, write keys, limits, batch) and "Spec: Common Fields".
"""

from collections.abc import Iterable
from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits, Reply
from waymark.ingest.formats.bodies import limited, parse_json
from waymark.ingest.formats.segment_mapping import MAPPING
from waymark.ingest.formats.write_keys import by_write_key
from waymark.ingest.mapping.values import Unfit, moment
from waymark.kit.errors import Malformed

LIMITS = Limits(body=500 * 1024, inflated=500 * 1024)

CALLS = ("track", "identify", "page", "screen", "group", "alias")
_BATCHES = ("batch", "import")
_SHORT = {call[0]: call for call in CALLS}
"""Analytics.js in a browser calls /v1/t for a track, /v1/i for an identify, and so on."""

PATHS = frozenset({"", *(f"/v1/{name}" for name in (*CALLS, *_BATCHES, *_SHORT))})
_KEYS = ("writeKey", "write_key")
_SHARED = ("context", "integrations")

SUCCESS = Reply(200, b'{"success": true}')
"""Several libraries take anything but 200 for a failure, and send again."""


def keys_in(plain: bytes) -> Iterable[Any]:
    """The write keys in a body."""
    content = parse_json(plain)
    return [content[name] for name in _KEYS if name in content]


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The calls, each with what the request says for all of them. Raises Malformed, TooLarge."""
    content = parse_json(plain)
    if not isinstance(content, dict):
        raise Malformed("Send a JSON object.")
    name = incoming.path.rpartition("/")[2]
    calls = content.get("batch") if name in _BATCHES or "batch" in content else [content]
    if not isinstance(calls, list):
        raise Malformed("“batch” must be an array of calls.")
    kind = _SHORT.get(name, name)
    items = [_item(call, content, kind) for call in limited(calls, LIMITS.items)]
    return Envelope(items, moment(content.get("sentAt")))


def _item(call: Any, request: dict[str, Any], kind: str) -> Any:
    if not isinstance(call, dict):
        return call
    item = {key: value for key, value in call.items() if key not in _KEYS}
    if kind in CALLS:
        item.setdefault("type", kind)
    for name in _SHARED:
        if isinstance(request.get(name), dict):
            own = item.get(name)
            item[name] = {**request[name], **(own if isinstance(own, dict) else {})}
    _say_when_sent(item, request)
    if item.get("type") == "group":
        _keep_group_apart(item)
    return item


def _say_when_sent(item: dict[str, Any], request: dict[str, Any]) -> None:
    """Put the sender's clock into an item, unless Segment itself passes it on.

    Then the error of the clock has been taken off its time already.
    """
    if "receivedAt" in item:
        item.pop("sentAt", None)
    elif item.get("sentAt") is None and request.get("sentAt") is not None:
        item["sentAt"] = request["sentAt"]


def _keep_group_apart(item: dict[str, Any]) -> None:
    """What a group call says is known of the company, and would overwrite the person's name."""
    traits = item.get("traits")
    known = traits if isinstance(traits, dict) else {}
    item["traits"] = {"group": {**known, "id": item.get("groupId")}}


def check(item: Any) -> None:
    """Whether an item is a call. Raises Unfit."""
    if not isinstance(item, dict):
        raise Unfit("not_an_object", "A call is a JSON object.")
    if item.get("type") not in CALLS:
        raise Unfit("unknown_type", f"“type” must be one of {', '.join(CALLS)}.")


SEGMENT = Format(
    key="segment",
    name="Segment",
    verify=by_write_key(keys_in, LIMITS.inflated),
    unwrap=unwrap,
    check=check,
    mapping=MAPPING,
    limits=LIMITS,
    media_types=frozenset({"application/json", "text/plain"}),
    timeless=True,
    sniffs_gzip=True,
    paths=PATHS,
    reply=lambda incoming: SUCCESS,
)
