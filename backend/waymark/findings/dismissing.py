"""Putting findings away with a reason, and taking them out again."""

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.flush import flush_or
from waymark.db.tenancy import by_id
from waymark.findings import queries
from waymark.findings.errors import DismissalNotFound, UnknownFinding
from waymark.findings.memory import FindingsMemory
from waymark.findings.model import Subject
from waymark.findings.models import Dismissal
from waymark.findings.report import Report
from waymark.findings.service import Inspector, finding_with, thing_report
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.kit.clock import utcnow
from waymark.kit.errors import Conflict, Fault, NotFound
from waymark.kit.ids import new_id
from waymark.maps.cache import MapCache


async def dismiss(
    session: AsyncSession,
    memory: FindingsMemory,
    cache: MapCache,
    caller: Caller,
    workspace_id: str,
    subject: Subject,
    subject_id: str,
    key: str,
    reason: str,
) -> Dismissal:
    """Put a finding away as it is now. It comes back by itself when what it rests on changes.

    Raises NotFound, Forbidden, UnknownFinding.
    """
    caller.require(Role.EDITOR, workspace_id)
    inspector = Inspector(session, memory, cache)
    report = await _report(inspector, caller, workspace_id, subject, subject_id)
    finding = finding_with(report, key)
    if finding is None or finding.thing.id != subject_id:
        detail = "There is no such finding; it may have been mended just now."
        raise UnknownFinding(detail, faults=[Fault("/key", UnknownFinding.code, detail)])
    before = await queries.dismissal_at(session, workspace_id, subject_id, key)
    if before is not None:
        await session.delete(before)
        await session.flush()
    dismissal = Dismissal(
        id=new_id(),
        workspace_id=workspace_id,
        subject_kind=subject,
        subject_id=subject_id,
        key=key,
        fingerprint=finding.said.fingerprint,
        reason=reason,
        actor_id=caller.actor_id,
        actor_name=caller.name,
        created_at=utcnow(),
    )
    session.add(dismissal)
    await flush_or(session, Conflict("Somebody has just dismissed the same finding."))
    return dismissal


async def _report(
    inspector: Inspector, caller: Caller, workspace_id: str, subject: Subject, subject_id: str
) -> Report:
    try:
        if subject is Subject.MAP:
            return await inspector.map_report(caller, subject_id)
        return thing_report(await inspector.context(workspace_id), subject, subject_id)
    except NotFound as error:
        detail = f"There is no such {subject} in the workspace."
        faults = [Fault("/subject_id", UnknownFinding.code, detail)]
        raise UnknownFinding(detail, faults=faults) from error


async def list_dismissals(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[Dismissal], str | None]:
    """A page of what was put away, oldest first. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    rows = await queries.dismissals_page(session, workspace_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.id])


async def reopen(
    session: AsyncSession, caller: Caller, workspace_id: str, dismissal_id: str
) -> None:
    """Take a finding out again. Raises NotFound, Forbidden, DismissalNotFound."""
    caller.require(Role.EDITOR, workspace_id)
    found = await by_id(session, Dismissal, dismissal_id, [workspace_id])
    if found is None:
        raise DismissalNotFound("There is no such dismissal.")
    await session.delete(found)
    await session.flush()
