"""Personas: describing who the journeys are about."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from waymark.db.flush import flush_or
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.http.records import Records
from waymark.http.usage import InUse, Usage, Use
from waymark.kit.errors import DuplicateId, NotFound
from waymark.personas import queries
from waymark.personas.models import Persona
from waymark.touchpoints import channels


class PersonaNotFound(NotFound):
    """There is no such persona, or it is out of the caller's sight."""

    code = "persona_not_found"


class PersonaInUse(InUse):
    """A map tells the persona's journey."""

    code = "persona_in_use"
    title = "This persona is in use"


MAX_PERSONAS = 1_000

PERSONAS = Records(
    Persona, "persona", PersonaNotFound, PersonaInUse, selectinload(Persona.preferred)
)


async def list_personas(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    paging: Paging,
    *,
    search: str | None = None,
) -> tuple[list[Persona], str | None]:
    """A page of the personas by name, and the cursor to the next. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    rows = await queries.personas_page(session, workspace_id, search, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.name, row.id])


async def get_persona(session: AsyncSession, caller: Caller, persona_id: str) -> Persona:
    """One persona. Raises PersonaNotFound."""
    return await PERSONAS.get(session, caller, persona_id)


async def create_persona(
    session: AsyncSession, caller: Caller, workspace_id: str, fields: dict[str, Any]
) -> Persona:
    """A new persona. Raises NotFound, Forbidden, UnknownChannel, DuplicateId."""
    caller.require(Role.EDITOR, workspace_id)
    await _check_channels(session, workspace_id, fields)
    return await add_persona(session, workspace_id, fields)


async def add_persona(session: AsyncSession, workspace_id: str, fields: dict[str, Any]) -> Persona:
    """A new persona from fields that were checked. Raises DuplicateId."""
    persona = Persona(**fields, workspace_id=workspace_id)
    session.add(persona)
    await flush_or(session, DuplicateId("There is already something with this id."))
    return persona


async def update_persona(
    session: AsyncSession, caller: Caller, persona_id: str, expected: int, changes: dict[str, Any]
) -> Persona:
    """Change some fields. Raises PersonaNotFound, Forbidden, Stale, UnknownChannel."""
    persona = await PERSONAS.claim(session, caller, persona_id, expected)
    await _check_channels(session, persona.workspace_id, changes)
    persona.revise(changes)
    await flush_or(session, channels.UnknownChannel("One of the channels has just been removed."))
    return persona


async def delete_persona(
    session: AsyncSession, caller: Caller, persona_id: str, expected: int, usage: Usage
) -> None:
    """Remove a persona. Raises PersonaNotFound, Forbidden, Stale, PersonaInUse."""
    await PERSONAS.remove(session, caller, persona_id, expected, usage)


async def ids_among(
    session: AsyncSession, workspace_id: str, persona_ids: Collection[str]
) -> set[str]:
    """Which of these ids are personas of the workspace."""
    return await PERSONAS.ids_among(session, workspace_id, persona_ids)


async def ids_by_name(
    session: AsyncSession, workspace_id: str, names: Collection[str]
) -> dict[str, str]:
    """The ids of the workspace's personas with these names; of namesakes the oldest."""
    return await queries.persona_ids_by_name(session, workspace_id, names)


async def all_personas(session: AsyncSession, workspace_id: str) -> list[Persona]:
    """Every persona of a workspace, for features that look at all of them: the first 1,000."""
    return await queries.all_personas(session, workspace_id, MAX_PERSONAS)


async def personas_with_segment(session: AsyncSession) -> list[Persona]:
    """The personas of any workspace that have a segment, for the worker: the first 1,000."""
    return await queries.personas_with_segment(session, MAX_PERSONAS)


async def uses_of_channel(session: AsyncSession, channel_id: str, limit: int) -> Sequence[Use]:
    """The personas that like a channel, at most `limit`."""
    rows = await queries.personas_that_like(session, channel_id, limit)
    return [Use("persona", persona_id, name) for persona_id, name in rows]


async def _check_channels(session: AsyncSession, workspace_id: str, fields: dict[str, Any]) -> None:
    wanted = fields.get("channels")
    if wanted:
        fields["channels"] = list(dict.fromkeys(wanted))
        await channels.ensure_channels(session, workspace_id, fields["channels"], "/channels/{}")
