"""Remembering what was read or written only once it is true for everybody."""

from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

WRITING = "waymark_writing"
"""The mark of a session that may still be undone, in its `info`."""


def when_committed(session: AsyncSession, act: Callable[[], None]) -> None:
    """Do something now if the session only reads, and else after its commit, or never."""
    if session.info.get(WRITING):
        event.listen(session.sync_session, "after_commit", lambda _: act(), once=True)
    else:
        act()
