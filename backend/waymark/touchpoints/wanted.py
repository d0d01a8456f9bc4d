"""A touchpoint that others speak of before it is there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A touchpoint by its key, and what to make it with if there is none."""

    key: str
    name: str = ""
    channel: str = ""
    """The key of its channel; empty, or of a channel that is not there, for none."""
