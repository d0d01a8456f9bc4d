"""`waymark check`, `export` and `import map`, as pipelines run them."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner, Result
from waymark.cli import main
from waymark.main import create_app
from waymark.settings import Settings

from tests.contract.live import LiveServer, serving
from tests.factories.maps import a_map
from tests.factories.people import Person

SCHEMA = Path(__file__).parents[3] / "openapi" / "map-file.schema.json"


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def _write(folder: Path, **fields: Any) -> Path:
    path = folder / "map.json"
    content = {
        "format": "waymark-map",
        "version": 1,
        "map": {"title": "Buying a sofa", **fields.pop("map", {})},
    }
    path.write_text(json.dumps(content | fields))
    return path


def test_a_file_is_checked_without_a_server(tmp_path: Path) -> None:
    path = _write(tmp_path)
    result = _run("check", str(path))
    assert result.exit_code == 1
    assert "MAP001  “Buying a sofa” has no goal\n" in result.stdout
    last = result.stdout.strip().splitlines()[-1]
    assert last.startswith(f"{path}: 0 errors, ")


def test_the_exit_status_is_by_severity(tmp_path: Path) -> None:
    path = str(_write(tmp_path))
    assert _run("check", path, "--fail-on", "error").exit_code == 0
    assert _run("check", path, "--fail-on", "warning").exit_code == 1
    assert _run("check", path, "--fail-on", "advice").exit_code == 1
    assert _run("check", path, "--fail-on", "never").exit_code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "cannot be read"),
        ('{"format": "waymark-map", "version": 2, "map": {"title": "A"}}', "/version"),
        (
            '{"format": "waymark-map", "version": 1, "map": {"title": "A", "personas": ["x"]}}',
            "/map/personas/0: The file has no persona “x”.",
        ),
    ],
)
def test_what_is_no_map_is_status_2_with_the_place(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "map.json"
    path.write_text(content)
    result = _run("check", str(path))
    assert result.exit_code == 2
    assert said in result.stderr


def test_json_has_everything_a_program_needs(tmp_path: Path) -> None:
    told = json.loads(_run("check", str(_write(tmp_path)), "--format", "json").stdout)
    assert told["counts"]["warning"] == sum(
        one["severity"] == "warning" for one in told["findings"]
    )
    goal = next(one for one in told["findings"] if one["rule_id"] == "MAP001")
    assert goal["place"]["field"] == "goal"


def test_sarif_is_what_code_hosts_take(tmp_path: Path) -> None:
    path, output = _write(tmp_path), tmp_path / "findings.sarif"
    result = _run("check", str(path), "--format", "sarif", "--output", str(output))
    assert (result.exit_code, result.stdout) == (1, "")
    sarif = json.loads(output.read_text())
    (run,) = sarif["runs"]
    assert sarif["version"] == "2.1.0"
    rules = run["tool"]["driver"]["rules"]
    for found in run["results"]:
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
        assert found["level"] in ("error", "warning", "note")
        (place,) = found["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == str(path)
        assert found["message"]["text"]
    assert run["invocations"][0]["executionSuccessful"] is True


def test_the_published_schema_is_the_real_one(tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    assert _run("export", "schema", str(path)).exit_code == 0
    assert path.read_text() == SCHEMA.read_text(), "run `make api` and commit what it writes"
    jsonschema_rs.meta.validate(json.loads(path.read_text()))


@pytest.fixture
def live(settings: Settings) -> Iterator[LiveServer]:
    """The installation on a port."""
    with serving(create_app(settings)) as server:
        yield server


async def test_a_map_goes_out_and_comes_back_unchanged(
    admin: Person, live: LiveServer, tmp_path: Path
) -> None:
    document = await a_map(admin)
    key = (await admin.make("api-keys", name="A pipeline", scope="write"))["secret"]
    path, again = tmp_path / "map.json", tmp_path / "again.json"
    access = ("--api", live.url, "--api-key", key)

    async def run(*arguments: str) -> Result:
        return await asyncio.to_thread(_run, *arguments, *access)

    assert (await run("export", "map", document["id"], "--output", str(path))).exit_code == 0
    validator = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text()))
    assert validator.is_valid(json.loads(path.read_text()))
    made = await run("import", "map", str(path))
    assert made.exit_code == 0, made.output
    new_id = made.stdout.strip()
    await run("export", "map", new_id, "--output", str(again))
    assert again.read_text() == path.read_text()
    stored = await run("check", new_id, "--format", "json")
    drafted = await asyncio.to_thread(_run, "check", str(path), "--format", "json")
    rules = [
        {one["rule_id"] for one in json.loads(result.stdout)["findings"]}
        for result in (stored, drafted)
    ]
    assert rules[0] == rules[1]
    assert stored.exit_code == drafted.exit_code == 1


async def test_a_refusal_is_told_with_its_place(
    admin: Person, live: LiveServer, tmp_path: Path
) -> None:
    key = (await admin.make("api-keys", name="A pipeline", scope="write"))["secret"]
    path = _write(tmp_path, map={"personas": ["nobody"]})
    access = ("--api", live.url, "--api-key", key)
    result = await asyncio.to_thread(_run, "import", "map", str(path), *access)
    assert result.exit_code == 1
    assert "/map/personas/0" in result.output
    missing = "01972f0e-8b7a-7c3e-9d41-5a6b7c8d9e0f"
    result = await asyncio.to_thread(_run, "check", missing, *access)
    assert result.exit_code == 2
    assert "404" in result.stderr
