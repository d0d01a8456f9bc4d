"""What a check has to say, wherever the map came from."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from waymark.findings.model import Severity

NEVER = "never"


@dataclass(frozen=True, slots=True)
class Told:
    """One finding in words."""

    key: str
    rule_id: str
    severity: Severity
    subject: str
    """What it belongs to, by name."""
    place: str
    """What kind of thing it points at, such as `card`."""
    place_id: str
    field: str
    message: str
    detail: str | None
    """What it rests on, where there is more to say."""
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that a check found, and the rules that could not be checked."""

    name: str
    """The file, or the map's title."""
    is_file: bool
    findings: Sequence[Told]
    failures: Sequence[str]

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(one.severity for one in self.findings)

    def status(self, fail_on: str) -> int:
        """0 when nothing is as bad as `fail_on` or worse, else 1; 2 when a rule failed."""
        if self.failures:
            return 2
        if fail_on == NEVER:
            return 0
        limit = Severity(fail_on).rank
        return int(any(one.severity.rank <= limit for one in self.findings))
