"""Findings of maps, personas, touchpoints and whole workspaces."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.findings import queries
from waymark.findings.checking import Checked, check_again, check_map
from waymark.findings.context import Context, load_context
from waymark.findings.evidence_data import Evidence
from waymark.findings.memory import FindingsMemory, Known
from waymark.findings.model import Subject
from waymark.findings.models import FindingEvidence
from waymark.findings.report import Finding, Report, Thing, findings_of, merged
from waymark.findings.stored_evidence import evidence_from
from waymark.findings.view import MapView
from waymark.http.access import Caller, Role
from waymark.maps import service as maps
from waymark.maps.cache import MapCache
from waymark.maps.models import Map
from waymark.personas import service as personas
from waymark.touchpoints import service as touchpoints

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Only:
    """What of a workspace to look at; what is None does not matter."""

    kind: Subject | None = None
    id: str | None = None


EVERYTHING = Only()


class Inspector:
    """Looks at the things of workspaces within one session, remembering what it saw."""

    def __init__(self, session: AsyncSession, memory: FindingsMemory, cache: MapCache) -> None:
        self.session = session
        self._memory = memory
        self._cache = cache

    async def context(self, workspace_id: str) -> Context:
        """The workspace as it is now."""
        as_of = self._memory.contexts.now()
        found = self._memory.contexts.get(workspace_id)
        if found is None:
            found = await load_context(self.session, workspace_id)
            self._memory.contexts.keep(workspace_id, found, as_of)
            for checked in found.things.values():
                _log_failures(checked)
        return found

    async def map_report(self, caller: Caller, map_id: str) -> Report:
        """What there is to say of a map, and of what is on it. Raises MapNotFound."""
        row = await maps.get_map(self.session, caller, map_id)
        context = await self.context(row.workspace_id)
        stored = await queries.evidence_of(self.session, row.workspace_id, Subject.MAP, [row.id])
        return await self.report_on(row, context, stored.get(row.id))

    async def report_on(self, row: Map, context: Context, stored: FindingEvidence | None) -> Report:
        """The same for a map that was found already."""
        known = await self.check(row, context, stored)
        own = findings_of(thing_of(row), known.checked, context, row.revision)
        fed_by = known.evidence.source_ids if known.evidence else frozenset()
        return merged(own, *things_on(context, known.persona_ids, known.touchpoint_ids, fed_by))

    async def check(self, row: Map, context: Context, stored: FindingEvidence | None) -> Known:
        """What the rules about maps say of one, looked at no more than it takes."""
        known = self._memory.get(row.id)
        rules, thresholds = context.rules, context.thresholds
        evidence = _evidence(known, stored)
        if known is not None and known.thresholds == thresholds:
            unmoved = self._memory.same_to_maps(known.around, context.around)
            around = known.around if unmoved else context.around
            same = known.revision == row.revision and known.evidence == evidence
            if same and around is known.around:
                return known
        else:
            around = context.around
        document = await maps.document_of(self.session, self._cache, row)
        view = MapView(row.id, document, around, evidence)
        if known is not None and known.view is not None and known.thresholds == thresholds:
            checked = check_again(rules, view, thresholds, known.view, known.checked)
        else:
            checked = check_map(rules, view, thresholds)
        _log_failures(checked, map_id=row.id)
        fresh = Known(
            row.revision,
            checked,
            thresholds,
            around,
            evidence,
            stored.measured_at if stored else None,
            view,
            view.touchpoint_ids,
            tuple(view.fields["persona_ids"]),
        )
        self._memory.keep(row.id, fresh)
        return fresh

    async def view_of(self, row: Map, context: Context) -> MapView:
        """A map as the rules see it, with its evidence."""
        stored = await queries.evidence_of(self.session, row.workspace_id, Subject.MAP, [row.id])
        evidence = _evidence(None, stored.get(row.id))
        document = await maps.document_of(self.session, self._cache, row)
        return MapView(row.id, document, context.around, evidence)

    async def persona_report(self, caller: Caller, persona_id: str) -> Report:
        """What there is to say of a persona. Raises PersonaNotFound."""
        row = await personas.get_persona(self.session, caller, persona_id)
        context = await self.context(row.workspace_id)
        return merged(thing_report(context, Subject.PERSONA, row.id, row.revision))

    async def touchpoint_report(self, caller: Caller, touchpoint_id: str) -> Report:
        """What there is to say of a touchpoint. Raises TouchpointNotFound."""
        row = await touchpoints.get_touchpoint(self.session, caller, touchpoint_id)
        context = await self.context(row.workspace_id)
        return merged(thing_report(context, Subject.TOUCHPOINT, row.id, row.revision))

    async def workspace_report(self, caller: Caller, workspace_id: str, only: Only) -> Report:
        """What there is to say of everything in a workspace, each thing once. Raises NotFound.

        Of what `only` does not want nothing need be looked at.
        """
        caller.require(Role.VIEWER, workspace_id)
        if only != EVERYTHING:
            return await self._look_at(workspace_id, only)
        as_of = self._memory.reports.now()
        report = self._memory.reports.get(workspace_id)
        if report is None:
            report = await self._look_at(workspace_id, only)
            self._memory.reports.keep(workspace_id, report, as_of, len(report.findings))
        return report

    async def _look_at(self, workspace_id: str, only: Only) -> Report:
        context = await self.context(workspace_id)
        around, reports = context.around, []
        if only.kind in (None, Subject.MAP):
            stored = await queries.evidence_of(self.session, workspace_id, Subject.MAP)
            for row in await maps.all_maps(self.session, workspace_id):
                if only.id in (None, row.id):
                    known = await self.check(row, context, stored.get(row.id))
                    reports.append(findings_of(thing_of(row), known.checked, context, row.revision))
        for subject, things in (
            (Subject.PERSONA, around.personas),
            (Subject.TOUCHPOINT, around.touchpoints),
            (Subject.SOURCE, around.sources),
        ):
            if only.kind in (None, subject):
                reports += [
                    thing_report(context, subject, one) for one in things if only.id in (None, one)
                ]
        return merged(*reports)


def thing_of(row: Map) -> Thing:
    """A map as what findings belong to."""
    return Thing(Subject.MAP, row.id, row.title, row.owner_id, row.reviewed_on)


def things_on(
    context: Context,
    persona_ids: Sequence[str],
    touchpoint_ids: Collection[str],
    source_ids: Collection[str],
) -> list[Report]:
    """What there is to say of the personas, touchpoints and sources of a map."""
    around = context.around
    return [
        *(thing_report(context, Subject.PERSONA, one) for one in persona_ids),
        *(
            thing_report(context, Subject.TOUCHPOINT, one)
            for one in around.touchpoints
            if one in touchpoint_ids
        ),
        *(
            thing_report(context, Subject.SOURCE, one)
            for one in around.sources
            if one in source_ids
        ),
    ]


def thing_report(
    context: Context, subject: Subject, thing_id: str, revision: int | None = None
) -> Report:
    """What there is to say of a persona, touchpoint or source."""
    owned = context.around.touchpoints.get(thing_id)
    owner_id = owned.owner_id if owned else None
    return findings_of(
        Thing(subject, thing_id, name_of(context, subject, thing_id), owner_id),
        context.things[subject],
        context,
        revision,
    )


def name_of(context: Context, subject: Subject, thing_id: str) -> str:
    """What people call a persona, touchpoint or source."""
    around = context.around
    match subject:
        case Subject.PERSONA:
            return around.personas[thing_id].name if thing_id in around.personas else ""
        case Subject.TOUCHPOINT:
            return around.touchpoints[thing_id].name if thing_id in around.touchpoints else ""
        case _:
            return around.sources[thing_id].name if thing_id in around.sources else ""


def _evidence(known: Known | None, stored: FindingEvidence | None) -> Evidence | None:
    if stored is None:
        return None
    if known is not None and known.evidence_at == stored.measured_at:
        return known.evidence
    return evidence_from(stored.content)


def _log_failures(checked: Checked, **where: str) -> None:
    for rule_id, error in checked.failures.items():
        log.error("findings.rule_failed", rule=rule_id, error=repr(error), exc_info=error, **where)


def finding_with(report: Report, key: str) -> Finding | None:
    """The finding of a report with this key."""
    return next((finding for finding in report.findings if finding.said.key == key), None)
