"""Rules about personas: what is not said of them yet, and where it is known from."""

from collections.abc import Iterator

from waymark.findings.model import (
    Found,
    Given,
    Parameter,
    Quantity,
    Severity,
    Subject,
    Topic,
)
from waymark.findings.registry import REGISTRY
from waymark.findings.surroundings import Persona, Surroundings

DESCRIBING = ("age", "gender", "occupation", "challenges", "problems", "interests", "personality")
DRIVING = ("needs", "motivations", "frustrations", "habits", "lifestyle")
COMING = ("goals", "reason")
FEWEST = 3
"""Statements that two personas need before they can be told to be alike."""


def _unsaid(persona: Persona, names: tuple[str, ...]) -> Iterator[Found]:
    """One finding for each of these fields that says nothing."""
    for name in names:
        if not _says_something(persona.fields[name]):
            yield Found(
                "persona", persona.id, {"persona": persona.name}, name, field=name, basis=""
            )


def _says_something(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return bool(value)


@REGISTRY.rule(
    "PER001",
    Severity.ADVICE,
    Topic.PERSONAS,
    subject=Subject.PERSONA,
    variants=DESCRIBING,
)
def not_described(around: Surroundings, persona: Persona, given: Given) -> Iterator[Found]:
    """The parts of a persona."""
    return _unsaid(persona, DESCRIBING)


@REGISTRY.rule("PER002", Severity.ADVICE, Topic.PERSONAS, subject=Subject.PERSONA, variants=DRIVING)
def not_driven(around: Surroundings, persona: Persona, given: Given) -> Iterator[Found]:
    """What drives them explains what they do."""
    return _unsaid(persona, DRIVING)


@REGISTRY.rule("PER003", Severity.ADVICE, Topic.PERSONAS, subject=Subject.PERSONA, variants=COMING)
def no_reason(around: Surroundings, persona: Persona, given: Given) -> Iterator[Found]:
    """Why do they come at all?"""
    return _unsaid(persona, COMING)


@REGISTRY.rule("PER004", Severity.ADVICE, Topic.PROOF, subject=Subject.PERSONA)
def invented(around: Surroundings, persona: Persona, given: Given) -> Iterator[Found]:
    """A persona that nobody asked is an opinion."""
    if not persona.fields["sources"]:
        values = {"persona": persona.name}
        yield Found("persona", persona.id, values, field="sources", basis="")


@REGISTRY.rule(
    "PER005",
    Severity.ADVICE,
    Topic.PERSONAS,
    subject=Subject.PERSONA,
    parameters=[Parameter("share", 0.6, 0.3, 1, Quantity.SHARE)],
)
def says_the_same(around: Surroundings, persona: Persona, given: Given) -> Iterator[Found]:
    """Two personas that want the same and do the same are one."""
    own = around.statements[persona.id]
    if len(own) < FEWEST:
        return
    for other in around.personas.values():
        theirs = around.statements[other.id]
        if other.id == persona.id or len(theirs) < FEWEST:
            continue
        alike = len(own & theirs) / len(own | theirs)
        if alike >= given["share"]:
            values = {"persona": persona.name, "other": other.name, "share": alike}
            basis = [sorted(own), sorted(theirs)]
            yield Found("persona", persona.id, values, apart=other.id, basis=basis)


@REGISTRY.rule("PER006", Severity.WARNING, Topic.PERSONAS, subject=Subject.PERSONA)
def on_no_map(around: Surroundings, persona: Persona, given: Given) -> Iterator[Found]:
    """A persona is there to have a journey."""
    if persona.maps == 0:
        yield Found("persona", persona.id, {"persona": persona.name}, basis="")


@REGISTRY.rule("PER007", Severity.ADVICE, Topic.PERSONAS, subject=Subject.PERSONA)
def likes_no_channel(around: Surroundings, persona: Persona, given: Given) -> Iterator[Found]:
    """Where can they be met?"""
    if not persona.fields["channels"]:
        values = {"persona": persona.name}
        yield Found("persona", persona.id, values, field="channels", basis="")
