"""Imports of uploaded files: looking, starting, stopping, going on."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.audit import service as audit
from waymark.db import tenancy
from waymark.http.access import Caller, Role
from waymark.http.pagination import Paging
from waymark.imports.opening import FileKind
from waymark.imports.tables import BadFile
from waymark.imports.uploads import queries
from waymark.imports.uploads.errors import ImportNotFound, OutOfTurn
from waymark.imports.uploads.files import Files
from waymark.imports.uploads.models import (
    DISCARDED,
    FINISHED,
    READY,
    RUNNING,
    STOPPED,
    UPLOADING,
    Import,
)
from waymark.imports.uploads.reading import Look, Said, UnreadableFile, look_at, ready
from waymark.ingest.models import Source
from waymark.ingest.sources import service as sources
from waymark.jobs import leases
from waymark.kit.clock import utcnow
from waymark.kit.errors import Fault

KEPT_IDLE = timedelta(days=1)
"""How long a file is kept that nobody starts or goes on with."""


async def list_imports(
    session: AsyncSession, caller: Caller, workspace_id: str, source_id: str | None, paging: Paging
) -> tuple[list[Import], str | None]:
    """A page of the imports there have been, newest first. Raises NotFound, Forbidden."""
    caller.require(Role.EDITOR, workspace_id)
    rows = await queries.imports_page(session, workspace_id, source_id, paging.after, paging.limit)
    return paging.cut(rows, lambda row: [row.id])


async def get_import(
    session: AsyncSession, caller: Caller, import_id: str, *, lock: bool = False
) -> Import:
    """One import; for editors, as files tell of customers.

    Raises ImportNotFound, Forbidden.
    """
    found = await tenancy.by_id(session, Import, import_id, caller.workspace_ids, lock=lock)
    if found is None:
        raise ImportNotFound("There is no such import.")
    caller.require(Role.EDITOR, found.workspace_id)
    return found


async def look(
    session: AsyncSession,
    files: Files,
    caller: Caller,
    import_id: str,
    said: Said | None,
    count: int,
) -> tuple[Source, Look]:
    """What is in the file, and what its first rows would become.

    Raises ImportNotFound, Forbidden, OutOfTurn, UnreadableFile, BadImportMapping.
    """
    row = await get_import(session, caller, import_id)
    if row.state == UPLOADING or row.state in FINISHED:
        raise OutOfTurn("The file is not complete yet, or its import is over.")
    source = await sources.get_source(session, caller, row.source_id)
    try:
        found = await asyncio.to_thread(
            look_at, files.path(row.id), FileKind(row.kind), said, count
        )
    except (BadFile, FileNotFoundError) as error:
        raise _unreadable(error) from error
    return source, found


async def start_import(
    session: AsyncSession,
    files: Files,
    caller: Caller,
    import_id: str,
    said: Said,
    mapping: dict[str, Any],
) -> Import:
    """Begin with an import, under a mapping that fits the file.

    Raises ImportNotFound, Forbidden, OutOfTurn, UnreadableFile, BadImportMapping.
    """
    row = await get_import(session, caller, import_id, lock=True)
    if row.state != READY:
        raise OutOfTurn("An import begins once, when its file is complete.")
    try:
        row.unit = await asyncio.to_thread(_checked, files.path(row.id), FileKind(row.kind), said)
    except (BadFile, FileNotFoundError) as error:
        raise _unreadable(error) from error
    row.mapping = mapping
    leases.enqueue(row, utcnow())
    audit.record(
        session,
        row.workspace_id,
        "import_started",
        caller.actor_id,
        caller.name,
        {"import_id": row.id, "source_id": row.source_id, "bytes": row.size},
    )
    await session.flush()
    return row


def _checked(path: Path, kind: FileKind, said: Said) -> str:
    """What the rows of the file are counted in, if the mapping fits it."""
    with ready(path, kind, said) as (table, _):
        return table.unit


def _unreadable(error: Exception) -> UnreadableFile:
    detail = str(error) if isinstance(error, BadFile) else "The file is gone; upload it again."
    return UnreadableFile(detail, faults=[Fault("", UnreadableFile.code, detail)])


async def stop_import(session: AsyncSession, caller: Caller, import_id: str) -> Import:
    """Stop after the rows that are on their way. Raises ImportNotFound, Forbidden, OutOfTurn."""
    row = await get_import(session, caller, import_id, lock=True)
    if row.state not in RUNNING:
        raise OutOfTurn("This import is not running.")
    # The lease stays: who holds it may still write down how far it came.
    row.state, row.due_at = STOPPED, None
    await session.flush()
    return row


async def resume_import(session: AsyncSession, caller: Caller, import_id: str) -> Import:
    """Go on where it was stopped. Raises ImportNotFound, Forbidden, OutOfTurn."""
    row = await get_import(session, caller, import_id, lock=True)
    if row.state != STOPPED:
        raise OutOfTurn("This import was not stopped.")
    leases.enqueue(row, utcnow())
    await session.flush()
    return row


async def discard_import(session: AsyncSession, caller: Caller, import_id: str) -> Import:
    """Give an import up and remove its file; what is in already stays.

    Raises ImportNotFound, Forbidden, OutOfTurn.
    """
    row = await get_import(session, caller, import_id, lock=True)
    if row.state in FINISHED:
        raise OutOfTurn("This import is over.")
    row.state, row.due_at, row.lease_id, row.finished_at = DISCARDED, None, None, utcnow()
    await session.flush()
    return row


async def forget_files(session: AsyncSession, workspace_id: str) -> None:
    """Give up all imports of a workspace that are not finished, and what was kept of any file.

    An erasure asks for it: nobody has read yet whom the files speak of.
    """
    await queries.discard(session, queries.of_workspace(workspace_id), utcnow())
    await queries.forget_texts(session, workspace_id)


async def give_up_idle(session: AsyncSession) -> None:
    """Give up imports that were uploaded more than a day ago and are not running."""
    now = utcnow()
    await queries.discard(session, queries.idle_since(now - KEPT_IDLE), now)
