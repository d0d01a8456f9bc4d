"""Standard Webhooks: one signed JSON payload is one event.

The specification (standardwebhooks.com, "Payload structure" and "Webhook headers") recommends
payloads of `{"type": …, "timestamp": …, "data": {…}}`; others come in too, and need a mapping of
their own. The id of the message is in a header, and is the same when it is sent again.
"""

from waymark.ingest.formats.base import Envelope, Format, Incoming
from waymark.ingest.formats.bodies import parse_json
from waymark.ingest.formats.enveloped import mapping_of_data
from waymark.ingest.formats.signatures import signed_at, standard_webhook


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The payload, with its id as `webhook_id`. Raises Malformed."""
    content = parse_json(plain)
    item = content if isinstance(content, dict) else {"data": content}
    webhook_id = incoming.headers.get("webhook-id")
    return Envelope([{**item, "webhook_id": webhook_id}], signed_at(incoming.headers))


STANDARD_WEBHOOKS = Format(
    key="standard-webhooks",
    name="Standard Webhooks",
    verify=standard_webhook,
    unwrap=unwrap,
    mapping=mapping_of_data(id=["/webhook_id"], occurred_at=["/timestamp"]),
    secret_from="sender",
    timeless=True,
)
