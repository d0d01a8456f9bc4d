"""Days to count over, and how they are cut into buckets. Days are UTC, both ends included."""

from dataclasses import dataclass
from datetime import date, timedelta

from waymark.kit.errors import Fault, Invalid

DAY_MS = 86_400_000
DEFAULT_DAYS = 30
MAX_DAYS = 1830
MAX_BUCKETS = 15

_EPOCH = date(1970, 1, 1)


class BadPeriod(Invalid):
    """The days asked for are the wrong way round, or too many."""

    code = "bad_period"
    title = "These dates do not work"


@dataclass(frozen=True, slots=True)
class Period:
    """`days` days from `first_day` on (days since 1970-01-01)."""

    first_day: int
    days: int

    @property
    def start_ms(self) -> int:
        """The first millisecond of it."""
        return self.first_day * DAY_MS

    @property
    def end_ms(self) -> int:
        """The first millisecond after it."""
        return (self.first_day + self.days) * DAY_MS

    @property
    def bucket_days(self) -> int:
        """Days in a bucket, so that there are at most fifteen; the last one may be shorter."""
        return -(-self.days // MAX_BUCKETS)

    @property
    def buckets(self) -> list[date]:
        """The first day of every bucket."""
        return [
            _EPOCH + timedelta(days=self.first_day + offset)
            for offset in range(0, self.days, self.bucket_days)
        ]

    @property
    def before(self) -> "Period":
        """As many days, right before."""
        return Period(self.first_day - self.days, self.days)


def period_between(first: date | None, last: date | None, today: date) -> tuple[Period, date, date]:
    """The period from `first` to `last`, and both; by default the last 30 days.

    Raises BadPeriod when it ends before it starts or is longer than 1,830 days (five years).
    """
    last = last or max(today, first or today)
    first = first or date.fromordinal(max(last.toordinal() - DEFAULT_DAYS + 1, 1))
    days = (last - first).days + 1
    if days < 1:
        raise _bad("?from", "The first day must not be after the last one.")
    if days > MAX_DAYS:
        raise _bad("?from", f"Ask for at most {MAX_DAYS:,} days at once.")
    return Period((first - _EPOCH).days, days), first, last


def _bad(pointer: str, detail: str) -> BadPeriod:
    return BadPeriod(detail, faults=[Fault(pointer, BadPeriod.code, detail)])
