"""Credentials in a raw body, hidden before people see it. Pure."""

import re

MASKED = "•••"

_NAMES = (
    "write_?key|api_?key|access_?token|auth_?token|token|secret|client_?secret|password|session_?id"
)
_JSON = re.compile(rf'("(?:{_NAMES})"\s*:\s*")((?:[^"\\]|\\.)*)(")', re.IGNORECASE)
_XML = re.compile(rf"(<(?:\w+:)?(?:{_NAMES})>)([^<]*)(</)", re.IGNORECASE)


def mask(body: str) -> str:
    """The text with the values of members and elements that are named like credentials hidden."""
    for pattern in (_JSON, _XML):
        body = pattern.sub(rf"\g<1>{MASKED}\g<3>", body)
    return body
