"""Short forms for the rules that formats suggest. Pure."""

from collections.abc import Mapping
from typing import Any, Final

from waymark.ingest.mapping.model import Condition, MoneyAt, Rule, ScoreAt, Target

EXISTS: Final = object()
"""As a value in `rule`: whatever is there."""

IGNORE = Target("ignore")
IDENTIFY = Target("identify")


def touchpoint(key: str, name: str, channel: str = "") -> Target:
    """An event at the touchpoint with this key, made when it first happens."""
    return Target("touchpoint_by_key", key=key, name=name, channel=channel)


def named_by(field: str, channel: str = "") -> Target:
    """An event at the touchpoint that is called what is at `field`."""
    return Target("touchpoint_from", field=field, channel=channel)


def rule(
    when: Mapping[str, Any],
    then: Target,
    score: ScoreAt | None = None,
    value: MoneyAt | None = None,
) -> Rule:
    """A rule whose fields have these values; a tuple means one of them."""
    return Rule([_condition(*entry) for entry in when.items()], then, score, value)


def ignore_kinds(field: str, *beginnings: str) -> list[Rule]:
    """Rules that leave out what has such a beginning at `field`."""
    return [Rule([Condition(field, "starts_with", start)], IGNORE) for start in beginnings]


def _condition(field: str, value: Any) -> Condition:
    if value is EXISTS:
        return Condition(field, "exists")
    if isinstance(value, tuple):
        return Condition(field, "one_of", value)
    return Condition(field, "equals", value)
