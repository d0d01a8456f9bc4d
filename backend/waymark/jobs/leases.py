"""Leases: who works on which row, until when, and what happens when that fails.

    received → leased → done
                 ↓ ↑
                retry → dead

A row is due when `due_at` has come, whatever its state: a new one at once, a failed one after its
backoff, a leased one when its lease has run out because the worker is gone. Finished rows have no
`due_at`, so the index of what is due stays as small as the backlog.
"""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Select, String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Identifier
from waymark.kit.ids import new_id

LEASE = timedelta(seconds=30)
MAX_ATTEMPTS = 10
FIRST_DELAY_S = 1.0
LONGEST_DELAY_S = 3600.0

RECEIVED, LEASED, RETRY, DONE, DEAD = "received", "leased", "retry", "done", "dead"


class Leasable:
    """The columns of a row that a worker takes, works on and finishes."""

    state: Mapped[str] = mapped_column(String(20))
    due_at: Mapped[datetime | None]
    lease_id: Mapped[str | None] = mapped_column(Identifier)
    attempts: Mapped[int]
    error: Mapped[str] = mapped_column(String(500))
    """Why the last attempt failed."""


J = TypeVar("J", bound=Leasable)


async def take(session: AsyncSession, due: Select[J], now: datetime) -> Sequence[J]:
    """Lease the rows that `due` selects, passing over those another worker holds.

    The rows carry one new `lease_id`; the caller commits before working on them.
    """
    rows = (await session.scalars(due.with_for_update(skip_locked=True))).all()
    lease_id = new_id()
    for row in rows:
        row.state = LEASED
        row.lease_id = lease_id
        row.due_at = now + LEASE
        row.attempts += 1
    await session.flush()
    return rows


def enqueue(row: Leasable, now: datetime) -> None:
    """Make a row due now, with a clean record."""
    row.state, row.due_at, row.lease_id = RECEIVED, now, None
    row.attempts, row.error = 0, ""


def finish(row: Leasable) -> None:
    """The work on a row is done."""
    row.state, row.due_at, row.lease_id, row.error = DONE, None, None, ""


def give_back(row: Leasable, now: datetime) -> None:
    """A lease was of no use, through no fault of the row: it is due again, and that was no try."""
    row.attempts -= 1
    row.state, row.due_at, row.lease_id = RETRY if row.attempts else RECEIVED, now, None


def fail(row: Leasable, now: datetime, error: str) -> None:
    """An attempt failed: try again later, or give up after the tenth."""
    row.error = error[:500]
    row.lease_id = None
    if row.attempts >= MAX_ATTEMPTS:
        row.state, row.due_at = DEAD, None
    else:
        row.state, row.due_at = RETRY, now + timedelta(seconds=backoff(row.attempts))


def backoff(attempts: int) -> float:
    """Seconds to wait after so many failed attempts: doubled each time, up to an hour.

    Half of it is random, so that what failed together does not come back together ("equal
    jitter", Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
    """
    longest = min(FIRST_DELAY_S * 2.0 ** (attempts - 1), LONGEST_DELAY_S)
    return longest / 2 + random.uniform(0, longest / 2)
