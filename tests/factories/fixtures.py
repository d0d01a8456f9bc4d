"""Fixtures for the people most tests start with."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from tests.factories.people import Person, a_person


@pytest.fixture
async def admin(app: FastAPI) -> AsyncIterator[Person]:
    """The admin of a workspace."""
    person = await a_person(app)
    yield person
    await person.client.aclose()


@pytest.fixture
async def stranger(app: FastAPI) -> AsyncIterator[Person]:
    """The admin of another workspace."""
    person = await a_person(app, "Sam Stranger")
    yield person
    await person.client.aclose()
