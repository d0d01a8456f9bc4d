"""The definitions of the measures, word for word, over a list of events. Slow and obvious."""

from dataclasses import dataclass
from statistics import median
from typing import Any

from waymark.journeys.period import Period
from waymark.journeys.shape import JourneyShape
from waymark.journeys.store import Flow, Flows


@dataclass(frozen=True)
class Seen:
    """An event, as far as counting goes."""

    customer: str
    touchpoint_id: str
    ms: int


def flows(
    events: list[Seen],
    shape: JourneyShape,
    following: list[int | None],
    goal: int | None,
    period: Period,
) -> Flows:
    """How customers moved."""
    events = within(events, period)
    times = times_at_steps(events, shape)
    stage_of = [step.stage for step in shape.steps]
    places: dict[str, dict[int, Flow]] = {"steps": {}, "stages": {}, "placements": {}}
    for place in range(len(shape.steps)):
        here = {item.touchpoint_id for item in shape.placements if item.step == place}
        later = [step for step in range(len(shape.steps)) if step > place]
        _put(places["steps"], place, _flow(events, here, times, later, following[place]))
    for stage in range(len(shape.stages)):
        here = {item.touchpoint_id for item in shape.placements if stage_of[item.step] == stage}
        later = [step for step in range(len(shape.steps)) if stage_of[step] > stage]
        last = max(step for step in range(len(shape.steps)) if stage_of[step] == stage)
        _put(places["stages"], stage, _flow(events, here, times, later, following[last]))
    for place, item in enumerate(shape.placements):
        later = [step for step in range(len(shape.steps)) if step > item.step]
        flow = _flow(events, {item.touchpoint_id}, times, later, following[item.step])
        _put(places["placements"], place, flow)
    return Flows(
        **places,
        visitors=_visitors(events, shape, period),
        **funnel(events, shape, goal, times),
    )


def funnel(
    events: list[Seen],
    shape: JourneyShape,
    goal: int | None,
    times: dict[tuple[str, int], list[int]],
) -> dict[str, Any]:
    """The map as one funnel."""
    customers = {event.customer for event in events if event.touchpoint_id in shape.touchpoint_ids}
    if goal is None:
        return {"customers": len(customers)}
    took = []
    for customer in customers:
        before = [ms for step in range(goal) for ms in times.get((customer, step), [])]
        at_goal = times.get((customer, goal), [])
        if before and at_goal:
            after = [ms for ms in at_goal if ms >= min(before)]
            took.append((min(after) if after else max(at_goal)) - min(before))
    return {
        "customers": len(customers),
        "converted": sum((customer, goal) in times for customer in customers),
        "median_ms_to_goal": float(median(took)) if took else None,
    }


def within(events: list[Seen], period: Period) -> list[Seen]:
    """The events of the period."""
    return [event for event in events if period.start_ms <= event.ms < period.end_ms]


def times_at_steps(events: list[Seen], shape: JourneyShape) -> dict[tuple[str, int], list[int]]:
    """When each customer was at each step."""
    times: dict[tuple[str, int], list[int]] = {}
    for event in events:
        for item in shape.placements:
            if item.touchpoint_id == event.touchpoint_id:
                times.setdefault((event.customer, item.step), []).append(event.ms)
    return times


def _flow(
    events: list[Seen],
    here: set[str],
    times: dict[tuple[str, int], list[int]],
    later: list[int],
    following: int | None,
) -> Flow:
    firsts: dict[str, int] = {}
    for event in events:
        if event.touchpoint_id in here:
            firsts[event.customer] = min(event.ms, firsts.get(event.customer, event.ms))
    upcoming = {
        customer: times.get((customer, following), []) if following is not None else []
        for customer in firsts
    }
    return Flow(
        customers=len(firsts),
        continued=sum(
            any(ms >= first for step in later for ms in times.get((customer, step), []))
            for customer, first in firsts.items()
        ),
        next_customers=sum(bool(upcoming[customer]) for customer in firsts),
        next_after=sum(
            any(ms >= first for ms in upcoming[customer]) for customer, first in firsts.items()
        ),
    )


def _put(flows: dict[int, Flow], place: int, flow: Flow) -> None:
    if flow.customers:
        flows[place] = flow


def _visitors(
    events: list[Seen], shape: JourneyShape, period: Period
) -> dict[tuple[int, int], int]:
    seen: dict[tuple[int, int], set[str]] = {}
    for event in events:
        day = event.ms // 86_400_000 - period.first_day
        for item in shape.placements:
            if item.touchpoint_id == event.touchpoint_id:
                place = (item.step, day // period.bucket_days)
                seen.setdefault(place, set()).add(event.customer)
    return {place: len(customers) for place, customers in seen.items()}
