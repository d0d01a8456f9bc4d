"""The OpenAPI document: generated from the routes, with what every operation shares filled in."""

import re
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from waymark.http.etag import ETAG_PATTERN
from waymark.http.examples import Schemas, example_of
from waymark.http.headers import headers_of
from waymark.http.problems import CONTENT_TYPE, Problem

DESCRIPTION = """\
Everything the web app can do, an integrator can do: it uses nothing that is not here.

Every resource has a revision. Answers carry it as `ETag`; a write says in `If-Match` which one it
is based on. POSTs that create take an `Idempotency-Key`. Errors are RFC 9457 problem details with a
stable `code` and JSON pointers. Times are RFC 3339 in UTC.
"""

PROBLEMS = {
    "400": "The request could not be read: not strict JSON, or a malformed header.",
    "401": "Nobody is signed in, or the credentials are not valid.",
    "403": "The caller may see this, but not do that.",
    "404": "There is no such thing, or none that the caller may see.",
    "409": "The request contradicts what is there now.",
    "410": "It was there once and will not come back.",
    "412": "The version in If-Match is no longer the current one.",
    "413": "The body is too large.",
    "415": "The body is of another type or encoding.",
    "422": "Some of this is not valid; `errors` says where and why.",
    "428": "If-Match is required.",
    "429": "Too many requests; wait as long as Retry-After says.",
    "503": "The database is not available; try again after Retry-After.",
}

IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Makes a repetition safe: within 24 hours the same key and body get the same "
    "answer again.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "example": "2f1c7c1e-5d0b-4f7e-9a58-3e6f1f2a9b77",
}


PUBLIC = {"security": [], "x-creates": False}
"""`openapi_extra` of an operation for people who are not signed in."""


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Which problems an operation may answer with, beyond those that all of them share."""
    return {status: {"description": PROBLEMS[str(status)]} for status in statuses}


def build(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 document of `app`."""
    document = get_openapi(
        title="Waymark",
        version=app.version,
        openapi_version="3.1.0",
        summary="The customer journey map that checks itself",
        description=DESCRIPTION,
        routes=app.routes,
        tags=app.openapi_tags,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        servers=[{"url": "/", "description": "This server"}],
        separate_input_output_schemas=False,
    )
    schemas = document["components"]["schemas"]
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs"))
    schemas["Problem"] = problem
    document["components"]["securitySchemes"] = {
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "waymark_session",
            "description": "The cookie of a signed-in person (`__Host-waymark_session` over TLS).",
        },
        "apiKey": {
            "type": "http",
            "scheme": "bearer",
            "description": "An API key of the workspace.",
        },
    }
    document["security"] = [{"session": []}, {"apiKey": []}]
    document["paths"] = _by_topic(document)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            _complete(path, method, operation)
            _describe(operation)
            _exemplify(operation, schemas)
            for status, response in operation["responses"].items():
                response["headers"] = headers_of(method, status, response, schemas)
    return _with_plain_names(document)


def _by_topic(document: dict[str, Any]) -> dict[str, Any]:
    """The paths in the order of the tags, and not of the routes, which has other reasons."""
    topics = [tag["name"] for tag in document["tags"]]

    def place(entry: tuple[str, dict[str, Any]]) -> tuple[int, str]:
        path, operations = entry
        first = next(iter(operations.values()))
        return topics.index(first["tags"][0]), path

    return dict(sorted(document["paths"].items(), key=place))


def _with_plain_names(document: dict[str, Any]) -> dict[str, Any]:
    """`Page_Persona_`, as Pydantic calls a page of personas, is `PersonaPage` to clients."""
    text = orjson.dumps(document).decode()
    renamed: dict[str, Any] = orjson.loads(re.sub(r"\bPage_(\w+?)_(?=\")", r"\1Page", text))
    return renamed


def _describe(operation: dict[str, Any]) -> None:
    """The first sentence of a handler's docstring is the summary, all of it the description."""
    first = operation["description"].split("\n\n")[0].replace("\n", " ")
    operation["summary"] = first.rstrip(".")
    for parameter in operation.get("parameters", []):
        _describe_parameter(parameter)


def _describe_parameter(parameter: dict[str, Any]) -> None:
    if parameter["in"] == "path" and "description" not in parameter:
        what = parameter["name"].removesuffix("_id").replace("_", " ")
        parameter["description"] = f"The {what}."
    if parameter["name"].lower() == "if-match":
        # Left out it is 428, not the 422 that FastAPI has for required headers.
        parameter |= {"required": True, "schema": {"type": "string", "pattern": ETAG_PATTERN}}
    # There is no null in an address or a header: what is optional is left out.
    schema = parameter["schema"]
    kinds = [kind for kind in schema.get("anyOf", []) if kind != {"type": "null"}]
    if len(kinds) == 1:
        parameter["schema"] = {**{k: v for k, v in schema.items() if k != "anyOf"}, **kinds[0]}


def _exemplify(operation: dict[str, Any], schemas: Schemas) -> None:
    bodies = [operation.get("requestBody", {})]
    bodies += [answer for status, answer in operation["responses"].items() if status < "400"]
    for body in bodies:
        for media in body.get("content", {}).values():
            if "example" not in media and "examples" not in media and "schema" in media:
                media["example"] = example_of(media["schema"], schemas)


def _complete(path: str, method: str, operation: dict[str, Any]) -> None:
    parameters = operation.setdefault("parameters", [])
    headers = {item["name"].lower() for item in parameters if item["in"] == "header"}
    public = operation.get("security") == []
    shared = {"503"}
    if parameters or "requestBody" in operation:
        shared |= {"422"}
    if "requestBody" in operation:
        shared |= {"400", "413", "415"}
    if not public:
        shared |= {"401"}
    if "{" in path and not public:
        shared |= {"404"}
    if "if-match" in headers:
        shared |= {"400", "412", "428"}
    if method == "post" and operation.pop("x-creates", not public):
        parameters.append(IDEMPOTENCY_KEY)
        shared |= {"409", "422"}
    if not public and method not in {"get", "head"}:
        shared |= {"403"}
    if not parameters:
        del operation["parameters"]
    responses = operation["responses"]
    for status in shared:
        responses.setdefault(status, {"description": PROBLEMS[status]})
    for status, response in responses.items():
        if status >= "400":
            response["description"] = PROBLEMS[status]
            response["content"] = {
                CONTENT_TYPE: {
                    "schema": {"$ref": "#/components/schemas/Problem"},
                    "example": _example(status),
                }
            }
    operation["responses"] = dict(sorted(responses.items()))


def _example(status: str) -> dict[str, Any]:
    code = {
        "400": "malformed",
        "401": "unauthenticated",
        "403": "forbidden",
        "404": "not_found",
        "409": "conflict",
        "410": "gone",
        "412": "stale",
        "413": "too_large",
        "415": "unsupported_type",
        "422": "invalid",
        "428": "precondition_required",
        "429": "too_many_requests",
        "503": "unavailable",
    }[status]
    return {
        "type": f"urn:waymark:problem:{code}",
        "title": code.replace("_", " ").capitalize(),
        "status": int(status),
        "detail": PROBLEMS[status],
        "code": code,
        "errors": [],
    }


def cached(app: FastAPI) -> dict[str, Any]:
    """The document of `app`, built once."""
    if app.openapi_schema is None:
        app.openapi_schema = build(app)
    return app.openapi_schema
