"""Maps in files, checked without any server."""

from pathlib import Path

from pydantic import ValidationError

from waymark.checks.told import Outcome, Told
from waymark.findings.drafts import check_map_draft
from waymark.findings.messages import Messages
from waymark.findings.wording import detail, headline
from waymark.interchange.file import MapFile
from waymark.kit import strict_json
from waymark.kit.errors import Invalid

MAX_BYTES = 32 * 1024 * 1024


class BadFile(Exception):
    """The file is no map, or one that contradicts itself."""


def read_map_file(path: Path) -> MapFile:
    """The map in a file. Raises BadFile."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadFile(f"{path} is larger than any map.")
        return MapFile.model_validate(strict_json.loads(path.read_bytes()))
    except (OSError, strict_json.NotStrictJson) as error:
        raise BadFile(f"{path} cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = "/".join(str(part) for part in first["loc"])
        raise BadFile(f"{path} is no map file: /{where}: {first['msg']}") from error


def check_file(path: Path, name: str, said: Messages) -> Outcome:
    """What the rules say of a map in a file. Raises BadFile."""
    try:
        report = check_map_draft(read_map_file(path))
    except Invalid as error:
        places = "; ".join(f"{fault.pointer}: {fault.detail}" for fault in error.faults[:5])
        raise BadFile(f"{path} contradicts itself: {places or error.detail}") from error
    findings = [
        Told(
            one.said.key,
            one.said.rule.id,
            one.severity,
            one.thing.title,
            one.said.found.kind,
            one.said.found.id,
            one.said.found.field,
            headline(one.said, said),
            detail(one.said, said),
            said.text(one.said.rule.message_key("why")),
        )
        for one in report.findings
    ]
    return Outcome(name, True, findings, list(report.failures))
