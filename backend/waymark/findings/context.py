"""What findings of a workspace depend on beside its maps, read once and kept while it holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.findings import queries
from waymark.findings.catalogue import REGISTRY
from waymark.findings.checking import Checked, Thresholds, check_things
from waymark.findings.model import Rule, Said, Severity, Subject
from waymark.findings.models import Dismissal
from waymark.findings.surroundings import (
    Channel,
    Persona,
    SegmentCount,
    Source,
    Surroundings,
    Touchpoint,
)
from waymark.findings.thresholds import RuleSettings
from waymark.ingest.sources import health
from waymark.journeys import service as journeys
from waymark.kit.clock import utcnow
from waymark.maps import service as maps
from waymark.personas import service as personas
from waymark.personas.models import Persona as PersonaRow
from waymark.personas.schemas import PersonaFields
from waymark.touchpoints import channels
from waymark.touchpoints import service as touchpoints

DAYS = 7
"""Over how many days the items of a source are counted."""


@dataclass(frozen=True)
class Context:
    """A workspace as of one moment: its surroundings, what was settled, what was dismissed.

    `things` is what the rules about personas, touchpoints and sources say, checked once for all.
    """

    workspace_id: str
    around: Surroundings
    settings: RuleSettings
    dismissals: Mapping[tuple[str, str], Dismissal]
    """By the id of the subject, and the finding's key."""
    things: Mapping[Subject, Checked]

    @cached_property
    def rules(self) -> Sequence[Rule]:
        """The rules about maps."""
        return REGISTRY.of(Subject.MAP)

    @cached_property
    def thresholds(self) -> Thresholds:
        """The thresholds of the rules about maps."""
        return self.settings.thresholds(self.rules)

    @cached_property
    def severities(self) -> Mapping[str, Severity]:
        """How bad the workspace finds each rule, by its id."""
        return {rule.id: self.settings.severity(rule) for rule in REGISTRY.all()}

    @cached_property
    def _said(self) -> Mapping[tuple[Subject, str], list[Said]]:
        said: dict[tuple[Subject, str], list[Said]] = defaultdict(list)
        for subject, checked in self.things.items():
            for (_, thing_id), found in checked.found.items():
                said[subject, thing_id] += found
        return said

    def said_of(self, subject: Subject, subject_id: str) -> Sequence[Said]:
        """What the rules say of one persona, touchpoint or source."""
        return self._said.get((subject, subject_id), ())


async def load_context(session: AsyncSession, workspace_id: str) -> Context:
    """The context of a workspace as it is now."""
    settled = await queries.settings_of(session, workspace_id)
    settings = RuleSettings(settled.rules if settled else {})
    around = await _surroundings(session, workspace_id)
    dismissed = await queries.dismissals_of(session, workspace_id)
    return Context(
        workspace_id,
        around,
        settings,
        {(row.subject_id, row.key): row for row in dismissed},
        check_all_things(around, settings),
    )


def check_all_things(around: Surroundings, settings: RuleSettings) -> dict[Subject, Checked]:
    """What the rules say of the personas, touchpoints and sources of a workspace."""
    things = {
        Subject.PERSONA: around.personas,
        Subject.TOUCHPOINT: around.touchpoints,
        Subject.SOURCE: around.sources,
    }
    return {
        subject: check_things(
            REGISTRY.of(subject), around, found, settings.thresholds(REGISTRY.of(subject))
        )
        for subject, found in things.items()
    }


async def _surroundings(session: AsyncSession, workspace_id: str) -> Surroundings:
    used = await maps.maps_per_persona(session, workspace_id)
    counted = await queries.evidence_of(session, workspace_id, Subject.PERSONA)
    people = await personas.all_personas(session, workspace_id)
    known = await channels.all_channels(session, workspace_id)
    return Surroundings(
        today=utcnow().date(),
        personas={
            row.id: Persona(row.id, row.name, fields_of(row), used.get(row.id, 0)) for row in people
        },
        touchpoints=await _touchpoints(session, workspace_id),
        channels={row.id: Channel(row.id, row.name, row.group) for row in known},
        sources=await _sources(session, workspace_id),
        segments={
            row.id: SegmentCount(**counted[row.id].content)
            for row in people
            if row.id in counted and counted[row.id].revision == row.revision
        },
    )


def fields_of(row: PersonaRow) -> dict[str, object]:
    """What is said of a persona, as on the wire."""
    return {name: getattr(row, name) for name in PersonaFields.model_fields}


async def _touchpoints(session: AsyncSession, workspace_id: str) -> dict[str, Touchpoint]:
    rows = await touchpoints.all_touchpoints(session, workspace_id)
    seen = await journeys.ever_seen(session, workspace_id, [row.id for row in rows])
    ids, keys = await health.feeding(session, workspace_id)
    return {
        row.id: Touchpoint(
            row.id,
            row.name,
            row.key,
            row.channel_id,
            row.id in seen or row.id in ids or row.key in keys,
            row.owner_id,
        )
        for row in rows
    }


async def _sources(session: AsyncSession, workspace_id: str) -> dict[str, Source]:
    return {
        did.source.id: Source(
            did.source.id,
            did.source.name,
            did.source.state == health.ACTIVE,
            did.source.last_event_at.date() if did.source.last_event_at else None,
            did.events,
            did.quarantined,
            DAYS,
        )
        for did in await health.activity_of(session, workspace_id, DAYS)
    }
