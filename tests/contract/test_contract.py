"""The contract holds what it promises, and the committed copy is the real one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
import pytest
from fastapi import FastAPI
from waymark.main import create_app
from waymark.settings import Settings

COMMITTED = Path(__file__).parents[2] / "openapi" / "openapi.json"

NAME = re.compile(
    "(list|get|create|update|delete|remove|revoke|change|duplicate|rotate|replay|send"
    "|sign|redeem|preview|accept|start|stop|resume|discard|validate|fix|stream)([A-Z][a-z]+)+"
)

WRITES = {"post", "put", "patch", "delete"}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The contract as the application generates it."""
    directory = tmp_path_factory.mktemp("contract")
    app: FastAPI = create_app(Settings(data_dir=directory, secret_key="not used"))
    return app.openapi()


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def _media(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every body of an operation: what it is called, and its media type object."""
    bodies = {"request": operation.get("requestBody", {}), **operation["responses"]}
    for name, body in bodies.items():
        for media in body.get("content", {}).values():
            yield f"{operation['operationId']} {name}", media


def test_the_committed_contract_is_the_generated_one(document: dict[str, Any]) -> None:
    committed = orjson.loads(COMMITTED.read_bytes())
    assert committed == document, "run `make api` and commit what it writes"


def test_every_operation_has_a_name_that_starts_with_a_verb(
    document: dict[str, Any],
) -> None:
    names = [operation["operationId"] for _, _, operation in _operations(document)]
    assert len(names) == len(set(names))
    assert [name for name in names if not NAME.fullmatch(name)] == []


def test_every_operation_says_what_it_does(document: dict[str, Any]) -> None:
    tags = {tag["name"]: tag["description"] for tag in document["tags"]}
    assert all(tags.values())
    used = set()
    for _, _, operation in _operations(document):
        name = operation["operationId"]
        assert 5 < len(operation["summary"]) <= 80, name
        assert operation["description"].strip(), name
        (tag,) = operation["tags"]
        used.add(tag)
        for parameter in operation.get("parameters", []):
            assert parameter["description"], f"{name} {parameter['name']}"
    assert used == tags.keys()


def test_every_body_has_an_example_that_fits_its_schema(
    document: dict[str, Any],
) -> None:
    wrong = []
    for _, _, operation in _operations(document):
        for name, media in _media(operation):
            schema = {**media["schema"], "components": document["components"]}
            validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
            examples = [entry["value"] for entry in media.get("examples", {}).values()]
            examples += [media["example"]] if "example" in media else []
            assert examples, name
            wrong += [
                f"{name}: {error.message} at {error.instance_path}"
                for example in examples
                for error in validator.iter_errors(example)
            ]
    assert wrong == []


def test_every_operation_tells_its_problems(document: dict[str, Any]) -> None:
    for method, path, operation in _operations(document):
        headers = {parameter["name"].lower() for parameter in operation.get("parameters", [])}
        public = operation.get("security") == []
        expected = {"503"}
        if not public:
            expected |= {"401"} | ({"403"} if method in WRITES else set())
        if "{" in path:
            expected |= {"404", "422"} if path.startswith("/api/") else {"404"}
        if "requestBody" in operation:
            expected |= {"400", "413", "415", "422"}
        if "if-match" in headers:
            expected |= {"400", "412", "428"}
        if "idempotency-key" in headers:
            expected |= {"409", "422"}
        responses = operation["responses"]
        assert expected - responses.keys() == set(), operation["operationId"]
        for status, response in responses.items():
            if status >= "400":
                assert list(response["content"]) == ["application/problem+json"]
                media = response["content"]["application/problem+json"]
                assert media["schema"] == {"$ref": "#/components/schemas/Problem"}
                assert media["example"]["status"] == int(status)


def test_a_resource_carries_its_version_and_a_new_one_its_address(
    document: dict[str, Any],
) -> None:
    for name, status, headers in (
        ("getPersona", "200", {"ETag"}),
        ("updatePersona", "200", {"ETag"}),
        ("createPersona", "201", {"ETag", "Location"}),
        ("listPersonas", "200", set()),
        ("getMeasures", "200", set()),
        ("getPersona", "503", {"Retry-After"}),
        ("signIn", "429", {"Retry-After"}),
    ):
        (operation,) = (
            operation
            for _, _, operation in _operations(document)
            if operation["operationId"] == name
        )
        assert operation["responses"][status]["headers"].keys() == headers, name


def test_every_creation_takes_an_idempotency_key(document: dict[str, Any]) -> None:
    for method, _, operation in _operations(document):
        if method == "post" and operation.get("security") != []:
            names = [parameter["name"] for parameter in operation["parameters"]]
            assert "Idempotency-Key" in names, operation["operationId"]


def test_there_is_one_model_per_thing(document: dict[str, Any]) -> None:
    names = document["components"]["schemas"].keys()
    assert [name for name in names if not re.fullmatch(r"[A-Z][A-Za-z]*", name)] == []
    assert [name for name in names if name.endswith(("Input", "Output"))] == []


def test_models_describe_themselves(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    assert [name for name, schema in schemas.items() if not schema.get("description")] == []


def test_discriminators_are_required_and_have_no_default(
    document: dict[str, Any],
) -> None:
    found = list(_discriminated(document))
    assert found
    schemas = document["components"]["schemas"]
    for discriminator in found:
        name = discriminator["propertyName"]
        for value, reference in discriminator["mapping"].items():
            schema = schemas[reference.rsplit("/", 1)[1]]
            assert name in schema["required"], reference
            assert schema["properties"][name]["const"] == value
            assert "default" not in schema["properties"][name]


def _discriminated(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "discriminator" in part:
            yield part["discriminator"]
        part = list(part.values())
    if isinstance(part, list):
        for below in part:
            yield from _discriminated(below)


def test_what_may_be_left_out_of_a_patch_has_no_default(
    document: dict[str, Any],
) -> None:
    """A generated client would send it, and change what nobody meant to change."""
    for method, _, operation in _operations(document):
        if method == "patch":
            media = operation["requestBody"]["content"]["application/json"]
            name = media["schema"]["$ref"].rsplit("/", 1)[1]
            schema = document["components"]["schemas"][name]
            for field, part in schema["properties"].items():
                assert "default" not in part, f"{name}.{field}"
