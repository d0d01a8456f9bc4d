"""Files of every kind become rows; broken and hostile ones are refused, saying where."""

import gzip
import tracemalloc
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from waymark.imports import parquet, streams, xes
from waymark.imports.opening import FileKind, kind_of, opened
from waymark.imports.tables import BadFile, Row

LOG = b"""<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <global scope="event"><string key="concept:name" value="?"/></global>
  <trace>
    <string key="concept:name" value="c-1"/>
    <list key="tags"><values><string key="tag" value="x"/></values></list>
    <event>
      <string key="concept:name" value="Order"><string key="inner" value="no"/></string>
      <date key="time:timestamp" value="2018-02-01T19:58:30.000+01:00"/>
      <int key="items" value="3"/><float key="cost" value="9.5"/><boolean key="new" value="true"/>
      <int key="odd" value="many"/>
    </event>
    <event><string key="concept:name" value="Pay &amp; go"/></event>
  </trace>
  <trace><event><string key="concept:name" value="Lost"/></event></trace>
</log>
"""


def rows(path: Path, kind: FileKind | None = None, **options: str) -> list[Row]:
    """All rows of a file."""
    with opened(path, kind or kind_of(path), **options) as table:
        return list(table.rows)


def values(path: Path, **options: str) -> list[Any]:
    """What is in the rows of a file that has no problems."""
    found = rows(path, **options)
    assert not [row.problem for row in found if row.problem]
    return [dict(row.values) for row in found]


