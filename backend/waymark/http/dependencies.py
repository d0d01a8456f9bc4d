"""The database session of a request: one transaction, committed before the answer leaves."""

from collections.abc import AsyncIterator
from typing import Annotated, cast

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.engine import Database
from waymark.http.access import find_caller
from waymark.settings import Settings

READS = {"GET", "HEAD", "OPTIONS"}


def settings(request: Request) -> Settings:
    """The application's settings."""
    return cast(Settings, request.app.state.settings)


def database(request: Request) -> Database:
    """The application's database."""
    return cast(Database, request.app.state.database)


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    """A reading session for safe methods, a writing one for the rest.

    Who is calling is found before it begins: noting the use of an API key is a write of its own.
    """
    await find_caller(request)
    store = database(request)
    opened = store.reading() if request.method in READS else store.writing()
    async with opened as session:
        request.state.session = session
        yield session


# With FastAPI's default scope the commit would come after the answer; see docs/decisions/0003.
SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]
