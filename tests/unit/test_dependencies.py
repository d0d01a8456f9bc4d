"""A dependency that is not a coroutine costs every request a hop to another thread and back."""

import inspect
from collections.abc import Iterator
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from waymark.main import API_ROUTERS


def _calls(dependant: Dependant) -> Iterator[Any]:
    for below in dependant.dependencies:
        yield below.call
        yield from _calls(below)


def test_no_dependency_needs_a_thread() -> None:
    routes = [
        route for router in API_ROUTERS for route in router.routes if isinstance(route, APIRoute)
    ]
    calls = {call for route in routes for call in _calls(route.dependant)}
    assert calls
    assert [
        call.__qualname__
        for call in calls
        if not inspect.iscoroutinefunction(call) and not inspect.isasyncgenfunction(call)
    ] == []
