"""What every wire model shares."""

import re
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from waymark.kit.clock import rfc3339
from waymark.kit.text import is_single_line


def _canonical(value: str) -> str:
    return str(UUID(value))


def _one_line(value: str) -> str:
    if not is_single_line(value):
        raise ValueError("must be a single line without control characters")
    return value


# What _one_line allows, for the contract; people get its sentence instead of a pattern.
_CHARACTER = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]"
# Languages differ in which control characters are white space: none of them counts as visible.
VISIBLE = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\s]"
"""A pattern for texts that are not blank."""

Id = Annotated[
    str,
    StringConstraints(min_length=36, max_length=36),
    AfterValidator(_canonical),
    WithJsonSchema({"type": "string", "format": "uuid"}),
]
"""A UUID in its 36-character form; normalised to lower case."""

Line = Annotated[
    str,
    StringConstraints(max_length=200),
    AfterValidator(_one_line),
    Field(json_schema_extra={"pattern": f"^{_CHARACTER}*$"}),
]
"""One line of at most 200 characters; may be empty."""

Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_one_line),
    Field(json_schema_extra={"pattern": f"^{_CHARACTER}*{VISIBLE}{_CHARACTER}*$"}),
]
"""One line of 1 to 200 characters."""

Prose = Annotated[str, StringConstraints(max_length=4000)]
"""A text of any number of lines, at most 4,000 characters."""

Url = Annotated[
    str,
    StringConstraints(max_length=2000, pattern=r'^(https?://[^\s\x00-\x1f\x7f-\x9f<>"]+)?$'),
]
"""An http or https address, or nothing."""


Timestamp = Annotated[datetime, PlainSerializer(rfc3339, when_used="json")]
"""RFC 3339 in UTC with milliseconds."""


_DATE_AND_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:")


def _as_text(value: Any) -> Any:
    if not isinstance(value, datetime) and not _DATE_AND_TIME.match(str(value)):
        raise ValueError("must be a date and time with an offset, such as 2026-11-02T09:30:00Z")
    return value


Moment = Annotated[
    AwareDatetime, BeforeValidator(_as_text), PlainSerializer(rfc3339, when_used="json")
]
"""A date and time that a caller gives: RFC 3339 with an offset, and never a number."""


def _drop_empty_defaults(schema: dict[str, Any]) -> None:
    for part in schema.get("properties", {}).values():
        if part.get("default", "") in ("", None, [], {}):
            part.pop("default", None)


class Wire(BaseModel):
    """A body we send or take: unknown members are refused, documentation comes from the fields.

    A default reaches the contract only if it says something.
    """

    model_config = ConfigDict(
        extra="forbid",
        from_attributes=True,
        use_attribute_docstrings=True,
        serialize_by_alias=True,
        json_schema_extra=_drop_empty_defaults,
    )


def _drop_defaults(schema: dict[str, Any]) -> None:
    for part in schema.get("properties", {}).values():
        part.pop("default", None)


def _require_everything(schema: dict[str, Any]) -> None:
    _drop_defaults(schema)
    schema["required"] = list(schema.get("properties", {}))


class Resource(Wire):
    """An answer in which every member is always there, whatever defaults it has when written."""

    model_config = ConfigDict(json_schema_extra=_require_everything)

    @classmethod
    def of(cls, row: object, **more: Any) -> Self:
        """The answer for `row`; `more` are the members that the row does not have."""
        names = cls.model_fields.keys() - more.keys()
        return cls.model_validate({name: getattr(row, name) for name in names} | more)


class Abilities(Wire):
    """What the caller may do with this."""

    edit: bool
    delete: bool


class Patch(Wire):
    """A body in which every member is optional; only those that are present are changed.

    Inherits from the model that has the fields; what is required there is optional here. Defaults
    never reach the contract: a generated client would send them.
    """

    model_config = ConfigDict(json_schema_extra=_drop_defaults)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Make every field optional; the defaults are never read, see `changes`."""
        super().__pydantic_init_subclass__(**kwargs)
        for field in cls.model_fields.values():
            if field.is_required():
                field.default = None
        cls.model_rebuild(force=True)

    def changes(self) -> dict[str, Any]:
        """The members that were present, as plain values."""
        return self.model_dump(exclude_unset=True)
