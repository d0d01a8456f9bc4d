"""Sources: what may send events, with which secret, understood by which rules."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.flush import flush_or
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.http.records import Records
from waymark.http.usage import InUse, Use
from waymark.ingest.models import NEVER, Source
from waymark.ingest.sources import queries, settings
from waymark.ingest.sources.known import PAUSED
from waymark.ingest.sources.rotation import rotate
from waymark.ingest.sources.understanding import format_of, mapping_of
from waymark.kit.clock import EPOCH, utcnow
from waymark.kit.errors import Conflict, DuplicateId, Fault, Invalid, NotFound
from waymark.kit.tokens import new_token
from waymark.kit.vault import Vault
from waymark.touchpoints import service as touchpoints


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


class IdIsFixed(Conflict):
    """Where a source's items have their id is settled by the first delivery."""

    code = "id_is_fixed"
    title = "The place of the id is settled"


SOURCES = Records(Source, "source", SourceNotFound, InUse)


async def list_sources(
    session: AsyncSession, caller: Caller, workspace_id: str, paging: Paging
) -> tuple[list[Source], str | None]:
    """A page of the sources by name, and the cursor to the next. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    rows = await queries.sources_page(session, workspace_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.name, row.id])


async def get_source(session: AsyncSession, caller: Caller, source_id: str) -> Source:
    """One source. Raises SourceNotFound."""
    return await SOURCES.get(session, caller, source_id)


async def create_source(
    session: AsyncSession, vault: Vault, caller: Caller, workspace_id: str, fields: dict[str, Any]
) -> tuple[Source, str]:
    """A new source and its secret, which is never shown again; empty while there is none.

    Raises NotFound, Forbidden, UnknownFormat, BadSettings, UnknownTouchpoint, DuplicateId.
    """
    caller.require(Role.EDITOR, workspace_id)
    given = fields.pop("secret")
    kind = settings.format_called(fields["format"])
    settings.check(kind, fields["settings"])
    await _check_mapping(session, workspace_id, fields["mapping"])
    secret = settings.first_secret(kind, given)
    source = Source(
        **fields,
        workspace_id=workspace_id,
        state="active",
        key=new_token(),
        sealed_secret=b"",
        secret_hint="",
    )
    rotate(source, vault, utcnow(), secret)
    session.add(source)
    await flush_or(session, DuplicateId(f"There is already something with the id {source.id}."))
    return source, secret


async def update_source(
    session: AsyncSession, caller: Caller, source_id: str, expected: int, changes: dict[str, Any]
) -> Source:
    """Change name, state, settings or mapping.

    What a paused source sends is kept and processed once it is resumed. Raises SourceNotFound,
    Forbidden, Stale, BadSettings, UnknownTouchpoint, IdIsFixed.
    """
    source = await SOURCES.claim(session, caller, source_id, expected)
    if "settings" in changes:
        settings.check(format_of(source), changes["settings"])
    if "mapping" in changes:
        await _check_mapping(session, source.workspace_id, changes["mapping"])
        await _check_id_stays(session, source, changes["mapping"])
    was_paused = source.state == PAUSED
    source.revise(changes)
    if (source.state == PAUSED) != was_paused:
        since, due = (NEVER, utcnow()) if was_paused else (EPOCH, NEVER)
        await queries.reschedule(session, source.id, since, due)
    await session.flush()
    return source


async def rotate_secret(
    session: AsyncSession,
    vault: Vault,
    caller: Caller,
    source_id: str,
    expected: int,
    given: str = "",
) -> tuple[Source, str]:
    """Give a source a new secret; the one before stays good for a day.

    `given` is the sender's own, for formats whose senders make it. Raises SourceNotFound,
    Forbidden, Stale, BadSettings.
    """
    source = await SOURCES.claim(session, caller, source_id, expected)
    secret = settings.next_secret(format_of(source), given)
    rotate(source, vault, utcnow(), secret)
    source.revise({})
    await session.flush()
    return source, secret


async def delete_source(
    session: AsyncSession, caller: Caller, source_id: str, expected: int
) -> None:
    """Remove a source that never sent anything.

    One that did is retired instead: its events are facts, and they know where they came from.
    Raises SourceNotFound, Forbidden, Stale, SourceInUse.
    """
    source = await SOURCES.claim(session, caller, source_id, expected)
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


async def _check_mapping(
    session: AsyncSession, workspace_id: str, mapping: dict[str, Any] | None
) -> None:
    if mapping is None:
        return
    wanted = {
        place: rule["then"]["touchpoint_id"]
        for place, rule in enumerate(mapping["rules"])
        if rule["then"]["do"] == "touchpoint"
    }
    known = await touchpoints.ids_among(session, workspace_id, set(wanted.values()))
    faults = [
        Fault(
            f"/mapping/rules/{place}/then/touchpoint_id",
            UnknownTouchpoint.code,
            "There is no such touchpoint in the workspace.",
        )
        for place, touchpoint_id in wanted.items()
        if touchpoint_id not in known
    ]
    if faults:
        raise UnknownTouchpoint(faults[0].detail, faults=faults)


async def _check_id_stays(
    session: AsyncSession, source: Source, mapping: dict[str, Any] | None
) -> None:
    """What counts as the same item must not change, or replays would count events again."""
    before = mapping_of(source).id
    after = format_of(source).mapping.id if mapping is None else mapping["id"]
    if list(before) != list(after) and await queries.has_deliveries(session, source.id):
        detail = "Where the id is cannot change once something has come: events would count again."
        raise IdIsFixed(detail, faults=[Fault("/mapping/id", IdIsFixed.code, detail)])
