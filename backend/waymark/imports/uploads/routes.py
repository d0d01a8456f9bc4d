"""Importing a file: upload it in parts, look what it becomes, start."""

from typing import Annotated, cast

from fastapi import Body, Query, Request, Response, status

from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep, settings
from waymark.http.pagination import Page, PagingDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.imports.uploads import service, uploading
from waymark.imports.uploads.files import Files
from waymark.imports.uploads.preview import LOOKED_AT, present_preview
from waymark.imports.uploads.schemas import (
    Import,
    ImportPreview,
    ImportStart,
    ImportTrial,
    NewImport,
    present_import,
)

router = api_router("imports")

OCTETS = "application/octet-stream"


def _files(request: Request) -> Files:
    return cast(Files, request.app.state.import_files)


@router.post("/sources/{source_id}/imports", status_code=status.HTTP_201_CREATED)
async def create_import(
    source_id: Id,
    body: NewImport,
    request: Request,
    response: Response,
    caller: CallerDep,
    session: SessionDep,
) -> Import:
    """Announce a file to import.

    CSV, TSV, NDJSON, XES or Parquet, as its name ends, all but Parquet also with `.gz`. It goes
    into a source of Waymark's own format. Its content follows in parts.
    """
    limit = settings(request).max_import_mb * 1024**2
    row = await uploading.create_import(session, caller, source_id, body.model_dump(), limit)
    response.headers["Location"] = f"/api/v1/imports/{row.id}"
    return present_import(row)


@router.put("/imports/{import_id}/content", responses=problems(409))
async def send_import_part(
    import_id: Id,
    part: Annotated[bytes, Body(media_type=OCTETS, min_length=1, examples=["customer,time\n"])],
    request: Request,
    caller: CallerDep,
    session: SessionDep,
    offset: Annotated[
        int, Query(ge=0, le=2**40, description="Where in the file the part begins.")
    ] = 0,
) -> Import:
    """Send a part of a file.

    At most 8 MB at once, one after the other; a part may be sent again. The answer says how much is
    there. Once that is all, the import is `ready`.
    """
    row = await uploading.take_part(session, _files(request), caller, import_id, offset, part)
    return present_import(row)


@router.get("/workspaces/{workspace_id}/imports", responses=problems(403))
async def list_imports(
    workspace_id: Id,
    caller: CallerDep,
    session: SessionDep,
    paging: PagingDep,
    source_id: Annotated[Id | None, Query(description="Only those into this source.")] = None,
) -> Page[Import]:
    """List imports of files.

    Newest first. For editors.
    """
    rows, after = await service.list_imports(session, caller, workspace_id, source_id, paging)
    return Page(items=[present_import(row) for row in rows], next=after)


@router.get("/imports/{import_id}", responses=problems(403))
async def get_import(import_id: Id, caller: CallerDep, session: SessionDep) -> Import:
    """Show an import, and how far it is."""
    return present_import(await service.get_import(session, caller, import_id))


@router.post(
    "/imports/{import_id}/preview",
    status_code=status.HTTP_200_OK,
    responses=problems(403, 409),
)
async def preview_import(
    import_id: Id, body: ImportTrial, request: Request, caller: CallerDep, session: SessionDep
) -> ImportPreview:
    """Preview an import.

    The columns of the file, a mapping (as given, or guessed from their names), and what the first
    rows would become under it and by the rules of the source. Nothing is sent or changed.
    """
    said = body.mapping.said() if body.mapping is not None else None
    source, found = await service.look(session, _files(request), caller, import_id, said, LOOKED_AT)
    return await present_preview(session, source, found, body.mapping)


@router.post(
    "/imports/{import_id}/start", status_code=status.HTTP_202_ACCEPTED, responses=problems(409)
)
async def start_import(
    import_id: Id, body: ImportStart, request: Request, caller: CallerDep, session: SessionDep
) -> Import:
    """Start an import.

    The rows go through the source's address like everything else: an event counts once, and what
    is not understood waits in quarantine. It goes on in the background.
    """
    row = await service.start_import(
        session,
        _files(request),
        caller,
        import_id,
        body.mapping.said(),
        body.mapping.model_dump(mode="json"),
    )
    request.app.state.wake_imports.set()
    return present_import(row)


@router.post(
    "/imports/{import_id}/stop", status_code=status.HTTP_202_ACCEPTED, responses=problems(409)
)
async def stop_import(import_id: Id, caller: CallerDep, session: SessionDep) -> Import:
    """Stop an import.

    After the rows that are on their way. It can go on later, within a day.
    """
    return present_import(await service.stop_import(session, caller, import_id))


@router.post(
    "/imports/{import_id}/resume", status_code=status.HTTP_202_ACCEPTED, responses=problems(409)
)
async def resume_import(
    import_id: Id, request: Request, caller: CallerDep, session: SessionDep
) -> Import:
    """Go on with an import.

    Where it was stopped.
    """
    row = await service.resume_import(session, caller, import_id)
    request.app.state.wake_imports.set()
    return present_import(row)


@router.post(
    "/imports/{import_id}/discard", status_code=status.HTTP_202_ACCEPTED, responses=problems(409)
)
async def discard_import(
    import_id: Id, request: Request, caller: CallerDep, session: SessionDep
) -> Import:
    """Discard an import and its file.

    What is in already stays.
    """
    row = await service.discard_import(session, caller, import_id)
    request.app.state.wake_imports.set()
    return present_import(row)
