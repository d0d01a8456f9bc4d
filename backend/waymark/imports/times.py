"""Dates and times as tables have them. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_SLASHED = re.compile(
    r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ T](\d{1,2}):(\d\d)(?::(\d\d))?)?", re.ASCII
)
_PER_SECOND = {"unix": 1, "unix-ms": 1000}


class NotATime(ValueError):
    """The text is not a date or time in a form that is understood."""


@dataclass(frozen=True, slots=True)
class TimeReader:
    """Reads dates and times; what has no offset is in `zone`, a day is its midnight there.

    Understood are `2018-02-01`, `2018-02-01 19:58:30`, RFC 3339, and `2/26/2018 19:58` (month
    first, or day first where `day_first`; dots do as well as slashes). With `form` only that
    strptime format is, or with `unix` and `unix-ms` the seconds or milliseconds since 1970.
    """

    zone: tzinfo
    day_first: bool = False
    form: str = ""

    def read(self, text: str) -> datetime:
        """The moment that `text` means. Raises NotATime."""
        text = text.strip()
        try:
            moment = self._parse(text)
            return moment if moment.tzinfo else moment.replace(tzinfo=self.zone)
        except (ValueError, OverflowError) as error:
            raise NotATime(f"“{text[:40]}” is not a date or time that is understood") from error

    def _parse(self, text: str) -> datetime:
        if self.form in _PER_SECOND:
            return datetime.fromtimestamp(float(text) / _PER_SECOND[self.form], UTC)
        if self.form:
            return datetime.strptime(text, self.form)  # noqa: DTZ007 (the zone follows in `read`)
        if _ISO.fullmatch(text):
            return datetime.fromisoformat(re.sub(r"\s+(?=[Zz+-])", "", text.replace(",", ".")))
        found = _SLASHED.fullmatch(text)
        if found is None:
            raise ValueError("neither year first nor year last")
        first, second, year, hour, minute, seconds = (int(part or 0) for part in found.groups())
        month, day = (second, first) if self.day_first else (first, second)
        return datetime(year, month, day, hour, minute, seconds, tzinfo=self.zone)
