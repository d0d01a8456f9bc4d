"""Imports on the wire."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from waymark.http.schema import Id, Resource, Timestamp, Title, Wire
from waymark.imports.mapping import Template
from waymark.imports.opening import FileKind
from waymark.imports.uploads import models
from waymark.imports.uploads.reading import Said, bad
from waymark.ingest.processing.outcomes import Outcome
from waymark.kit.ids import new_id

FieldName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(id|touchpoint|customer|time|score|scale|amount|currency|channel|property\..{1,100})$",
        max_length=110,
    ),
]
"""What an event says; `property.` and a name for anything beyond."""


class Take(StrEnum):
    """Where a field of an event comes from."""

    COLUMN = "column"
    """A column, as it is."""
    TEMPLATE = "template"
    """A text with columns in it: `first-contact-{origin|unknown}`."""
    VALUE = "value"
    """The same for every row."""


class ImportField(Wire):
    """Where something that events say comes from."""

    field: FieldName = Field(examples=["customer"])
    take: Take = Field(examples=["column"])
    text: Annotated[str, StringConstraints(min_length=1, max_length=500)] = Field(
        examples=["customer_id"]
    )
    """The column's name, the text with columns in it, or the value."""


class ImportMapping(Wire):
    """What the columns of a file mean, and how to read it."""

    fields: Annotated[list[ImportField], Field(max_length=60)]
    """Each once. `customer` and `time` are needed; `score` comes with a `scale`, `amount` with a
    `currency`."""
    keep_rest: bool = False
    """Whether all other columns become properties."""
    day_first: bool = False
    """Whether 1/2/2026 is the first of February."""
    time_format: Annotated[str, StringConstraints(max_length=60)] = ""
    """Empty for the usual forms, `unix`, `unix-ms`, or a strptime format."""
    timezone: Annotated[str, StringConstraints(min_length=1, max_length=60)] = "UTC"
    """Of times without an offset."""
    delimiter: Annotated[str, StringConstraints(max_length=1)] = ""
    """What is between columns; empty to find out."""
    encoding: Annotated[str, StringConstraints(max_length=30, pattern=r"^[A-Za-z0-9_-]*$")] = ""
    """Of CSV and TSV; empty for UTF-8, or what the file is marked with."""

    def said(self) -> Said:
        """The same, for reading. Raises BadImportMapping for a field that is given twice."""
        fields: dict[str, Template] = {}
        for place, given in enumerate(self.fields):
            if given.field in fields:
                raise bad(f"/mapping/fields/{place}", f"“{given.field}” is given twice.")
            fields[given.field] = _template(given)
        return Said(fields, **self.model_dump(exclude={"fields"}))


def _template(field: ImportField) -> Template:
    if field.take is Take.COLUMN:
        return Template.of_column(field.text)
    return Template(field.text, fixed=field.take is Take.VALUE)


def wire_field(name: str, template: Template) -> ImportField:
    """A template as it goes over the wire."""
    if template.only_column:
        return ImportField(field=name, take=Take.COLUMN, text=template.only_column)
    take = Take.VALUE if template.fixed else Take.TEMPLATE
    return ImportField(field=name, take=take, text=template.text)


class NewImport(Wire):
    """A file that is to be uploaded."""

    id: Id = Field(default_factory=new_id)
    """Chosen by the client if it likes, best a UUIDv7."""
    name: Title = Field(examples=["leads.csv"])
    """The file's; its ending says what it is."""
    size: int = Field(ge=1, le=2**40, examples=[48_213])
    """In bytes."""


class ImportStart(Wire):
    """How the file is to be understood."""

    mapping: ImportMapping


class ImportTrial(Wire):
    """A mapping to try; null to have it guessed from the names of the columns."""

    mapping: ImportMapping | None = None


class LeftOutRow(Wire):
    """A row that cannot become an event."""

    number: int = Field(examples=[4])
    reason: str = Field(examples=["“someday” is not a date or time that is understood"])


class QuarantineReason(Wire):
    """Why events are in quarantine, and how many."""

    reason: str = Field(examples=["There is no touchpoint with the key “news”."])
    count: int = Field(examples=[12])


