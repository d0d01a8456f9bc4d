"""What is known of customers is the same however their events are spread over the index."""

import pytest
from waymark.events import runs


@pytest.fixture(autouse=True)
def _many_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every batch of events begins a run of its own, as only a great many do otherwise."""
    monkeypatch.setattr(runs, "EVENTS_A_RUN", 1)
