"""What can go wrong with findings, by name."""

from waymark.kit.errors import Conflict, Invalid, NotFound


class FindingNotFound(NotFound):
    """There is no such finding, and there never was one of that name here."""

    code = "finding_not_found"


class FixNoLongerApplies(Conflict):
    """What the fix was for has changed; nothing was done."""

    code = "fix_no_longer_applies"
    title = "This no longer needs mending"


class NoFix(Conflict):
    """The finding cannot be mended by a machine."""

    code = "no_fix"
    title = "There is no fix for this"


class UnknownFinding(Invalid):
    """What is to be dismissed is not there to see."""

    code = "unknown_finding"
    title = "There is no such finding"


class DismissalNotFound(NotFound):
    """There is no such dismissal, or it is out of the caller's sight."""

    code = "dismissal_not_found"


class UnknownRule(Invalid):
    """There is no rule with this id."""

    code = "unknown_rule"
    title = "There is no such rule"


class RuleNotFound(NotFound):
    """There is no rule with this id."""

    code = "rule_not_found"
