"""What callers do with any record of a workspace: see it, change it, remove it when unused."""

from collections.abc import Collection
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.base import ExecutableOption

from waymark.db import tenancy
from waymark.db.flush import flush_or
from waymark.db.tenancy import Record
from waymark.http.access import Caller, Role
from waymark.http.etag import ensure_current
from waymark.http.usage import InUse, Usage
from waymark.kit.errors import NotFound

R = TypeVar("R", bound=Record)


class Records(Generic[R]):
    """One kind of record, what people call it, and the errors that speak of it."""

    def __init__(
        self,
        model: type[R],
        kind: str,
        missing: type[NotFound],
        in_use: type[InUse],
        *options: ExecutableOption,
    ) -> None:
        self.model = model
        self.kind = kind
        self._missing = missing
        self._in_use = in_use
        self._options = options

    async def get(
        self, session: AsyncSession, caller: Caller, row_id: str, *, lock: bool = False
    ) -> R:
        """One that the caller may see; locked against other writers if asked. Raises `missing`."""
        found = await tenancy.by_id(
            session, self.model, row_id, caller.workspace_ids, *self._options, lock=lock
        )
        if found is None:
            raise self._missing(f"There is no such {self.kind}.")
        return found

    async def claim(self, session: AsyncSession, caller: Caller, row_id: str, expected: int) -> R:
        """One to write to, locked, at the revision the writer knows.

        Raises `missing`, Forbidden, Stale.
        """
        found = await self.get(session, caller, row_id, lock=True)
        caller.require(Role.EDITOR, found.workspace_id)
        ensure_current(expected, found.revision)
        return found

    async def ids_among(
        self, session: AsyncSession, workspace_id: str, ids: Collection[str]
    ) -> set[str]:
        """Which of these ids are in the workspace."""
        return await tenancy.ids_among(session, self.model, workspace_id, ids)

    async def remove(
        self, session: AsyncSession, caller: Caller, row_id: str, expected: int, usage: Usage
    ) -> None:
        """Delete one that nothing uses. Raises `missing`, Forbidden, Stale, `in_use`."""
        found = await self.claim(session, caller, row_id, expected)
        await usage.ensure_unused(session, self.kind, found.id, self._in_use)
        await session.delete(found)
        await flush_or(session, self._in_use("Somebody has just started to use it."))
