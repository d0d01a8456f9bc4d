"""Every format as its sender uses it: an example, how it is proved, what the sender hears."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from httpx import Response
from standardwebhooks import Webhook
from waymark.ingest.formats.hmac_signatures import signed_headers
from waymark.ingest.formats.plain import scheme_of

from tests.factories.events import Sender
from tests.factories.formats import payload
from tests.factories.signing import SIGNERS, Signer, basic
from tests.factories.vendors import post

HMAC_SETTINGS = {
    "header": "X-Signature",
    "signed": "{timestamp}.{body}",
    "timestamp": "X-Signed-At",
    "prefix": "v1=",
}


def bearer(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    """The secret as a bearer token."""
    return {"authorization": f"Bearer {secret}"}


def user(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    """The secret as the user of HTTP Basic authentication."""
    return basic(f"{secret}:")


def password(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    """The secret as the password of HTTP Basic authentication."""
    return basic(f"waymark:{secret}")


def standard_webhooks(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    """What the library for Standard Webhooks signs."""
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign("msg_1", at, body.decode()),
    }


def hmac(body: bytes, secret: str, at: datetime, url: str) -> dict[str, str]:
    """A signature as the settings describe it."""
    stamp = str(int(at.timestamp()))
    return signed_headers(scheme_of(HMAC_SETTINGS), post(body), secret, stamp)


@dataclass(frozen=True)
class Connection:
    """How one kind of sender sends."""

    format: str
    example: str
    sign: Signer
    strange: bytes = b'{"nobody": "has heard of this"}'
    """Well-formed, and nothing that could be understood."""
    timed: bool = False
    """Whether the time of sending is signed."""
    signed: bool = False
    """Whether the body is signed."""
    secrets: Sequence[str] = ()
    """The sender's own: one, and those after its rotations."""
    settings: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    answers: Callable[[Response], bool] = lambda answer: (
        answer.status_code == 202 and set(answer.json()) == {"delivery_id", "items"}
    )
    """Whether this is what the sender takes for success."""

    @property
    def body(self) -> bytes:
        """The example."""
        return payload(self.example)

    async def send(self, sender: Sender, body: bytes, proof: Mapping[str, str]) -> Response:
        """Send this to the source's address."""
        return await sender.client.post(
            f"/ingest/{sender.key}{self.path}",
            content=body,
            headers={"Content-Type": "application/json", **self.headers, **proof},
        )


def _says(status: int, text: str) -> Callable[[Response], bool]:
    return lambda answer: answer.status_code == status and text in answer.text


OWN = tuple(f"secret-{number}-of-the-sender" for number in range(4))
WHSEC = tuple(f"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS{number}" for number in range(4))

CONNECTIONS = (
    Connection("waymark", "native/batch.json", bearer),
    Connection("waymark", "native/batch.json", standard_webhooks, timed=True, signed=True),
    Connection(
        "standard-webhooks",
        "standard-webhooks/order-paid.json",
        standard_webhooks,
        timed=True,
        signed=True,
        secrets=WHSEC,
    ),
    Connection(
        "cloudevents",
        "cloudevents/structured.json",
        bearer,
        strange=b'{"specversion": "1.0", "id": "1", "source": "/x", "type": "odd"}',
        headers={"Content-Type": "application/cloudevents+json"},
    ),
    Connection(
        "hmac",
        "hmac/event.json",
        hmac,
        timed=True,
        signed=True,
        secrets=OWN,
        settings=HMAC_SETTINGS,
    ),
    Connection("json", "json/event.json", bearer),
    Connection(
        "segment",
        "segment/batch.json",
        user,
        path="/v1/batch",
        strange=b'{"batch": [{"type": "odd"}]}',
        answers=_says(200, '{"success": true}'),
    ),
    Connection(
        "rudderstack",
        "rudderstack/batch.json",
        user,
        path="/v1/batch",
        strange=b'{"batch": [{"type": "odd"}]}',
        answers=_says(200, '{"success": true}'),
    ),
    Connection(
        "posthog", "posthog/batch.json", bearer, path="/batch/", answers=_says(200, '{"status": 1}')
    ),
    Connection(
        "hubspot",
        "hubspot/batch.json",
        SIGNERS["hubspot"],
        timed=True,
        signed=True,
        secrets=OWN,
        answers=_says(200, "received"),
    ),
    Connection("pipedrive", "pipedrive/deal-won.json", password),
    Connection(
        "zendesk",
        "zendesk/ticket-solved.json",
        SIGNERS["zendesk"],
        timed=True,
        signed=True,
        secrets=OWN,
    ),
    Connection(
        "intercom",
        "intercom/conversation-rated.json",
        SIGNERS["intercom"],
        signed=True,
        secrets=OWN,
        answers=_says(200, "received"),
    ),
    Connection(
        "shopify",
        "shopify/order-paid.json",
        SIGNERS["shopify"],
        signed=True,
        secrets=OWN,
        headers={"X-Shopify-Topic": "orders/paid"},
    ),
    Connection("typeform", "typeform/rating.json", SIGNERS["typeform"], signed=True),
    Connection(
        "stripe",
        "stripe/invoice-paid.json",
        SIGNERS["stripe"],
        timed=True,
        signed=True,
        secrets=OWN,
    ),
)
"""All but Salesforce, whose messages are not signed (test_salesforce.py)."""
