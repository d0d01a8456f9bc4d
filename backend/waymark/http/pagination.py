"""Cursors: opaque, and only good for the list and the filters they were made for."""

import base64
import binascii
import hashlib
from typing import Annotated, Any, Generic, TypeVar

import orjson
from fastapi import Depends, Query, Request

from waymark.http.schema import Wire
from waymark.kit.errors import Fault, Invalid

T = TypeVar("T")

MAX_LIMIT = 200


class BadCursor(Invalid):
    """The cursor was not made by this list, or for other filters."""

    code = "bad_cursor"


class Page(Wire, Generic[T]):
    """A page of a list."""

    items: list[T]
    next: str | None
    """Pass it as `cursor` to get the page after this one; null at the end."""


class Paging:
    """The position in a list: `limit` rows after `after` (a list of plain sort values)."""

    def __init__(self, limit: int, cursor: str | None, scope: str) -> None:
        self.limit = limit
        self._scope = scope
        self.after = _decode(cursor, scope) if cursor else None

    def cut(self, rows: list[T], key: Any) -> tuple[list[T], str | None]:
        """Of limit + 1 fetched rows the page, and the cursor to the next one.

        `key(row)` gives the sort values of a row as a list of plain values.
        """
        if len(rows) <= self.limit:
            return rows, None
        page = rows[: self.limit]
        return page, _encode(key(page[-1]), self._scope)


def _encode(values: list[Any], scope: str) -> str:
    return base64.urlsafe_b64encode(orjson.dumps([scope, *values])).decode().rstrip("=")


def _decode(cursor: str, scope: str) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found, *values = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError) as error:
        raise _bad("This cursor was not made here.") from error
    if found != scope:
        raise _bad("This cursor belongs to another list or to other filters.")
    return list(values)


def _bad(detail: str) -> BadCursor:
    return BadCursor(detail, faults=[Fault("?cursor", BadCursor.code, detail)])


def get_paging(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Rows on a page.")] = 50,
    cursor: Annotated[
        str | None, Query(max_length=1000, description="`next` of the page before.")
    ] = None,
) -> Paging:
    """The paging parameters of a list."""
    filters = sorted(
        (name, value)
        for name, value in request.query_params.multi_items()
        if name not in {"cursor", "limit"}
    )
    scope = hashlib.sha256(repr((request.url.path, filters)).encode()).hexdigest()[:16]
    return Paging(limit, cursor, scope)


PagingDep = Annotated[Paging, Depends(get_paging)]
