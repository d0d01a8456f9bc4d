"""Rules that compare what is drawn with what customers did. All of them give their numbers, their
dates and how many they have seen, and keep silent where that were too few."""

import math
from collections.abc import Iterator

from waymark.findings.evidence_data import Evidence, StepEvidence
from waymark.findings.model import (
    Fixing,
    Found,
    Given,
    Operations,
    Parameter,
    Quantity,
    Reads,
    Severity,
    Subject,
    Topic,
    Unit,
)
from waymark.findings.registry import REGISTRY
from waymark.findings.surroundings import Persona, Source, Surroundings
from waymark.findings.view import MapView
from waymark.maps.document import Fields, Item
from waymark.maps.parts import Kind

CUSTOMERS = Parameter("customers", 50, 10, 100_000)
"""How many customers it takes to say anything."""

CERTAIN = 2.576
"""Standard deviations that a difference must have to be no accident: 99 of 100 times."""


def _window(evidence: Evidence) -> dict[str, str]:
    return {"from": evidence.first_day.isoformat(), "to": evidence.last_day.isoformat()}


def clearly_less(part: int, whole: int, earlier_part: int, earlier_whole: int) -> bool:
    """Whether a share is smaller than the earlier one by more than chance would make it.

    The two-proportion z-test with a pooled share (Fleiss, Levin and Paik, "Statistical Methods for
    Rates and Proportions", section 3.2).
    """
    pooled = (part + earlier_part) / (whole + earlier_whole)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / whole + 1 / earlier_whole))
    if not spread:
        return False
    return (earlier_part / earlier_whole - part / whole) / spread > CERTAIN


@REGISTRY.rule(
    "EVD001",
    Severity.WARNING,
    Topic.DISAGREEMENT,
    [Reads.STEPS, Reads.STAGES, Reads.PLACEMENTS, Reads.FIELDS, Reads.EVIDENCE],
    unit=Unit.STEP,
    parameters=[
        CUSTOMERS,
        Parameter("drop_off", 0.5, 0.05, 0.99, Quantity.SHARE),
        Parameter("points", 0.08, 0.01, 0.9, Quantity.SHARE),
    ],
    variants=("high", "worse"),
)
def customers_stop(view: MapView, step: Item, given: Given) -> Iterator[Found]:
    """Many stop here, or clearly more than before. The last step and the goal are ends."""
    seen = view.evidence.steps.get(step["id"]) if view.evidence else None
    if view.evidence is None or seen is None or seen.last or seen.customers < given["customers"]:
        return
    if step["id"] == view.fields["goal_step_id"]:
        return
    share = 1 - seen.continued / seen.customers
    values = {
        "step": step["title"],
        "share": share,
        "stopped": seen.customers - seen.continued,
        "customers": seen.customers,
        **_window(view.evidence),
    }
    if _worse(seen, given):
        earlier = 1 - seen.earlier_continued / seen.earlier_customers
        values |= {"earlier": earlier, "points": round((share - earlier) * 100)}
        basis = [step["title"], round(share, 1), round(earlier, 1)]
        yield Found("step", step["id"], values, "worse", basis=basis)
    elif share > given["drop_off"]:
        yield Found("step", step["id"], values, "high", basis=[step["title"], round(share, 1)])


def _worse(seen: StepEvidence, given: Given) -> bool:
    if seen.earlier_customers < given["customers"]:
        return False
    share = seen.continued / seen.customers
    earlier = seen.earlier_continued / seen.earlier_customers
    return earlier - share >= given["points"] and clearly_less(
        seen.continued, seen.customers, seen.earlier_continued, seen.earlier_customers
    )


def _use_measured(view: MapView, found: Found, fixing: Fixing) -> Operations:
    measured = found.values["measured"]
    return [
        {"op": "emotion.set", "id": emotion["id"], "set": {"score": round(measured, 1)}}
        for emotion in view.emotions_at(found.id)
    ]


