"""Examples for the contract, composed from the fields' own examples so that they cannot drift."""

from typing import Any

Schemas = dict[str, dict[str, Any]]

BY_FORMAT = {
    "uuid": "01972f0e-8b7a-7c3e-9d41-5a6b7c8d9e0f",
    "date-time": "2026-11-02T09:30:00.000Z",
    "date": "2026-11-02",
    "binary": "",
}


def example_of(schema: dict[str, Any], schemas: Schemas, depth: int = 0) -> Any:
    """A value that fits `schema`: its own example if it has one, else made from its parts."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return example_of({**schemas[name], **_own(schema)}, schemas, depth + 1)
    if "example" in schema:
        return schema["example"]
    if schema.get("examples"):
        return schema["examples"][0]
    if "const" in schema:
        return schema["const"]
    if "default" in schema and schema["default"] not in (None, "", []):
        return schema["default"]
    if "enum" in schema:
        return schema["enum"][0]
    for union in ("anyOf", "oneOf", "allOf"):
        if union in schema:
            return example_of(schema[union][0], schemas, depth + 1)
    return _by_type(schema, schemas, depth)


def _own(schema: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name != "$ref"}


def _by_type(schema: dict[str, Any], schemas: Schemas, depth: int) -> Any:
    kind = schema.get("type")
    if kind == "object":
        return {
            name: example_of(part, schemas, depth + 1)
            for name, part in schema.get("properties", {}).items()
        }
    if kind == "array":
        return [] if depth > 8 else [example_of(schema.get("items", {}), schemas, depth + 1)]
    if kind == "string":
        return BY_FORMAT.get(schema.get("format", ""), "")
    if kind == "integer":
        return int(schema.get("minimum", 1))
    if kind == "number":
        return schema.get("minimum", 1)
    return True if kind == "boolean" else None
