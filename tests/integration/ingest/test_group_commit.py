"""Many senders at once share transactions; one alone does not wait for others."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI
from sqlalchemy import event

from tests.factories.events import Sender, a_source, an_event
from tests.factories.people import Person

SENDERS, EACH = 16, 6


@contextmanager
def commits_counted(app: FastAPI) -> Iterator[list[object]]:
    """A list that grows with every transaction that is committed."""
    engine = app.state.database.engine.sync_engine
    commits: list[object] = []
    count = commits.append
    event.listen(engine, "commit", count)
    yield commits
    event.remove(engine, "commit", count)


async def send_some(sender: Sender, name: str) -> None:
    """Send event after event, each as soon as the last one is answered."""
    for number in range(EACH):
        answer = await sender.post(an_event(id=f"{name}-{number}"))
        assert answer.status_code == 202


async def test_a_crowd_of_senders_is_stored_in_few_transactions(
    app: FastAPI, admin: Person
) -> None:
    sender = await a_source(app, admin)
    with commits_counted(app) as commits:
        await asyncio.gather(*(send_some(sender, f"s-{number}") for number in range(SENDERS)))
    assert len(commits) <= SENDERS * EACH / 4
    assert len(await admin.items("deliveries")) == SENDERS * EACH


async def test_whoever_sends_alone_has_a_transaction_for_each(app: FastAPI, admin: Person) -> None:
    sender = await a_source(app, admin)
    with commits_counted(app) as commits:
        await send_some(sender, "s")
    assert len(commits) == EACH
