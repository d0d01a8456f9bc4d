"""CloudEvents 1.0 over HTTP: binary, structured and batched.

Sources: CloudEvents 1.0.2, "HTTP Protocol Binding" and "JSON Event Format"; "HTTP 1.1 Web Hooks
for Event Delivery" 1.0.2 for the authorization and the handshake.
"""

import base64
import re
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits, Reply, Trust
from waymark.ingest.formats.bodies import limited, parse_json
from waymark.ingest.formats.enveloped import mapping_of_data
from waymark.ingest.formats.signatures import bearer, matches
from waymark.ingest.mapping.values import Unfit
from waymark.kit.errors import Malformed, UnsupportedType

LIMITS = Limits(item=64 * 1024)
"""Consumers are to take at least 64 kB (CloudEvents, "Size Limits")."""

EVENT, BATCH = "application/cloudevents", "application/cloudevents-batch"
REQUIRED = ("id", "source", "specversion", "type")
VERSION = "1.0"
MAX_ATTRIBUTE = 1000
"""How long a header may be; longer ones are not stored with the delivery."""

_PREFIX = "ce-"
_QUOTED_PAIR = re.compile(r"\\(.)")
_JSON_TYPE = re.compile(r"application/json|text/json|.+\+json")


def verify(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """The secret as a bearer token, or as `access_token` in the address ("Web Hooks", 3)."""
    return bearer(incoming, trust, now) or matches(incoming.query.get("access_token", ""), trust)


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The events, each as the JSON event format writes it ("HTTP Protocol Binding", 3).

    An event that comes alone must be complete; one in a batch is judged by itself later (check).
    Raises Malformed, TooLarge, UnsupportedType.
    """
    media_type = incoming.media_type
    if media_type.startswith(BATCH):
        _require_json(media_type, BATCH)
        events = parse_json(plain)
        if not isinstance(events, list):
            raise Malformed("A batch is a JSON array of events.")
        return Envelope(limited(events, LIMITS.items))
    if media_type.startswith(EVENT):
        _require_json(media_type, EVENT)
        event = parse_json(plain)
    else:
        event = {**_attributes(incoming), **_data(media_type, plain)}
    try:
        check(event)
    except Unfit as reason:
        raise Malformed(reason.detail) from reason
    return Envelope([event])


def _require_json(media_type: str, kind: str) -> None:
    if media_type != f"{kind}+json":
        raise UnsupportedType(f"Of the event formats only {kind}+json is understood.")


def _attributes(incoming: Incoming) -> dict[str, Any]:
    """The attributes of an event in binary mode, from the headers (3.1)."""
    found = {
        name.removeprefix(_PREFIX): _decoded(name, value)
        for name, value in incoming.headers.items()
        if name.startswith(_PREFIX)
    }
    stated = incoming.headers.get("content-type")
    return {**found, "datacontenttype": stated} if stated else found


def _decoded(name: str, value: str) -> str:
    """A header's value, unquoted and then percent-decoded once (3.1.3.2)."""
    if len(value) > MAX_ATTRIBUTE:
        raise Malformed(f"The header {name} has more than {MAX_ATTRIBUTE} characters.")
    if len(value) > 1 and value.startswith('"') and value.endswith('"'):
        value = _QUOTED_PAIR.sub(r"\1", value[1:-1])
    try:
        return unquote(value, errors="strict")
    except UnicodeDecodeError as error:
        raise Malformed(f"The header {name} is not percent-encoded UTF-8.") from error


def _data(media_type: str, plain: bytes) -> dict[str, Any]:
    """The body of an event in binary mode: as JSON, as text, else in Base64 ("JSON", 3.1)."""
    if not plain:
        return {}
    if _JSON_TYPE.fullmatch(media_type):
        return {"data": parse_json(plain)}
    try:
        return {"data": plain.decode()}
    except UnicodeDecodeError:
        return {"data_base64": base64.b64encode(plain).decode()}


def check(item: Any) -> None:
    """Whether the required attributes are there, as texts ("CloudEvents", 3.1). Raises Unfit."""
    if not isinstance(item, dict):
        raise Unfit("not_an_object", "An event is a JSON object.")
    for name in REQUIRED:
        if not isinstance(item.get(name), str) or not item[name]:
            raise Unfit("missing_attribute", f"The attribute “{name}” is missing.")
    if item["specversion"] != VERSION:
        raise Unfit("unknown_version", f"The “specversion” understood here is {VERSION}.")


def probe(incoming: Incoming) -> Reply | None:
    """The consent to a sender that asks before it sends ("Web Hooks", 4.2)."""
    origin = incoming.headers.get("webhook-request-origin")
    if incoming.method != "OPTIONS" or not origin:
        return None
    return Reply(
        200,
        headers={
            "Allow": "POST, GET, HEAD, OPTIONS",
            "WebHook-Allowed-Origin": origin,
            "WebHook-Allowed-Rate": "*",
        },
    )


CLOUDEVENTS = Format(
    key="cloudevents",
    name="CloudEvents",
    verify=verify,
    unwrap=unwrap,
    check=check,
    mapping=mapping_of_data(id=["/source", "/id"], occurred_at=["/time"]),
    limits=LIMITS,
    media_types=frozenset(),
    timeless=True,
    probe=probe,
)
