"""Uploading: a file is announced, and its content follows in parts."""

import asyncio
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.flush import flush_or
from waymark.http.access import Caller, Role
from waymark.imports.opening import FileKind, kind_of
from waymark.imports.tables import BadFile
from waymark.imports.uploads import queries
from waymark.imports.uploads.errors import (
    FileTooLarge,
    MoreThanAnnounced,
    NotForFiles,
    OutOfTurn,
    TooManyImports,
)
from waymark.imports.uploads.files import Files, OutOfStep
from waymark.imports.uploads.models import READY, UPLOADING, Import
from waymark.imports.uploads.reading import UnreadableFile
from waymark.imports.uploads.service import get_import
from waymark.ingest.formats.native import NATIVE
from waymark.ingest.sources import service as sources
from waymark.kit.clock import utcnow
from waymark.kit.errors import DuplicateId, Fault

MAX_UNFINISHED = 20
"""Files that are kept for a workspace at once."""
RETIRED = "retired"


async def create_import(
    session: AsyncSession,
    caller: Caller,
    source_id: str,
    fields: dict[str, Any],
    max_bytes: int,
) -> Import:
    """Announce a file for a source. Its content follows in parts.

    Raises SourceNotFound, Forbidden, NotForFiles, UnreadableFile, FileTooLarge, TooManyImports,
    DuplicateId.
    """
    source = await sources.get_source(session, caller, source_id)
    caller.require(Role.EDITOR, source.workspace_id)
    if source.format != NATIVE.key:
        raise NotForFiles("Files go into sources of Waymark's own format.")
    if source.state == RETIRED:
        raise NotForFiles("This source was retired; it takes nothing in any more.")
    kind = _kind(fields["name"])
    if fields["size"] > max_bytes:
        detail = f"A file may have at most {max_bytes // 1024**2:,} MB."
        raise FileTooLarge(detail, faults=[Fault("/size", FileTooLarge.code, detail)])
    if await queries.count_unfinished(session, source.workspace_id) >= MAX_UNFINISHED:
        raise TooManyImports(f"{MAX_UNFINISHED} files wait already; finish or discard some first.")
    row = Import(
        **fields,
        workspace_id=source.workspace_id,
        source_id=source.id,
        kind=kind,
        uploaded=0,
        mapping=None,
        share=0,
        unit="",
        rows=0,
        left_out=0,
        accepted=0,
        duplicates=0,
        quarantined=0,
        waiting=0,
        reasons={},
        examples=[],
        actor_id=caller.actor_id,
        actor_name=caller.name,
        created_at=utcnow(),
        finished_at=None,
        state=UPLOADING,
        due_at=None,
        lease_id=None,
        attempts=0,
        error="",
    )
    session.add(row)
    await flush_or(session, DuplicateId(f"There is already something with the id {row.id}."))
    return row


def _kind(name: str) -> FileKind:
    try:
        return kind_of(Path(name))
    except BadFile as error:
        detail = "The name must end in .csv, .tsv, .ndjson, .xes or .parquet; .gz may follow."
        fault = Fault("/name", UnreadableFile.code, detail)
        raise UnreadableFile(detail, faults=[fault]) from error


async def take_part(
    session: AsyncSession, files: Files, caller: Caller, import_id: str, offset: int, part: bytes
) -> Import:
    """Put a part of the file at its place; the same part may come twice.

    Raises ImportNotFound, Forbidden, OutOfTurn, MoreThanAnnounced, Unavailable.
    """
    row = await get_import(session, caller, import_id, lock=True)
    if row.state not in (UPLOADING, READY):
        raise OutOfTurn("The file is complete, and its import has begun.")
    if offset + len(part) > row.size:
        detail = f"The file was said to have {row.size:,} bytes."
        raise MoreThanAnnounced(detail, faults=[Fault("?offset", MoreThanAnnounced.code, detail)])
    try:
        row.uploaded = await asyncio.to_thread(files.write, row.id, offset, part)
    except OutOfStep as error:
        raise OutOfTurn(
            f"The first {row.uploaded:,} bytes are there; go on after them.",
            extra={"uploaded": row.uploaded},
        ) from error
    row.state = READY if row.uploaded == row.size else UPLOADING
    await session.flush()
    return row
