"""JSON as RFC 8259 means it: no NaN, no duplicate names, no NUL, no lone surrogates, no abyss."""

import json
from typing import Any, NoReturn

MAX_DEPTH = 64


class NotStrictJson(ValueError):
    """The text is not JSON that every reader would read the same way."""


def loads(body: bytes) -> Any:
    """Parse UTF-8 JSON strictly.

    Raises NotStrictJson with a sentence that says what is wrong, and where for syntax errors.
    """
    try:
        value = json.loads(
            body.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        raise NotStrictJson("The body is not UTF-8.") from error
    except json.JSONDecodeError as error:
        raise NotStrictJson(
            f"Not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
        ) from error
    except RecursionError as error:
        raise NotStrictJson(f"Nested deeper than {MAX_DEPTH} levels.") from error
    except ValueError as error:
        if isinstance(error, NotStrictJson):
            raise
        raise NotStrictJson("A number has too many digits.") from error
    _check(value)
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotStrictJson(f"The name {json.dumps(twice)} appears twice in one object.")
    return result


def _no_constant(constant: str) -> NoReturn:
    raise NotStrictJson(f"{constant} is not a JSON number.")


def _check(value: Any) -> None:
    layer, depth = [value], 0
    while layer:
        if depth >= MAX_DEPTH and any(isinstance(item, dict | list) for item in layer):
            raise NotStrictJson(f"Nested deeper than {MAX_DEPTH} levels.")
        below: list[Any] = []
        for item in layer:
            if isinstance(item, str):
                _check_text(item)
            elif isinstance(item, float):
                _check_number(item)
            elif isinstance(item, dict):
                below.extend(item)
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
        layer, depth = below, depth + 1


def _check_text(text: str) -> None:
    if "\x00" in text:
        raise NotStrictJson("A text contains the NUL character.")
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise NotStrictJson("A text contains half of a surrogate pair.")


def _check_number(number: float) -> None:
    if number in (float("inf"), float("-inf")):
        raise NotStrictJson("A number is too large.")
