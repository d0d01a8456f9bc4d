"""A touchpoint that others speak of before it is there."""

import re
from dataclasses import dataclass

MAX_KEY = 60
_KEY = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def is_key(text: str) -> bool:
    """Whether a touchpoint can have this key."""
    return len(text) <= MAX_KEY and _KEY.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A touchpoint by its key, and what to make it with if there is none."""

    key: str
    name: str = ""
    channel: str = ""
    """The key of its channel; empty, or of a channel that is not there, for none."""
