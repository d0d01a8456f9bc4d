"""A map as rules see it: the document with what is where looked up once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from waymark.findings.evidence_data import Evidence
from waymark.findings.surroundings import Surroundings
from waymark.maps.document import Document, Item
from waymark.maps.parts import Kind

NOTHING: Mapping[str, list[Item]] = {}


class MapView:
    """A document at one revision, in its surroundings. Nothing of it ever changes."""

    def __init__(
        self,
        map_id: str,
        document: Document,
        around: Surroundings,
        evidence: Evidence | None = None,
    ) -> None:
        self.id = map_id
        self.document = document
        self.around = around
        self.evidence = evidence

    @property
    def fields(self) -> Mapping[str, Any]:
        """What the map says of itself."""
        return self.document.fields

    @cached_property
    def stages(self) -> list[Item]:
        """The stages in order."""
        return self.document.ordered(Kind.STAGE)

    @cached_property
    def steps(self) -> list[Item]:
        """The columns from left to right."""
        return self.document.steps_in_order()

    @cached_property
    def column_of(self) -> Mapping[str, int]:
        """Where a step is, by id."""
        return {step["id"]: place for place, step in enumerate(self.steps)}

    @cached_property
    def steps_of(self) -> Mapping[str, list[Item]]:
        """The steps of each stage that has any, in order."""
        found: dict[str, list[Item]] = defaultdict(list)
        for step in self.steps:
            found[step["stage_id"]].append(step)
        return found

    @cached_property
    def lane_kind(self) -> Mapping[str, str]:
        """What each lane is about, by id."""
        return {lane["id"]: lane["kind"] for lane in self.document.items[Kind.LANE].values()}

    @cached_property
    def lane_kinds(self) -> frozenset[str]:
        """What the lanes are about."""
        return frozenset(self.lane_kind.values())

    @cached_property
    def cards_of(self) -> Mapping[str, list[Item]]:
        """The cards in lanes of each kind."""
        found: dict[str, list[Item]] = defaultdict(list)
        kinds = self.lane_kind
        for card in self.document.items[Kind.CARD].values():
            found[kinds[card["lane_id"]]].append(card)
        return found

    @cached_property
    def _cards_at(self) -> Mapping[str, Mapping[str, list[Item]]]:
        found: dict[str, dict[str, list[Item]]] = {}
        for kind, cards in self.cards_of.items():
            here: dict[str, list[Item]] = defaultdict(list)
            for card in cards:
                if card["span"] == 1:
                    here[card["step_id"]].append(card)
                else:
                    for step_id in self.covered(card):
                        here[step_id].append(card)
            for step_id, there in here.items():
                found.setdefault(step_id, {})[kind] = there
        return found

    def covered(self, card: Item) -> Sequence[str]:
        """The steps that a card reaches over."""
        first = self.column_of[card["step_id"]]
        return [step["id"] for step in self.steps[first : first + card["span"]]]

    def cards_at(self, step_id: str, *kinds: str) -> list[Item]:
        """The cards at a step, in lanes of these kinds."""
        here = self._cards_at.get(step_id, NOTHING)
        found: list[Item] = []
        for kind in kinds:
            found += here.get(kind, ())
        return found

    def is_bare(self, step_id: str) -> bool:
        """Whether a step has no card at all."""
        return step_id not in self._cards_at

    @cached_property
    def _placements_at(self) -> Mapping[str, list[Item]]:
        return self._by_step(Kind.PLACEMENT)

    @cached_property
    def _emotions_at(self) -> Mapping[str, list[Item]]:
        return self._by_step(Kind.EMOTION)

    def _by_step(self, kind: Kind) -> Mapping[str, list[Item]]:
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.document.items[kind].values():
            found[item["step_id"]].append(item)
        return found

    def placements_at(self, step_id: str) -> Sequence[Item]:
        """The touchpoints placed on a step."""
        return self._placements_at.get(step_id, ())

    def emotions_at(self, step_id: str) -> Sequence[Item]:
        """The emotions drawn at a step."""
        return self._emotions_at.get(step_id, ())

    @property
    def placements(self) -> Sequence[Item]:
        """Every touchpoint placed anywhere."""
        return list(self.document.items[Kind.PLACEMENT].values())

    @cached_property
    def touchpoint_ids(self) -> frozenset[str]:
        """Every touchpoint that is placed somewhere."""
        return frozenset(placed["touchpoint_id"] for placed in self.placements)

    def lane_id(self, kind: str) -> str | None:
        """The first lane of a kind."""
        lanes = self.document.ordered(Kind.LANE)
        return next((lane["id"] for lane in lanes if lane["kind"] == kind), None)

    def name_of(self, item: Item | None) -> str:
        """What people call a stage, step, lane or card: its title or text, cut short."""
        if item is None:
            return ""
        return short(item.get("title") or item.get("text") or "")

    def touchpoint_name(self, touchpoint_id: str) -> str:
        """What people call a touchpoint."""
        known = self.around.touchpoints.get(touchpoint_id)
        return known.name if known else ""


_INNER_QUOTES = str.maketrans("“”", "‘’")
LONGEST = 60


def short(text: str) -> str:
    """The first line of a text, cut after a word where it is long, to be put in quotation marks."""
    line = " ".join(text.split()).translate(_INNER_QUOTES)
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
