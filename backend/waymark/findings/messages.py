"""The message catalogue: every sentence about findings, in the languages there are.

The files are in inlang's message format, which the web app compiles too: placeholders, plural
forms, numbers and dates as each language writes them. Nothing is put together from pieces. One
function is our own: `local period = first: daterange until=last`, both days in the fewest words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import orjson
from babel import Locale, negotiate_locale
from babel.dates import format_date, format_interval
from babel.numbers import format_decimal, format_percent

BASE = "en"
FOLDER = files("waymark.findings") / "messages"
_PLACEHOLDER = re.compile(r"{(\w+)}")
_LOCAL = re.compile(r"local (\w+) = (\w+): (\w+)(?: (.*))?")
_BARE_PERCENT = re.compile(r"(?<=\d)%")
_LOOSE = re.compile(r"=other|\*")
MAX_FRACTION_DIGITS = 3


@cache
def locales() -> Sequence[str]:
    """The languages there is a catalogue of."""
    return sorted(entry.name.removesuffix(".json") for entry in FOLDER.iterdir())


def best_locale(accept_language: str | None) -> str:
    """The language of ours that a browser's Accept-Language likes best."""
    wanted: list[tuple[float, int, str]] = []
    for part in (accept_language or "").split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            wanted.append((-float(quality or 1), len(wanted), tag))
        except ValueError:
            continue
    tags = [tag for _, _, tag in sorted(wanted)]
    return negotiate_locale(tags, list(locales()), sep="-") or BASE


class Messages:
    """The catalogue in one language; what is not translated yet is said in English."""

    def __init__(self, locale: str) -> None:
        self.locale = Locale.parse(locale)
        texts = orjson.loads((FOLDER / f"{BASE}.json").read_bytes())
        texts |= orjson.loads((FOLDER / f"{locale}.json").read_bytes())
        self._messages = {key: _parse(entry) for key, entry in texts.items()}

    def __contains__(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self._messages

    def text(self, key: str, values: Mapping[str, Any] | None = None) -> str:
        """A message with its placeholders filled."""
        return self._messages[key].fill(values or {}, self.locale)


@cache
def messages(locale: str = BASE) -> Messages:
    """The catalogue of a language, read once."""
    return Messages(locale)


@dataclass(frozen=True, slots=True)
class _Local:
    """A value as it is shown, or the plural form it takes: `local name = source: function`."""

    name: str
    source: str
    function: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Message:
    """Patterns by the condition under which each is used; `*` is any."""

    locals: Sequence[_Local]
    patterns: Mapping[str, str]

    def fill(self, values: Mapping[str, Any], locale: Locale) -> str:
        known = dict(values)
        for local in self.locals:
            known[local.name] = _shown(values, local, locale)
        pattern = next(
            text for condition, text in self.patterns.items() if _holds(condition, known)
        )
        return _PLACEHOLDER.sub(lambda found: str(known[found[1]]), pattern)


def _holds(condition: str, known: Mapping[str, Any]) -> bool:
    return all(_is(*case.strip().partition("=")[::2], known) for case in condition.split(","))


def _is(name: str, wanted: str, known: Mapping[str, Any]) -> bool:
    return name == "*" or wanted in ("*", "other") or known[name] == wanted


def _parse(entry: Any) -> _Message:
    if isinstance(entry, str):
        return _Message((), {"*": entry})
    found = [_LOCAL.fullmatch(declaration) for declaration in entry[0]["declarations"]]
    options = [dict(pair.split("=") for pair in (m[4] or "").split()) if m else {} for m in found]
    parsed = [
        _Local(match[1], match[2], match[3], option)
        for match, option in zip(found, options, strict=True)
        if match
    ]
    # What is true more often comes later.
    patterns = sorted(entry[0]["match"].items(), key=lambda case: len(_LOOSE.findall(case[0])))
    return _Message(parsed, dict(patterns))


def _shown(values: Mapping[str, Any], local: _Local, locale: Locale) -> str:
    value = values[local.source]
    match local.function:
        case "plural":
            return str(locale.plural_form(value))
        case "datetime":
            style: Any = local.options["dateStyle"]
            return format_date(date.fromisoformat(value), style, locale)
        case "daterange":
            first = date.fromisoformat(value)
            last = date.fromisoformat(values[local.options["until"]])
            return format_interval(first, last, "yMMMd", locale=locale)
    return _number(value, local, locale)


def _number(value: Any, local: _Local, locale: Locale) -> str:
    digits = int(local.options.get("maximumFractionDigits", MAX_FRACTION_DIGITS))
    if local.options.get("style") == "percent":
        # A space before the sign in every language, as the web app writes it.
        return _BARE_PERCENT.sub("\u00a0%", format_percent(round(value, digits + 2), locale=locale))
    text = format_decimal(round(value, digits), locale=locale).replace("-", "−")
    if local.options.get("signDisplay") == "exceptZero" and value > 0:
        return f"+{text}"
    return text
