"""What every wire model shares."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from waymark.kit.text import is_single_line


def _canonical(value: str) -> str:
    return str(UUID(value))


def _one_line(value: str) -> str:
    if not is_single_line(value):
        raise ValueError("must be a single line without control characters")
    return value


Id = Annotated[
    str,
    StringConstraints(min_length=36, max_length=36),
    AfterValidator(_canonical),
    WithJsonSchema({"type": "string", "format": "uuid"}),
]
"""A UUID in its 36-character form; normalised to lower case."""

Line = Annotated[str, StringConstraints(max_length=200), AfterValidator(_one_line)]
"""One line of at most 200 characters; may be empty."""

Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_one_line),
]
"""One line of 1 to 200 characters."""

Prose = Annotated[str, StringConstraints(max_length=4000)]
"""A text of any number of lines, at most 4,000 characters."""

Url = Annotated[str, StringConstraints(max_length=2000, pattern=r"^(https?://[^\s<>\"]+)?$")]
"""An http or https address, or nothing."""


def _rfc3339(value: datetime) -> str:
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")


Timestamp = Annotated[datetime, PlainSerializer(_rfc3339, when_used="json")]
"""RFC 3339 in UTC with milliseconds."""


class Wire(BaseModel):
    """A body we send or take: unknown members are refused, documentation comes from the fields."""

    model_config = ConfigDict(
        extra="forbid",
        from_attributes=True,
        use_attribute_docstrings=True,
        serialize_by_alias=True,
        json_schema_serialization_defaults_required=True,
    )


def _drop_defaults(schema: dict[str, Any]) -> None:
    for part in schema.get("properties", {}).values():
        part.pop("default", None)


class Patch(Wire):
    """A body in which every member is optional; only those that are present are changed.

    Defaults never reach the contract: a generated client would send them.
    """

    model_config = ConfigDict(json_schema_extra=_drop_defaults)

    def changes(self) -> dict[str, Any]:
        """The members that were present, as plain values."""
        return self.model_dump(exclude_unset=True)