class Import(Resource):
    """The import of a file: how far it is, and what became of its rows."""

    id: Id
    workspace_id: Id
    source_id: Id
    name: str = Field(examples=["leads.csv"])
    kind: FileKind
    size: int = Field(examples=[48_213])
    uploaded: int = Field(examples=[48_213])
    """Bytes that are there."""
    state: Literal[
        "uploading",
        "ready",
        "received",
        "leased",
        "retry",
        "stopped",
        "done",
        "dead",
        "discarded",
    ] = Field(examples=["leased"])
    """Being uploaded, ready to start, waiting, being worked on, waiting for another attempt,
    stopped, done, given up after a failure, or discarded."""
    mapping: ImportMapping | None
    """As it was started with."""
    share: float = Field(examples=[0.42])
    """How much of the file has been read, from 0 to 1."""
    unit: Literal["", "line", "row", "event"] = Field(examples=["line"])
    """What rows are counted in."""
    rows: int = Field(examples=[1200])
    """Read so far."""
    left_out: int = Field(examples=[1])
    """Of these, rows that cannot become events."""
    accepted: int = Field(examples=[1100])
    duplicates: int = Field(examples=[80])
    """Events that were there already."""
    quarantined: int = Field(examples=[19])
    waiting: int = Field(examples=[0])
    """Stored, but not processed when they were counted."""
    reasons: list[QuarantineReason]
    """Why events are in quarantine, the most frequent first; at most 20."""
    examples: list[LeftOutRow]
    """The first rows that were left out; at most 200."""
    error: str = Field(examples=[""])
    """Why it failed."""
    actor_name: str = Field(examples=["Elena Kovač"])
    """Who uploaded the file."""
    created_at: Timestamp
    finished_at: Timestamp | None


MOST_REASONS = 20


def present_import(row: models.Import) -> Import:
    """An import as the caller sees it."""
    reasons = sorted(row.reasons.items(), key=lambda entry: -entry[1])[:MOST_REASONS]
    return Import.of(
        row,
        mapping=None if row.mapping is None else ImportMapping.model_validate(row.mapping),
        reasons=[QuarantineReason(reason=reason, count=count) for reason, count in reasons],
        examples=[LeftOutRow(number=number, reason=reason) for number, reason in row.examples],
    )


class FileColumn(Wire):
    """A column of a file."""

    name: str = Field(examples=["customer_id"])
    examples: list[str] = Field(examples=[["c-1042", "c-1043"]])
    """The first few values."""


class PreviewedRow(Wire):
    """A row of a file, and what it would become."""

    number: int = Field(examples=[2])
    event: str = Field(examples=['{"customer": "c-1042", "touchpoint": "news"}'])
    """As JSON in the native format; empty when the row is left out."""
    outcome: Literal["left_out"] | Outcome = Field(examples=["accepted"])
    """As accepted, identified, ignored, quarantined or left_out; duplicates are not looked for."""
    detail: str = Field(examples=[""])
    """Why it is left out or quarantined."""
    touchpoint_id: Id | None
    touchpoint_key: str = Field(examples=[""])
    """The key of a touchpoint that does not exist."""
    score: float | None = Field(examples=[1])
    """On −2 … +2."""


class MissingTouchpoint(Wire):
    """A touchpoint that rows name and that does not exist."""

    key: str = Field(examples=["first-contact-email"])
    rows: int = Field(examples=[12])


class ImportPreview(Resource):
    """What is in a file, and what it would become."""

    columns: list[FileColumn]
    unit: Literal["line", "row", "event"] = Field(examples=["line"])
    mapping: ImportMapping
    """As given, or as guessed."""
    missing: list[str] = Field(examples=[[]])
    """Fields that are needed and that are not mapped yet: `customer`, `time`."""
    rows: list[PreviewedRow]
    """The first ones."""
    looked_at: int = Field(examples=[500])
    """How many rows the following is about."""
    understood: int = Field(examples=[488])
    """Rows that would be accepted."""
    missing_touchpoints: list[MissingTouchpoint]
    """The most frequent first."""
