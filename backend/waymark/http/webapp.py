"""The built web app, served beside the API: hashed assets for ever, the page never cached."""

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from waymark.kit.errors import NotFound

RESERVED = ("api/", "ingest/", "healthz", "readyz", "metrics", "assets/")
PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: https:; style-src 'self' 'unsafe-inline'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Assets:
    """Static files under hashed names; the compressed twin made at build time where it helps."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._files = StaticFiles(directory=directory)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one file."""
        name = scope["path"].rsplit("/assets/", 1)[-1]
        accepted = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1")
        twin = self._directory / f"{name}.gz"
        response: Response
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable",
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
        }
        if "gzip" in accepted and "/" not in name and twin.is_file():
            headers["Content-Encoding"] = "gzip"
            response = FileResponse(twin, media_type=_media_type(name), headers=headers)
        else:
            response = await self._files.get_response(name, scope)
            response.headers.update(headers)
        await response(scope, receive, send)


def _media_type(name: str) -> str:
    suffix = name.rsplit(".", 1)[-1]
    known = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
    return known.get(suffix, "application/octet-stream")


def page_router(directory: Path) -> APIRouter:
    """Every path that is not the API's is a page of the web app."""
    router = APIRouter(include_in_schema=False)

    @router.api_route("/{path:path}", methods=["GET", "HEAD"])
    async def page(request: Request, path: str) -> Response:
        if path.startswith(RESERVED):
            raise NotFound("There is nothing at this address.")
        file = directory / path
        if path and "/" not in path and not path.startswith(".") and file.is_file():
            return FileResponse(file)
        return FileResponse(directory / "index.html", headers=PAGE_HEADERS)

    return router
