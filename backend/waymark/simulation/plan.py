"""The way customers are to go: stops in their order. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Any

GOES_ON = 0.75
LONGEST_WAIT_H = 20.0


class BadPlan(ValueError):
    """Nobody can walk this way."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the journey.

    Customers meet one of `touchpoints` (keys) here; the share `goes_on` goes on to the next stop,
    after a median of `wait_h` hours. `feeling` is the mean (−2…+2) of what they answer when
    asked, where they are asked; who `pays` leaves an amount.
    """

    touchpoints: tuple[str, ...]
    goes_on: float = GOES_ON
    wait_h: float = LONGEST_WAIT_H
    feeling: float | None = None
    pays: bool = False


def from_touchpoints(keys: Sequence[str]) -> list[Stop]:
    """A stop at each of these touchpoints; the last one pays. Raises BadPlan."""
    stops = [Stop((key,), feeling=0.5) for key in keys]
    if not stops:
        raise BadPlan("Name at least one touchpoint.")
    return [*stops[:-1], replace(stops[-1], pays=True)]


def from_map(document: Mapping[str, Any], keys: Mapping[str, str]) -> list[Stop]:
    """The steps of a map that have touchpoints; `keys` are these, by id. Raises BadPlan.

    How people feel at a step is what the map's emotions say. They pay at the goal: the step that
    the map names, else the last.
    """
    stages = {stage["id"]: stage["order"] for stage in document["stages"]}
    placed: defaultdict[str, list[str]] = defaultdict(list)
    for placement in sorted(document["placements"], key=lambda entry: str(entry["order"])):
        if placement["touchpoint_id"] in keys:
            placed[placement["step_id"]].append(keys[placement["touchpoint_id"]])
    feelings: defaultdict[str, list[float]] = defaultdict(list)
    for emotion in document["emotions"]:
        feelings[emotion["step_id"]].append(float(emotion["score"]))
    steps = sorted(
        (step for step in document["steps"] if step["id"] in placed),
        key=lambda step: (stages[step["stage_id"]], step["order"]),
    )
    if not steps:
        raise BadPlan("No step of this map has a touchpoint.")
    goal = document.get("goal_step_id")
    if goal not in placed:
        goal = steps[-1]["id"]
    return [
        Stop(
            tuple(placed[step["id"]]),
            feeling=fmean(feelings[step["id"]]) if step["id"] in feelings else None,
            pays=step["id"] == goal,
        )
        for step in steps
    ]


def with_shares(stops: Sequence[Stop], shares: Sequence[float]) -> list[Stop]:
    """The stops with the share (0…1) who go on: one for all, or one after each but the last.

    Raises BadPlan.
    """
    if not all(0 <= share <= 1 for share in shares):
        raise BadPlan("A share who go on is between 0 and 1.")
    if len(shares) == 1:
        return [replace(stop, goes_on=shares[0]) for stop in stops]
    if len(shares) != len(stops) - 1:
        raise BadPlan(f"There are {len(stops)} stops: give one share, or {len(stops) - 1}.")
    pairs = zip(stops, [*shares, 0.0], strict=True)
    return [replace(stop, goes_on=share) for stop, share in pairs]


def within(stops: Sequence[Stop], days: float) -> list[Stop]:
    """The stops with waits so short that most journeys fit into a quarter of `days`."""
    wait = min(LONGEST_WAIT_H, days * 24 / (4 * len(stops)))
    return [replace(stop, wait_h=wait) for stop in stops]
