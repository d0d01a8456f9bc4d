"""The mappings that formats suggest, as the page shows them and saves them again."""

import pytest
from waymark.ingest.formats.base import Format
from waymark.ingest.formats.registry import FORMATS
from waymark.ingest.mapping.model import from_json, to_json
from waymark.ingest.mapping.schemas import SourceMapping

KINDS = [pytest.param(kind, id=key) for key, kind in FORMATS.items()]


@pytest.mark.parametrize("kind", KINDS)
def test_a_suggested_mapping_can_be_saved_as_it_is(kind: Format) -> None:
    suggested = to_json(kind.mapping)
    shown = SourceMapping.model_validate(suggested).model_dump(mode="json")
    assert to_json(from_json(shown)) == suggested
