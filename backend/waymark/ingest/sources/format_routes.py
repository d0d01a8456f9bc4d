"""Formats: what requests a source can send."""

from typing import Literal

from pydantic import Field

from waymark.http.access import CallerDep
from waymark.http.routing import api_router
from waymark.http.schema import Resource
from waymark.ingest.formats.base import Format, Setting
from waymark.ingest.formats.registry import FORMATS
from waymark.ingest.mapping.model import to_json
from waymark.ingest.mapping.schemas import SourceMapping

router = api_router("sources")


class FormatSetting(Resource):
    """Something to say about a source of this format, beside its secret."""

    key: str = Field(examples=["organization_id"])
    example: str = Field(examples=["00D000000000001"])
    required: bool
    choices: list[str]
    """The values there are; empty for any text."""
    default: str = Field(examples=[""])


class SourceFormat(Resource):
    """A way of sending events that a source can have."""

    key: str = Field(examples=["waymark"])
    name: str = Field(examples=["Waymark"])
    secret_from: Literal["waymark", "sender", "none"]
    """Who makes the secret: we do, the sender does and it is entered here, or there is none."""
    settings: list[FormatSetting]
    mapping: SourceMapping
    """How its items are understood unless the source says otherwise."""


class SourceFormats(Resource):
    """All formats."""

    items: list[SourceFormat]


@router.get("/source-formats")
async def list_source_formats(caller: CallerDep) -> SourceFormats:
    """List the formats that a source can have.

    With the settings each needs, and how its items are understood unless the source says
    otherwise.
    """
    return SourceFormats(items=[_present(entry) for entry in FORMATS.values()])


def _present(entry: Format) -> SourceFormat:
    return SourceFormat.of(
        entry,
        settings=[_setting(setting) for setting in entry.settings],
        mapping=SourceMapping.model_validate(to_json(entry.mapping)),
    )


def _setting(setting: Setting) -> FormatSetting:
    return FormatSetting.of(setting, choices=list(setting.choices))
