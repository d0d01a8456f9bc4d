"""Sources: what may send events, with which secret, understood by which rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.http.access import Caller, Role
from waymark.http.etag import ensure_current
from waymark.http.pagination import Paging
from waymark.http.usage import Use
from waymark.ingest import queries
from waymark.ingest.intake import NEVER, PAUSED
from waymark.ingest.models import Source
from waymark.ingest.rotation import rotate
from waymark.kit.clock import EPOCH, utcnow
from waymark.kit.errors import Conflict, DuplicateId, Fault, Invalid, NotFound
from waymark.kit.tokens import new_token
from waymark.kit.vault import Vault
from waymark.touchpoints import service as touchpoints

HEALTH_WINDOW = timedelta(hours=24)


class SourceNotFound(NotFound):
    """There is no such source, or it is out of the caller's sight."""

    code = "source_not_found"


class SourceInUse(Conflict):
    """The source has sent something, and events are kept."""

    code = "source_in_use"
    title = "This source has sent events"


class UnknownTouchpoint(Invalid):
    """A rule leads to a touchpoint that is not one of the workspace."""

    code = "unknown_touchpoint"
    title = "There is no such touchpoint"


@dataclass(frozen=True, slots=True)
class Health:
    """How a source is doing; the counts are of the last 24 hours."""

    last_event_at: datetime | None
    deliveries_24h: int
    events_24h: int
    quarantined_24h: int
    oldest_unprocessed_at: datetime | None


async def list_sources(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[Source], str | None]:
    """A page of the sources by name, and the cursor to the next. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    rows = await queries.sources_page(session, workspace_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.name, row.id])


async def get_source(session: AsyncSession, caller: Caller, source_id: str) -> Source:
    """One source. Raises SourceNotFound."""
    return await _find(session, caller, source_id, lock=False)


async def health_of(session: AsyncSession, sources: Sequence[Source]) -> dict[str, Health]:
    """How each of these sources is doing, by id."""
    ids = [source.id for source in sources]
    oldest = await queries.oldest_unprocessed(session, ids)
    traffic = {
        source_id: (deliveries, accepted, quarantined)
        for source_id, deliveries, accepted, quarantined in await queries.traffic_since(
            session, ids, utcnow() - HEALTH_WINDOW
        )
    }
    return {
        source.id: Health(
            source.last_event_at, *traffic.get(source.id, (0, 0, 0)), oldest.get(source.id)
        )
        for source in sources
    }


async def create_source(
    session: AsyncSession, vault: Vault, caller: Caller, workspace_id: str, fields: dict[str, Any]
) -> tuple[Source, str]:
    """A new source and its secret, which is never shown again.

    Raises NotFound, Forbidden, UnknownTouchpoint, DuplicateId.
    """
    caller.require(Role.EDITOR, workspace_id)
    await _check_rules(session, workspace_id, fields["rules"])
    now = utcnow()
    source = Source(
        **fields,
        workspace_id=workspace_id,
        state="active",
        key=new_token(),
        sealed_secret=b"",
        revision=1,
        created_at=now,
        updated_at=now,
    )
    secret = rotate(source, vault, now)
    session.add(source)
    try:
        await session.flush()
    except IntegrityError as error:
        raise DuplicateId(f"There is already something with the id {source.id}.") from error
    return source, secret


async def update_source(
    session: AsyncSession, caller: Caller, source_id: str, expected: int, changes: dict[str, Any]
) -> Source:
    """Change name, state or rules.

    What a paused source sends is kept and processed once it is resumed. Raises SourceNotFound,
    Forbidden, Stale, UnknownTouchpoint.
    """
    source = await _find_for_writing(session, caller, source_id, expected)
    if "rules" in changes:
        await _check_rules(session, source.workspace_id, changes["rules"])
    was_paused = source.state == PAUSED
    for name, value in changes.items():
        setattr(source, name, value)
    if (source.state == PAUSED) != was_paused:
        since, due = (NEVER, utcnow()) if was_paused else (EPOCH, NEVER)
        await queries.reschedule(session, source.id, since, due)
    await _touch(session, source)
    return source


async def rotate_secret(
    session: AsyncSession, vault: Vault, caller: Caller, source_id: str, expected: int
) -> tuple[Source, str]:
    """Give a source a new secret; the one before stays good for a day.

    Raises SourceNotFound, Forbidden, Stale.
    """
    source = await _find_for_writing(session, caller, source_id, expected)
    secret = rotate(source, vault, utcnow())
    await _touch(session, source)
    return source, secret


async def delete_source(
    session: AsyncSession, caller: Caller, source_id: str, expected: int
) -> None:
    """Remove a source that never sent anything.

    One that did is retired instead: its events are facts, and they know where they came from.
    Raises SourceNotFound, Forbidden, Stale, SourceInUse.
    """
    source = await _find_for_writing(session, caller, source_id, expected)
    if await queries.has_deliveries(session, source.id):
        raise SourceInUse("Its events are kept, so it cannot be deleted. Retire it instead.")
    await session.delete(source)
    await session.flush()


async def uses_of_touchpoint(
    session: AsyncSession, touchpoint_id: str, limit: int
) -> Sequence[Use]:
    """The sources with a rule that leads to a touchpoint, at most `limit`."""
    rows = await queries.sources_with_rule_to(session, touchpoint_id, limit)
    return [Use("source", row.id, row.name) for row in rows]


async def _find(session: AsyncSession, caller: Caller, source_id: str, *, lock: bool) -> Source:
    found = await queries.source_by_id(session, source_id, caller.workspace_ids, lock=lock)
    if found is None:
        raise SourceNotFound("There is no such source.")
    return found


async def _find_for_writing(
    session: AsyncSession, caller: Caller, source_id: str, expected: int
) -> Source:
    source = await _find(session, caller, source_id, lock=True)
    caller.require(Role.EDITOR, source.workspace_id)
    ensure_current(expected, source.revision)
    return source


async def _touch(session: AsyncSession, source: Source) -> None:
    source.revision += 1
    source.updated_at = utcnow()
    await session.flush()


async def _check_rules(
    session: AsyncSession, workspace_id: str, rules: Sequence[dict[str, Any]]
) -> None:
    wanted = {rule["touchpoint_id"] for rule in rules}
    known = await touchpoints.ids_among(session, workspace_id, wanted)
    faults = [
        Fault(
            f"/rules/{place}/touchpoint_id",
            UnknownTouchpoint.code,
            "There is no such touchpoint in the workspace.",
        )
        for place, rule in enumerate(rules)
        if rule["touchpoint_id"] not in known
    ]
    if faults:
        raise UnknownTouchpoint(faults[0].detail, faults=faults)
