"""An import that stopped goes on where it was, and only with the same file and mapping."""

from collections import Counter
from pathlib import Path

from waymark.imports.pushing import Tally
from waymark.imports.resuming import ENDING, Bookmark, Progress

PLACE = Progress(1500, 2, Tally(accepted=1498, reasons=Counter({"why": 3})))


def test_a_place_is_found_again_until_the_import_is_complete(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("who,when\n")
    assert Bookmark(file, ["here"]).read() is None
    assert Bookmark(file, ["here"]).write(PLACE)
    assert Bookmark(file, ["here"]).read() == PLACE
    Bookmark(file, ["here"]).remove()
    assert Bookmark(file, ["here"]).read() is None
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.csv"]


def test_the_place_of_another_import_does_not_count(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("who,when\n")
    Bookmark(file, ["here"]).write(PLACE)
    assert Bookmark(file, ["there"]).read() is None
    file.write_text("who,when\nc-1,now\n")
    assert Bookmark(file, ["here"]).read() is None


def test_a_spoilt_bookmark_is_none(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("who,when\n")
    Bookmark(file, []).write(PLACE)
    kept = tmp_path / f"a.csv{ENDING}"
    whole = kept.read_text()
    for spoilt in ("", "[]", whole.replace("1498", '"x"'), whole.replace("tally", "other")):
        kept.write_text(spoilt)
        assert Bookmark(file, []).read() is None
