"""Time, always aware and always UTC."""

from datetime import UTC, datetime


def utcnow() -> datetime:
    """The current moment in UTC, to the microsecond."""
    return datetime.now(UTC)
