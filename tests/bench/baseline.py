"""The floor: the same bytes from memory, and an empty answer, over the same server."""

import os
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

BODY = b"x" * int(os.environ.get("BASELINE_BYTES", "1"))


async def body(request: Request) -> Response:
    """As many bytes as the map has."""
    return Response(BODY, media_type="application/json", headers={"ETag": '"1"'})


async def empty(request: Request) -> Response:
    """Nothing."""
    return Response()


app = Starlette(routes=[Route("/body", body), Route("/healthz", empty)])

if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[1]), log_config=None, access_log=False)
