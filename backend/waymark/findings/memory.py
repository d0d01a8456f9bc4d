"""What a process remembers of the maps it has checked, so that a change is checked in no time."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from waymark.db.stamp import Memo, Stamp
from waymark.findings.checking import Checked, Thresholds
from waymark.findings.context import Context
from waymark.findings.evidence_data import Evidence
from waymark.findings.report import Report
from waymark.findings.surroundings import Surroundings
from waymark.findings.view import MapView

MAX_RESULTS = 2_000
MAX_VIEWS = 100
CONTEXTS, CONTEXT_AGE_S = 200, 30
REPORTED = 100_000
"""How many findings are kept in reports on whole workspaces."""
MAX_COMPARED = 20


@dataclass(slots=True)
class Known:
    """What the rules said of a map at one revision, and with what they were asked."""

    revision: int
    checked: Checked
    thresholds: Thresholds
    around: Surroundings
    evidence: Evidence | None
    evidence_at: datetime | None
    view: MapView | None
    touchpoint_ids: frozenset[str]
    persona_ids: tuple[str, ...]


class FindingsMemory:
    """Results of the maps that were checked last; the maps themselves of fewer of them."""

    def __init__(self, stamp: Stamp) -> None:
        self._known: OrderedDict[str, Known] = OrderedDict()
        self._views: OrderedDict[str, None] = OrderedDict()
        self._compared: dict[tuple[int, int], tuple[Surroundings, Surroundings, bool]] = {}
        self.contexts: Memo[Context] = Memo(stamp, max_age=CONTEXT_AGE_S, room=CONTEXTS)
        self.reports: Memo[Report] = Memo(stamp, max_age=CONTEXT_AGE_S, room=REPORTED)

    def get(self, map_id: str) -> Known | None:
        """What was said of a map when it was last checked."""
        return self._known.get(map_id)

    def keep(self, map_id: str, known: Known) -> None:
        """Remember what the rules said of a map."""
        self._known[map_id] = known
        self._known.move_to_end(map_id)
        self._views[map_id] = None
        self._views.move_to_end(map_id)
        while len(self._views) > MAX_VIEWS:
            oldest, _ = self._views.popitem(last=False)
            if oldest in self._known:
                self._known[oldest].view = None
        while len(self._known) > MAX_RESULTS:
            gone, _ = self._known.popitem(last=False)
            self._views.pop(gone, None)

    def same_to_maps(self, one: Surroundings, other: Surroundings) -> bool:
        """Whether two surroundings are the same to every rule about maps.

        All maps of a workspace ask it of the same two, one after the other: each answer is kept.
        """
        if one is other:
            return True
        key = (id(one), id(other))
        if key not in self._compared:
            if len(self._compared) >= MAX_COMPARED:
                self._compared.clear()
            self._compared[key] = (one, other, _same_to_maps(one, other))
        return self._compared[key][2]


def _same_to_maps(one: Surroundings, other: Surroundings) -> bool:
    return (
        one.today == other.today
        and one.touchpoints == other.touchpoints
        and one.channels == other.channels
        and one.personas == other.personas
    )