def written(path: Path, content: bytes | str) -> Path:
    """A file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.CSV", FileKind.CSV),
        ("a.tsv", FileKind.TSV),
        ("a.jsonl.gz", FileKind.NDJSON),
        ("a.xes", FileKind.XES),
        ("a.xes.gz", FileKind.XES),
        ("a.b.parquet", FileKind.PARQUET),
    ],
)
def test_the_name_says_what_a_file_is(name: str, kind: FileKind) -> None:
    assert kind_of(Path(name)) is kind


def test_a_name_that_says_nothing_is_told() -> None:
    with pytest.raises(BadFile, match="does not say") as told:
        kind_of(Path("events.dat"))
    assert "--format" in told.value.hint


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_table_is_read_whatever_is_between_its_columns(tmp_path: Path, mark: str) -> None:
    text = f'who{mark} when \n"a{mark}""1"{mark}today\n\nb{mark}{mark}{mark}\n'
    assert values(written(tmp_path / "t.csv", text)) == [
        {"who": f'a{mark}"1', "when": "today"},
        {"who": "b", "when": ""},
    ]


def test_lines_are_counted_with_those_inside_of_fields(tmp_path: Path) -> None:
    file = written(tmp_path / "t.csv", 'a,b\n"1\n2",x\n3,4,5\n6\n')
    assert [(row.number, row.problem) for row in rows(file)] == [
        (2, ""),
        (4, "has 3 columns, the first line 2"),
        (5, ""),
    ]


def test_two_columns_of_one_name_are_told_apart(tmp_path: Path) -> None:
    assert values(written(tmp_path / "t.csv", "a,a\n1,2\n")) == [{"a": "1", "a 2": "2"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_may_say_how_it_is_encoded(tmp_path: Path, encoding: str) -> None:
    file = written(tmp_path / "t.tsv", "wer\twann\nJürgen\theute\n".encode(encoding))
    assert values(file) == [{"wer": "Jürgen", "wann": "heute"}]


def test_an_older_export_is_read_when_told_how(tmp_path: Path) -> None:
    file = written(tmp_path / "t.csv", "wer\nJürgen\n".encode("latin-1"))
    with pytest.raises(BadFile, match="Line 2 is not utf-8"):
        values(file)
    assert values(file, encoding="latin-1") == [{"wer": "Jürgen"}]
    with pytest.raises(BadFile, match="no encoding “klingon”"):
        values(file, encoding="klingon")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "no first line"),
        (b"a,b\n" * 40_000 + b"\xff,b\n", "Line 40001 is not utf-8"),
        (b"a,b\n1,2\n1,\0\n", "Line 3 has a NUL"),
        (b"a,b\n1," + b"x" * 1_100_000, "Line 2 has more than"),
        (b'a,b\n1,2\n3,"' + b"xxxxxxx\n" * 200_000, "Line 3: field larger"),
        (b"," * 6000 + b"\n", "5,000 columns"),
    ],
)
def test_a_hostile_table_is_refused_with_the_line(
    tmp_path: Path, content: bytes, word: str
) -> None:
    with pytest.raises(BadFile, match=word):
        rows(written(tmp_path / "t.csv", content))


def test_objects_are_taken_apart(tmp_path: Path) -> None:
    text = '{"user": {"id": 1, "tags": ["a"], "none": {}}, "ok": true}\r\n\n{"user": null}'
    assert values(written(tmp_path / "t.ndjson", text)) == [
        {"user.id": 1, "user.tags": ["a"], "user.none": {}, "ok": True},
        {"user": None},
    ]


def test_a_bad_line_does_not_spoil_those_after_it(tmp_path: Path) -> None:
    lines = [
        b'{"a": 1}',
        b'{"a": NaN}',
        b"[1]",
        b'{"a": "\xff"}',
        b'{"a": "' + b"x" * 3_000_000 + b'"}',
        b"[" * 5000,
        b'{"a": 2}',
    ]
    found = rows(written(tmp_path / "t.jsonl", b"\n".join(lines)))
    assert [row.number for row in found if not row.problem] == [1, 7]
    assert [row.number for row in found] == [1, 2, 3, 4, 5, 6, 7]
    assert "not a JSON object" in found[2].problem
    assert "bytes" in found[4].problem


@pytest.mark.parametrize("packed", [False, True])
def test_an_event_log_is_read_with_its_traces(tmp_path: Path, packed: bool) -> None:
    name, content = ("l.xes.gz", gzip.compress(LOG)) if packed else ("l.xes", LOG)
    order, pay, lost = values(written(tmp_path / name, content))
    assert order == {
        "case:concept:name": "c-1",
        "concept:name": "Order",
        "time:timestamp": "2018-02-01T19:58:30.000+01:00",
        "items": 3,
        "cost": 9.5,
        "new": True,
        "odd": "many",
    }
    assert pay == {"case:concept:name": "c-1", "concept:name": "Pay & go"}
    assert lost == {"concept:name": "Lost"}


BOMB = b'<!DOCTYPE log [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><log><trace/>&c;</log>'
FAR = b'<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>'


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (BOMB, "document type"),
        (FAR, "document type"),
        (b"<html></html>", "begins with <html>"),
        (b"lead,won\n", "not XES"),
        (LOG[:-30], "not XES after event 2"),
        (b"<log>" + b"<trace>" * 100, "nested deeper"),
        (b'<log><trace><string key="a" value="' + b"x" * 5_000_000, "larger than 4 MB"),
        (b"<log><!--" + b"x" * 5_000_000, "larger than 4 MB"),
        (b'<?xml version="1.0" encoding="klingon"?><log/>', "not XES"),
        (
            b"<log><event>"
            + b"".join(b'<int key="%d" value="1"/>' % number for number in range(1001)),
            "1,000 attributes",
        ),
    ],
)
def test_a_hostile_log_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    with pytest.raises(BadFile, match=word):
        rows(written(tmp_path / "l.xes", content))


def test_a_long_log_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    event = b'<event><string key="concept:name" value="Order"/></event>'
    file = written(tmp_path / "l.xes", b"<log><trace>" + event * 60_000 + b"</trace></log>")
    tracemalloc.start()
    with file.open("rb") as content:
        assert sum(1 for _ in xes.read(content)) == 60_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3_000_000


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (gzip.compress(b"a,b\n" * 1000, mtime=0)[:-20], "not whole gzip"),
        (gzip.compress(b"a,b\n" * 1000, mtime=0)[:-8] + b"\0" * 8, "not whole gzip"),
        (b"\x1f\x8b nothing", "not whole gzip"),
    ],
)
def test_broken_gzip_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    with pytest.raises(BadFile, match=word):
        rows(written(tmp_path / "t.csv.gz", content))


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "RATIO_FROM", 1_000_000)
    file = written(tmp_path / "t.ndjson.gz", gzip.compress(b'{"a": 1}\n' * 500_000))
    with pytest.raises(BadFile, match="250 times"):
        rows(file)


def parquet_file(path: Path, records: Sequence[dict[str, Any]], **options: Any) -> Path:
    """A Parquet file of these rows."""
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(records)), path, **options)
    return path


def test_parquet_is_read_by_row_groups(tmp_path: Path) -> None:
    at = datetime(2018, 2, 1, 19, 58, tzinfo=UTC)
    records = [
        {"who": f"c-{number}", "at": at, "paid": Decimal("9.50"), "in": {"n": number}}
        for number in range(2500)
    ]
    file = parquet_file(tmp_path / "t.parquet", records, row_group_size=700)
    with opened(file, FileKind.PARQUET) as table:
        assert table.columns == ["who", "at", "paid", "in.n"]
        assert table.size == 2500
        found = list(table.rows)
        assert table.position() == 2500
    assert dict(found[2000].values) == {
        "who": "c-2000",
        "at": at,
        "paid": Decimal("9.50"),
        "in.n": 2000,
    }
    assert found[2000].number == 2001


def test_nanoseconds_are_cut_off(tmp_path: Path) -> None:
    column = pyarrow.array([1_517_443_200_000_000_123], pyarrow.timestamp("ns", "UTC"))
    pyarrow.parquet.write_table(pyarrow.table({"at": column}), tmp_path / "t.parquet")
    assert values(tmp_path / "t.parquet") == [{"at": datetime(2018, 2, 1, tzinfo=UTC)}]


def test_broken_parquet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="not Parquet"):
        rows(written(tmp_path / "a.parquet", b"PAR1 nothing PAR1"))
    whole = parquet_file(tmp_path / "b.parquet", [{"a": "x" * 50}] * 5000).read_bytes()
    broken = whole[:20] + bytes(byte ^ 0x5A for byte in whole[20:80]) + whole[80:]
    with pytest.raises(BadFile, match="breaks off"):
        rows(written(tmp_path / "c.parquet", broken))


def test_a_giant_row_group_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "MAX_GROUP", 100)
    with pytest.raises(BadFile, match="Row group 1"):
        rows(parquet_file(tmp_path / "t.parquet", [{"a": str(n)} for n in range(1000)]))


def test_without_the_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(parquet.importlib, "import_module", missing)
    with pytest.raises(BadFile, match=r"waymark\[parquet\]"):
        rows(written(tmp_path / "t.parquet", b""))
