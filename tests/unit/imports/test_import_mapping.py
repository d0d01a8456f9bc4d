"""Tables become events: whichever columns, formats and gaps they have."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from waymark.ingest.csv_import import (
    BadMapping,
    BadRow,
    RowReader,
    Template,
    key_form,
    parse_mapping,
)
from waymark.ingest.csv_times import NotATime, TimeReader

COLUMNS = ["lead", "date", "origin", "stars", "paid"]
ROW = {"lead": "l-1", "date": "2018-02-01", "origin": "", "stars": "4", "paid": "9.5"}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2018-02-01", datetime(2018, 2, 1, tzinfo=UTC)),
        ("2018-02-01 19:58", datetime(2018, 2, 1, 19, 58, tzinfo=UTC)),
        (" 2018-02-01T19:58:30 ", datetime(2018, 2, 1, 19, 58, 30, tzinfo=UTC)),
        ("2018-02-01 19:58:30 +0100", datetime(2018, 2, 1, 18, 58, 30, tzinfo=UTC)),
        ("2018-02-01T19:58:30Z", datetime(2018, 2, 1, 19, 58, 30, tzinfo=UTC)),
        ("2/26/2018 19:58", datetime(2018, 2, 26, 19, 58, tzinfo=UTC)),
        ("2/3/2018", datetime(2018, 2, 3, tzinfo=UTC)),
    ],
)
def test_common_times_are_read(text: str, moment: datetime) -> None:
    assert TimeReader(UTC).read(text) == moment


def test_other_times_are_read_when_told_how() -> None:
    berlin = TimeReader(ZoneInfo("Europe/Berlin"), day_first=True)
    assert berlin.read("3.2.2018 12:00") == datetime(2018, 2, 3, 11, tzinfo=UTC)
    named = TimeReader(UTC, form="%d %b %Y")
    assert named.read("03 Feb 2018") == datetime(2018, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "soon", "2018-02-30", "26/2/2018", "1517443200"])
def test_what_is_not_a_time_is_told(text: str) -> None:
    with pytest.raises(NotATime):
        TimeReader(UTC).read(text)


def test_a_template_takes_what_stands_in_for_an_empty_column() -> None:
    template = Template("first-contact-{origin|unknown}")
    assert template.fill({"origin": "email"}) == "first-contact-email"
    assert template.fill({"origin": " "}) == "first-contact-unknown"
    assert Template("{lead}-{origin}").fill(ROW) == ""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Paid Search", "paid-search"),
        ("paid_search", "paid_search"),
        ("__A -- b__", "a-b"),
        ("Ünï", "n"),
    ],
)
def test_touchpoints_are_named_by_keys(text: str, key: str) -> None:
    assert key_form(text) == key


def reader(*maps: str, constants: tuple[str, ...] = ()) -> RowReader:
    """A reader of rows with this mapping, besides customer and time."""
    base = ("customer=lead", "time=date")
    return RowReader(parse_mapping([*base, *maps], constants, COLUMNS), TimeReader(UTC))


def test_a_row_becomes_an_event() -> None:
    event = reader(
        "touchpoint=From {origin|nowhere}",
        "score=stars",
        "amount=paid",
        "property.origin=origin",
        "property.lead=lead",
        constants=("scale=stars5", "currency=EUR"),
    ).event(ROW)
    event.pop("id")
    assert event == {
        "customer": "l-1",
        "occurred_at": "2018-02-01T00:00:00Z",
        "touchpoint": "from-nowhere",
        "score": {"value": 4, "scale": "stars5"},
        "value": {"amount": 9.5, "currency": "EUR"},
        "properties": {"lead": "l-1"},
    }


def test_the_same_table_gives_the_same_ids_and_equal_rows_stay_two() -> None:
    first, second = reader(), reader()
    ids = [first.event(ROW)["id"] for _ in range(2)]
    assert ids[0] != ids[1]
    assert ids == [second.event(ROW)["id"] for _ in range(2)]
    other = reader(constants=("touchpoint=deal-won",)).event(ROW)["id"]
    assert other not in ids


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"lead": " "}, "customer"),
        ({"date": ""}, "time"),
        ({"date": "soon"}, "soon"),
        ({"stars": "many"}, "many"),
        ({"stars": "nan"}, "nan"),
    ],
)
def test_a_row_that_cannot_become_one_says_why(changes: dict[str, str], word: str) -> None:
    with pytest.raises(BadRow, match=word):
        reader("score=stars", constants=("scale=stars5",)).event({**ROW, **changes})


@pytest.mark.parametrize(
    ("maps", "constants", "word"),
    [
        (["customer=lead"], [], "time"),
        (["customer=who", "time=date"], [], "who"),
        (["customer=lead", "time=date", "touchpoint={from}"], [], "from"),
        (["customer=lead", "time=date", "colour=origin"], [], "colour"),
        (["customer=lead", "time=date", "time=date"], [], "twice"),
        (["customer=lead", "time=date"], ["time=now"], "twice"),
        (["customer"], [], "form"),
    ],
)
def test_a_mapping_that_does_not_fit_says_why(
    maps: list[str], constants: list[str], word: str
) -> None:
    with pytest.raises(BadMapping, match=word):
        parse_mapping(maps, constants, COLUMNS)