@REGISTRY.rule(
    "EVD002",
    Severity.WARNING,
    Topic.DISAGREEMENT,
    [Reads.STEPS, Reads.EMOTIONS, Reads.PLACEMENTS, Reads.EVIDENCE],
    unit=Unit.STEP,
    parameters=[CUSTOMERS, Parameter("difference", 1, 0.25, 4, Quantity.MOOD)],
    variants=("too_high", "too_low"),
    fix=_use_measured,
)
def feels_otherwise(view: MapView, step: Item, given: Given) -> Iterator[Found]:
    """What is drawn is not what customers said. Answers are counted, not visitors."""
    seen = view.evidence.steps.get(step["id"]) if view.evidence else None
    scores = [emotion["score"] for emotion in view.emotions_at(step["id"])]
    if view.evidence is None or seen is None or seen.satisfaction is None or not scores:
        return
    if seen.answers < given["customers"]:
        return
    drawn = sum(scores) / len(scores)
    difference = drawn - seen.satisfaction
    if abs(difference) > given["difference"]:
        values = {
            "step": step["title"],
            "drawn": round(drawn, 1),
            "measured": round(seen.satisfaction, 1),
            "difference": round(abs(difference), 1),
            "answers": seen.answers,
            **_window(view.evidence),
        }
        basis = [step["title"], round(drawn, 1), round(seen.satisfaction * 2) / 2]
        variant = "too_high" if difference > 0 else "too_low"
        yield Found("step", step["id"], values, variant, basis=basis)


def _take_off(view: MapView, found: Found, fixing: Fixing) -> Operations:
    return [{"op": "placement.remove", "id": found.id}]


@REGISTRY.rule(
    "EVD003",
    Severity.WARNING,
    Topic.DISAGREEMENT,
    [Reads.STEPS, Reads.PLACEMENTS, Reads.TOUCHPOINTS, Reads.EVIDENCE],
    parameters=[CUSTOMERS],
    fix=_take_off,
)
def nobody_came_by(view: MapView, fields: Fields, given: Given) -> Iterator[Found]:
    """A touchpoint that is drawn and fed, and that nobody used. What is not fed is TCH005's."""
    evidence = view.evidence
    if evidence is None or evidence.customers < given["customers"]:
        return
    for item in view.placements:
        seen = evidence.placements.get(item["id"])
        if seen is not None and seen.ever and not seen.events:
            step = view.document.items[Kind.STEP][item["step_id"]]
            values = {
                "touchpoint": view.touchpoint_name(item["touchpoint_id"]),
                "step": step["title"],
                "customers": evidence.customers,
                **_window(evidence),
            }
            yield Found("placement", item["id"], values, basis=item["touchpoint_id"])


@REGISTRY.rule(
    "EVD007",
    Severity.WARNING,
    Topic.DISAGREEMENT,
    [Reads.EVIDENCE],
    subject=Subject.PERSONA,
    parameters=[CUSTOMERS, Parameter("share", 0.95, 0.5, 1, Quantity.SHARE)],
    variants=("nobody", "everybody"),
)
def segment_of_nobody(around: Surroundings, persona: Persona, given: Given) -> Iterator[Found]:
    """A segment that takes in nobody or everybody tells nobody apart."""
    counted = around.segments.get(persona.id)
    if counted is None or counted.known < given["customers"]:
        return
    values = {
        "persona": persona.name,
        "matched": counted.matched,
        "customers": counted.known,
        "to": counted.on,
    }
    segment = persona.fields["segment"]
    if not counted.matched:
        yield Found("persona", persona.id, values, "nobody", "segment", basis=segment)
    elif counted.matched / counted.known >= given["share"]:
        values |= {"share": counted.matched / counted.known}
        yield Found("persona", persona.id, values, "everybody", "segment", basis=segment)


@REGISTRY.rule(
    "EVD010",
    Severity.WARNING,
    Topic.DISAGREEMENT,
    [Reads.EVIDENCE],
    subject=Subject.SOURCE,
    parameters=[
        Parameter("days", 3, 1, 90, Quantity.DAYS),
        Parameter("share", 0.2, 0.01, 1, Quantity.SHARE),
    ],
    variants=("silent", "quarantined"),
)
def source_is_silent(around: Surroundings, source: Source, given: Given) -> Iterator[Found]:
    """What no longer comes cannot be counted, nor what is not understood."""
    if not source.active:
        return
    if source.last_event_on is not None:
        days = (around.today - source.last_event_on).days
        if days > given["days"]:
            last = source.last_event_on.isoformat()
            values = {"source": source.name, "days": days, "date": last}
            yield Found("source", source.id, values, "silent", basis=last)
    items = source.events + source.quarantined
    if source.quarantined and source.quarantined / items >= given["share"]:
        values = {
            "source": source.name,
            "quarantined": source.quarantined,
            "items": items,
            "share": source.quarantined / items,
            "days": source.days,
        }
        basis = [round(source.quarantined / items, 1)]
        yield Found("source", source.id, values, "quarantined", basis=basis)
