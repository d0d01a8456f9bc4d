"""The guides: one for each format, showing what the code is tested with."""

import json
import re
from pathlib import Path

import pytest
from waymark.ingest.formats.base import Format
from waymark.ingest.formats.registry import FORMATS
from waymark.ingest.mapping.schemas import SourceMapping

from tests.factories.formats import FIXTURES

GUIDES = Path(__file__).parents[4] / "docs" / "guides"
BLOCK = re.compile(r"^```(?:json|xml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
KINDS = [pytest.param(kind, id=key) for key, kind in FORMATS.items()]


def guide_of(kind: Format) -> str:
    """The guide of a format, named after it; our own is called native."""
    name = "native" if kind.key == "waymark" else kind.key
    return (GUIDES / f"{name}.md").read_text()


@pytest.mark.parametrize("kind", KINDS)
def test_the_payloads_of_a_guide_are_those_of_the_tests(kind: Format) -> None:
    tested = {file.read_text().strip() for file in FIXTURES.rglob("*") if file.is_file()}
    blocks = BLOCK.findall(guide_of(kind))
    assert blocks
    for block in blocks:
        assert block.strip() in tested, block


@pytest.mark.parametrize("kind", KINDS)
def test_a_guide_names_every_touchpoint_and_setting(kind: Format) -> None:
    guide = guide_of(kind)
    named = {rule.then.name for rule in kind.mapping.rules if rule.then.name}
    assert not [name for name in named if name not in guide]
    assert not [setting.key for setting in kind.settings if f"`{setting.key}`" not in guide]


@pytest.mark.parametrize("kind", KINDS)
def test_a_guide_calls_the_format_what_the_page_calls_it(kind: Format) -> None:
    assert f"format **{kind.name}**" in guide_of(kind)


def test_the_mapping_that_a_guide_suggests_is_one() -> None:
    content = json.loads((FIXTURES / "json" / "mapping.json").read_text())
    assert SourceMapping.model_validate(content).rules
