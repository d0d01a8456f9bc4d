"""Rows become events: whichever columns, formats and gaps they have."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from waymark.imports.events import BadRow, EventMaker, key_form
from waymark.imports.guessing import guess
from waymark.imports.mapping import BadMapping, Template, check, parse_mapping
from waymark.imports.occurrences import Occurrences
from waymark.imports.times import NotATime, TimeReader

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
    assert TimeReader(UTC, form="unix").read("1517443200.5").isoformat() == (
        "2018-02-01T00:00:00.500000+00:00"
    )
    assert TimeReader(UTC, form="unix-ms").read("1517443200500").year == 2018
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


class Made:
    """Events made with this mapping, besides customer and time."""

    def __init__(self, *maps: str, constants: tuple[str, ...] = (), keep_rest: bool = False):
        mapping = parse_mapping(["customer=lead", "time=date", *maps], constants)
        self._maker = EventMaker(mapping, TimeReader(UTC), Occurrences(), keep_rest)

    def event(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The event of a row."""
        event: dict[str, Any] = json.loads(self._maker.event(row))
        return event


def test_a_row_becomes_an_event() -> None:
    event = Made(
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
    first, second = Made(), Made()
    ids = [first.event(ROW)["id"] for _ in range(2)]
    assert ids[0] != ids[1]
    assert ids == [second.event(ROW)["id"] for _ in range(2)]
    other = Made(constants=("touchpoint=deal-won",)).event(ROW)["id"]
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
        Made("score=stars", constants=("scale=stars5",)).event({**ROW, **changes})


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
        check(parse_mapping(maps, constants), COLUMNS)


def test_braces_in_what_is_the_same_for_every_row_are_only_braces() -> None:
    assert parse_mapping([], ["channel={lead}"])["channel"].fill(ROW) == "{lead}"


def test_a_column_may_be_missing_from_the_first_rows_unless_every_event_needs_it() -> None:
    mapping = parse_mapping(["customer=lead", "time=date", "channel=later"], [])
    check(mapping, COLUMNS, all_known=False)
    with pytest.raises(BadMapping, match="who"):
        check(parse_mapping(["customer=who", "time=date"], []), COLUMNS, all_known=False)


def test_the_rest_of_a_row_is_kept_as_it_is() -> None:
    row = {"lead": 7, "date": datetime(2018, 2, 1, tzinfo=UTC), "n": 2, "x": 0.5, "ok": True}
    event = Made(keep_rest=True).event(row | {"none": None, "list": [1, {"a": 2}]})
    assert event["customer"] == "7"
    assert event["occurred_at"] == "2018-02-01T00:00:00Z"
    assert event["properties"] == {"n": 2, "x": 0.5, "ok": True, "list": '[1,{"a":2}]'}


@pytest.mark.parametrize(
    ("value", "word"), [("x" * 40_000, "32 KB"), ("a\0b", "NUL"), ("\ud800", "Unicode")]
)
def test_hostile_values_leave_a_row_out(value: str, word: str) -> None:
    with pytest.raises(BadRow, match=word):
        Made("property.note=note").event({**ROW, "note": value})


def test_a_row_that_is_left_out_does_not_change_the_ids_of_those_after_it() -> None:
    bad = {**ROW, "date": ""}
    maker = Made()
    with pytest.raises(BadRow):
        maker.event(bad)
    assert maker.event(ROW)["id"] == Made().event(ROW)["id"]


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (
            ["case:concept:name", "concept:name", "time:timestamp", "org:resource"],
            {
                "customer": "{case:concept:name}",
                "touchpoint": "{concept:name}",
                "time": "{time:timestamp}",
            },
        ),
        (
            ["Customer ID", "Event Name", "eventTime", "NPS", "id"],
            {
                "customer": "{Customer ID}",
                "touchpoint": "{Event Name}",
                "time": "{eventTime}",
                "score": "{NPS}",
                "scale": "nps",
            },
        ),
        (
            ["id", "customer", "touchpoint", "occurred_at", "score.value", "score.scale",
             "value.amount", "value.currency"],
            {
                "id": "{id}",
                "customer": "{customer}",
                "touchpoint": "{touchpoint}",
                "time": "{occurred_at}",
                "score": "{score.value}",
                "scale": "{score.scale}",
                "amount": "{value.amount}",
                "currency": "{value.currency}",
            },
        ),
        (["lorem", "price", "score"], {}),
    ],
)  # fmt: skip
def test_columns_are_guessed_from_telling_names(columns: list[str], found: dict[str, str]) -> None:
    assert {name: filled.text for name, filled in guess(columns, {}).items()} == found


def test_what_is_given_is_not_guessed() -> None:
    given = parse_mapping(["customer=mail"], ["score=5"])
    assert guess(["customer", "time", "nps"], given).keys() == {"time"}


def test_rows_that_are_alike_are_told_apart_however_many_there_are() -> None:
    occurrences = Occurrences()
    digests = [bytes([number % 7]) for number in range(700)]
    assert [occurrences.count(digest) for digest in digests][-7:] == [100] * 7
