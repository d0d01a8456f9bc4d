"""Cursors: opaque, and only good for the list and the filters they were made for."""

import base64
import binascii
from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

import orjson
from fastapi import Depends, Query, Request
from pydantic import ConfigDict, Field

from waymark.http.schema import Wire
from waymark.kit.errors import Fault, Invalid
from waymark.kit.vault import Vault

T = TypeVar("T")

MAX_LIMIT = 200


class BadCursor(Invalid):
    """The cursor was not made by this list, or for other filters."""

    code = "bad_cursor"


class Page(Wire, Generic[T]):
    """A page of a list."""

    # Docstrings do not reach the models that are made of a generic one.
    model_config = ConfigDict(
        json_schema_extra={"description": "A page of a list."}, use_attribute_docstrings=False
    )

    items: list[T]
    next: str | None = Field(
        examples=[None],
        description="Pass it as `cursor` to get the page after this one; null at the end.",
    )

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """`PersonaPage`, not `Page[Persona]`: generated clients take their names from it."""
        return f"{params[0].__name__}Page"


class Paging:
    """The position in a list: `limit` rows after `after` (a list of plain sort values)."""

    def __init__(self, limit: int, cursor: str | None, sign: Callable[[list[Any]], str]) -> None:
        self.limit = limit
        self._sign = sign
        self.after = _decode(cursor, sign) if cursor else None

    def cut(self, rows: list[T], key: Any) -> tuple[list[T], str | None]:
        """Of limit + 1 fetched rows the page, and the cursor to the next one.

        `key(row)` gives the sort values of a row as a list of plain values.
        """
        if len(rows) <= self.limit:
            return rows, None
        page = rows[: self.limit]
        return page, self.next(key(page[-1]))

    def next(self, values: list[Any]) -> str:
        """The cursor to what comes after a row with these sort values."""
        return _encode([self._sign(values), *values])


def _encode(values: list[Any]) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(values)).decode().rstrip("=")


def _decode(cursor: str, sign: Callable[[list[Any]], str]) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        signature, *values = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError) as error:
        raise _bad("This cursor was not made here.") from error
    if signature != sign(values):
        raise _bad("This cursor belongs to another list or to other filters.")
    return list(values)


def _bad(detail: str) -> BadCursor:
    return BadCursor(detail, faults=[Fault("?cursor", BadCursor.code, detail)])


async def get_paging(
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
    vault: Vault = request.app.state.vault

    # Signed, so that what comes back in a cursor needs no checking of its own.
    def sign(values: list[Any]) -> str:
        return vault.pseudonym("cursor", repr((request.url.path, filters, values)))

    return Paging(limit, cursor, sign)


PagingDep = Annotated[Paging, Depends(get_paging)]
