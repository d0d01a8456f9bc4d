"""`waymark check`, `waymark export` and `waymark import map`."""

import sys
from pathlib import Path

import click
import orjson

from waymark.checks.local import BadFile, check_file
from waymark.checks.printing import as_json, as_sarif, as_text
from waymark.checks.remote import NotAnswered, Remote
from waymark.checks.told import NEVER, Outcome
from waymark.findings.messages import messages
from waymark.findings.model import Severity
from waymark.findings.pages import write_pages
from waymark.interchange.file import json_schema
from waymark.kit.ids import is_id

UNREADABLE = 2
API = click.option(
    "--api", default="http://localhost:8000", show_default=True, help="Waymark's address."
)
API_KEY = click.option(
    "--api-key", envvar="WAYMARK_API_KEY", default="", help="A key to it, or WAYMARK_API_KEY."
)


@click.command()
@click.argument("target", metavar="FILE|MAP")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
)
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), NEVER]),
    default=Severity.WARNING.value,
    show_default=True,
    help="From which severity on the exit status is 1.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Into a file.")
@API
@API_KEY
def check(
    target: str, form: str, fail_on: str, output: Path | None, api: str, api_key: str
) -> None:
    """Check a map: FILE, or MAP by its id on a running Waymark.

    The exit status is 0 when nothing is as bad as --fail-on, 1 when something is, and 2 when the
    map cannot be read or a rule could not be checked. FILE is checked here, with the rules as they
    come; MAP as its workspace has settled it, and against what customers did.
    """
    said = messages()
    try:
        if is_id(target) and not Path(target).exists():
            outcome = _remote(api, api_key, target)
        else:
            outcome = check_file(Path(target), target, said)
    except (BadFile, NotAnswered) as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    text = {"text": as_text, "sarif": as_sarif}[form](outcome, said) if form != "json" else ""
    text = text or as_json(outcome)
    if output:
        output.write_text(text + "\n", encoding="utf-8")
    else:
        click.echo(text)
    sys.exit(outcome.status(fail_on))


def _remote(api: str, api_key: str, map_id: str) -> Outcome:
    remote = _connected(api, api_key)
    try:
        return remote.findings(map_id)
    finally:
        remote.close()


def _connected(api: str, api_key: str) -> Remote:
    if not api_key:
        raise click.UsageError("This takes an API key: --api-key, or WAYMARK_API_KEY.")
    return Remote(api, api_key)


@click.group("export")
def export_group() -> None:
    """Write a map, the schema of map files, or the pages of the rules to files."""


@export_group.command("map")
@click.argument("map_id", metavar="MAP")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Into a file.")
@API
@API_KEY
def export_map(map_id: str, output: Path | None, api: str, api_key: str) -> None:
    """Write MAP of a running Waymark as a file that can be kept, checked and imported."""
    remote = _connected(api, api_key)
    try:
        file = remote.file(map_id)
    except NotAnswered as error:
        raise click.ClickException(str(error)) from error
    finally:
        remote.close()
    text = orjson.dumps(file, option=orjson.OPT_INDENT_2).decode()
    if output:
        output.write_text(text + "\n", encoding="utf-8")
    else:
        click.echo(text)


@export_group.command("schema")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export_schema(file: Path) -> None:
    """Write the JSON Schema of map files to FILE."""
    file.write_bytes(orjson.dumps(json_schema(), option=orjson.OPT_INDENT_2) + b"\n")
    click.echo(str(file))


@export_group.command("rules")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export_rules(folder: Path) -> None:
    """Write a page for each rule to FOLDER."""
    click.echo(f"{folder}: {write_pages(folder)} rules")


@click.command("map")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--workspace", default="", metavar="ID", help="Unless the key opens only one.")
@API
@API_KEY
def import_map(file: Path, workspace: str, api: str, api_key: str) -> None:
    """Make a new map of FILE on a running Waymark, and print its id."""
    remote = _connected(api, api_key)
    try:
        made = remote.create(workspace or remote.only_workspace(), file.read_bytes())
    except NotAnswered as error:
        raise click.ClickException(str(error)) from error
    finally:
        remote.close()
    click.echo(made["id"])
