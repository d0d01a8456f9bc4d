"""Who leaves a workspace owns nothing in it any more.

Workspaces cannot know what is built on them, so `main.py` hands over who lets go of the person.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated, cast

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller

LetGo = Callable[[AsyncSession, Caller, str, str], Awaitable[None]]
"""Takes a person out of everything in a workspace: caller, workspace id, id of the person."""


class Departures:
    """Who lets go of a person that has left a workspace."""

    def __init__(self, *let_go: LetGo) -> None:
        self._let_go = let_go

    async def happen(
        self, session: AsyncSession, caller: Caller, workspace_id: str, user_id: str
    ) -> None:
        """Have the person, who no longer belongs to the workspace, let go of everywhere."""
        for let_go in self._let_go:
            await let_go(session, caller, workspace_id, user_id)


async def get_departures(request: Request) -> Departures:
    """The application's departures."""
    return cast(Departures, request.app.state.departures)


DeparturesDep = Annotated[Departures, Depends(get_departures)]
