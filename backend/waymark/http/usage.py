"""What is in use is not deleted: the answer says where instead.

A feature cannot ask those that are built on it, so `main.py` hands over who to ask about what.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, cast

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.kit.errors import Conflict

MAX_USES = 20


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that needs another: what it is (`map`, `touchpoint` …), its id and its title."""

    kind: str
    id: str
    title: str


FindUses = Callable[[AsyncSession, str, int], Awaitable[Sequence[Use]]]
"""Finds what uses the thing with this id: at most so many."""


class InUse(Conflict):
    """Something else still needs it; `used_by` in the answer says what."""

    code = "in_use"
    title = "Still in use"


class Usage:
    """Who to ask before something is deleted, by the kind of thing."""

    def __init__(self, finders: Mapping[str, Sequence[FindUses]]) -> None:
        self._finders = finders

    async def ensure_unused(
        self, session: AsyncSession, kind: str, thing_id: str, error: type[InUse]
    ) -> None:
        """Raise `error` when anything uses the thing."""
        found: list[Use] = []
        for find in self._finders.get(kind, ()):
            found.extend(await find(session, thing_id, MAX_USES - len(found)))
            if len(found) >= MAX_USES:
                break
        if found:
            where = ", ".join(f"“{use.title}”" for use in found[:3])
            more = " and others" if len(found) > 3 else ""
            raise error(
                f"Still used by {where}{more}.",
                extra={"used_by": [asdict(use) for use in found]},
            )


async def get_usage(request: Request) -> Usage:
    """The application's usage finders."""
    return cast(Usage, request.app.state.usage)


UsageDep = Annotated[Usage, Depends(get_usage)]
