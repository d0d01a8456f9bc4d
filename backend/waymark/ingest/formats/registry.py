"""All formats that a source can have, by key."""

from waymark.ingest.formats.base import Format
from waymark.ingest.formats.native import NATIVE

FORMATS: dict[str, Format] = {entry.key: entry for entry in (NATIVE,)}
