"""What the owner of a source must say for its format to work: its settings, its secret."""

import re

from waymark.ingest.formats.base import Format, Setting
from waymark.ingest.formats.registry import FORMATS
from waymark.ingest.sources.rotation import new_secret
from waymark.kit.errors import Fault, Invalid


class UnknownFormat(Invalid):
    """There is no such format."""

    code = "unknown_format"
    title = "There is no such format"


class BadSettings(Invalid):
    """A setting is missing, unknown, or not one of its choices; or the secret is."""

    code = "bad_settings"
    title = "Some settings are not right"


def format_called(key: str) -> Format:
    """The format with this key. Raises UnknownFormat."""
    if key not in FORMATS:
        detail = f"There is no format “{key}”. There are {', '.join(FORMATS)}."
        raise UnknownFormat(detail, faults=[Fault("/format", UnknownFormat.code, detail)])
    return FORMATS[key]


def check(kind: Format, given: dict[str, str]) -> None:
    """Whether these settings are what a format needs. Raises BadSettings."""
    known = {setting.key: setting for setting in kind.settings}
    faults = [
        _fault(key, f"{kind.name} has no setting “{key}”.") for key in given if key not in known
    ]
    for setting in kind.settings:
        reason = _wrong(setting, given.get(setting.key, ""))
        if reason:
            faults.append(_fault(setting.key, reason))
    if faults:
        raise BadSettings(faults[0].detail, faults=faults)


def _wrong(setting: Setting, value: str) -> str:
    if not value:
        return f"“{setting.key}” is needed." if setting.required else ""
    if setting.choices and value not in setting.choices:
        return f"“{setting.key}” must be one of {', '.join(setting.choices)}."
    if setting.pattern and not re.fullmatch(setting.pattern, value):
        return f"“{setting.key}” must look like {setting.example}."
    return ""


def _fault(key: str, detail: str) -> Fault:
    escaped = key.replace("~", "~0").replace("/", "~1")
    return Fault(f"/settings/{escaped}", BadSettings.code, detail)


def first_secret(kind: Format, given: str) -> str:
    """The secret of a new source: its sender's, or a new one of ours. Raises BadSettings.

    Many senders show their secret only once they know the address: until it is entered there is
    none, as for formats without one.
    """
    if kind.secret_from != "waymark" and not given:
        return ""
    return next_secret(kind, given)


def next_secret(kind: Format, given: str) -> str:
    """The secret that takes the place of another. Raises BadSettings."""
    if kind.secret_from == "sender":
        if not given:
            raise _bad_secret(f"Enter the secret that {kind.name} shows you.")
        return given
    if kind.secret_from == "none":
        raise _bad_secret(f"{kind.name} knows no secret.")
    if given:
        raise _bad_secret(f"Waymark makes the secret; enter it in {kind.name}.")
    return new_secret()


def _bad_secret(detail: str) -> BadSettings:
    return BadSettings(detail, faults=[Fault("/secret", BadSettings.code, detail)])
