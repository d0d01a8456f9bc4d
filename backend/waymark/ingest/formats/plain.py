"""Formats for senders that have none of their own here: any JSON, signed or with a secret. Pure.

What is where in it is for the source's own mapping to say; until then everything is kept and waits
in quarantine.
"""

from datetime import datetime
from typing import cast

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits, Setting, Trust
from waymark.ingest.formats.bodies import limited, parse_json
from waymark.ingest.formats.hmac_signatures import Algorithm, Encoding, Scheme, is_signed
from waymark.ingest.formats.signatures import basic_password, bearer
from waymark.ingest.mapping.model import IdAt, Mapping

LIMITS = Limits(item=256 * 1024)
_PLACEHOLDERS = r"\{(method|url|path|body|timestamp)\}"
_SIGNED = rf"([^{{}}]|{_PLACEHOLDERS})*\{{body\}}([^{{}}]|{_PLACEHOLDERS})*"
_HEADER = r"[A-Za-z0-9-]+"


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """An array is many items, anything else is one. Raises Malformed, TooLarge."""
    content = parse_json(plain)
    return Envelope(limited(content if isinstance(content, list) else [content], LIMITS.items))


def scheme_of(settings: dict[str, str]) -> Scheme:
    """How a source's requests are signed, from its settings."""

    def stated(key: str) -> str:
        return settings.get(key) or DEFAULTS[key]

    return Scheme(
        header=stated("header").lower(),
        signed=stated("signed"),
        algorithm=cast(Algorithm, stated("algorithm")),
        encoding=cast(Encoding, stated("encoding")),
        prefix=stated("prefix"),
        timestamp=stated("timestamp").lower(),
    )


def verify_hmac(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """A signature as the source's settings describe it."""
    return is_signed(scheme_of(dict(trust.settings)), incoming, trust, now)


def verify_secret(incoming: Incoming, trust: Trust, now: datetime) -> bool:
    """The secret as a bearer token or as a password; or nothing, where the address is secret."""
    if trust.settings.get("proof") == "address":
        return True
    return bearer(incoming, trust, now) or basic_password(incoming, trust, now)


SETTINGS = (
    Setting("header", example="X-Hub-Signature-256", required=True, pattern=_HEADER),
    Setting("algorithm", example="sha256", choices=("sha1", "sha256", "sha512"), default="sha256"),
    Setting("encoding", example="hex", choices=("hex", "base64"), default="hex"),
    Setting("prefix", example="sha256="),
    Setting("signed", example="{timestamp}.{body}", default="{body}", pattern=_SIGNED),
    Setting("timestamp", example="X-Request-Timestamp", pattern=rf"{_HEADER}|[A-Za-z0-9]+="),
)
DEFAULTS = {setting.key: setting.default for setting in SETTINGS}

# Without an id: what senders put in `id` may well be their customer's or their order's.
MAPPING = Mapping(
    customer=[IdAt("/customer"), IdAt("/email", "email")],
    occurred_at=["/occurred_at", "/timestamp", "/created_at", "/time"],
    touchpoint=["/touchpoint"],
)

HMAC = Format(
    key="hmac",
    name="Signed JSON",
    verify=verify_hmac,
    unwrap=unwrap,
    secret_from="sender",
    settings=SETTINGS,
    limits=LIMITS,
    timeless=True,
    mapping=MAPPING,
)

JSON = Format(
    key="json",
    name="JSON",
    verify=verify_secret,
    unwrap=unwrap,
    settings=[
        Setting("proof", example="secret", choices=("secret", "address"), default="secret"),
    ],
    limits=LIMITS,
    timeless=True,
    mapping=MAPPING,
)
