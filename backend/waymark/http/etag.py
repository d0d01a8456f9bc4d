"""Versions on the wire: ETag out, If-Match and If-None-Match in."""

import re
from typing import Annotated

from fastapi import Depends, Header

from waymark.kit.errors import Malformed, PreconditionRequired, Stale

ETAG_PATTERN = r'^(W/)?"[0-9]{1,18}"$'


def etag(revision: int) -> str:
    """The strong entity tag of a revision."""
    return f'"{revision}"'


async def get_expected_revision(
    if_match: Annotated[
        str | None,
        Header(description='The ETag of the version this write is based on, such as `"7"`.'),
    ] = None,
) -> int:
    """The revision in If-Match.

    Raises PreconditionRequired when it is missing, Malformed when it is not one of our tags.
    """
    if if_match is None:
        raise PreconditionRequired("Send If-Match with the ETag you have last seen.")
    tag = if_match.strip()
    if not re.match(ETAG_PATTERN, tag):
        raise Malformed('If-Match must be one entity tag, such as "7".')
    return int(tag.removeprefix("W/").strip('"'))


IfMatch = Annotated[int, Depends(get_expected_revision)]


def ensure_current(expected: int, current: int) -> None:
    """Raise Stale, telling the current revision, unless the two are the same."""
    if expected != current:
        raise Stale(
            f"You changed version {expected}, but the current one is {current}.",
            extra={"revision": current},
        )


def matches(if_none_match: str | None, tag: str) -> bool:
    """Whether If-None-Match lists `tag` (weak comparison, RFC 9110 section 13.1.2)."""
    if if_none_match is None:
        return False
    listed = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return "*" in listed or tag in listed
