"""The documentation of the rules: one page each, made from the catalogue."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson

from waymark.findings.catalogue import REGISTRY
from waymark.findings.messages import Messages, messages
from waymark.findings.model import Parameter, Rule

EXAMPLES = files("waymark.findings") / "examples"


def write_pages(folder: Path) -> int:
    """Write a page for each rule, and a list of them; answers how many rules there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages():
        (folder / name).write_text(text)
    return len(REGISTRY.all())


def pages() -> Iterator[tuple[str, str]]:
    """File names and texts of the whole documentation."""
    said = messages()
    yield "README.md", _index(said)
    for rule in REGISTRY.all():
        yield f"{rule.id}.md", page(rule, said)


def _index(said: Messages) -> str:
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {rule.severity} | {said.text(rule.message_key('title'))} |"
        for rule in REGISTRY.all()
    ]
    head = ["| rule | severity | says |", "|---|---|---|"]
    return "\n".join(["# Rules", "", INTRODUCTION, "", *head, *rows, ""])


INTRODUCTION = """\
What Waymark looks at on every map, persona, touchpoint and source. No rule ever refuses a save. A
workspace can switch a rule off, and change its severity and its thresholds; a finding can be
dismissed with a reason, and comes back when what it points at changes.

These pages are made from the rules: `waymark export rules docs/rules`."""


def page(rule: Rule, said: Messages) -> str:
    """The page of one rule."""
    title = said.text(rule.message_key("title"))
    kind = "measured" if rule.measured else "drawn"
    lines = [
        f"# {rule.id}: {title}",
        "",
        f"Severity **{rule.severity}** · about a **{rule.subject}** · from what is **{kind}**",
        "",
        said.text(rule.message_key("why")),
        "",
        *_parameters(rule, said),
        *_fixes(rule, said),
        *_examples(rule),
    ]
    return "\n".join(lines)


def _parameters(rule: Rule, said: Messages) -> Iterator[str]:
    if rule.parameters:
        yield from ("| threshold | default | from | to |", "|---|---|---|---|")
        for parameter in rule.parameters:
            label = said.text(rule.message_key(parameter.name))
            yield f"| {label} (`{parameter.name}`) | {_bounds(parameter)} |"
        yield ""


def _bounds(parameter: Parameter) -> str:
    numbers = (parameter.default, parameter.minimum, parameter.maximum)
    return " | ".join(f"{number:g}" for number in numbers)


def _fixes(rule: Rule, said: Messages) -> Iterator[str]:
    if rule.fix is not None:
        labels = dict.fromkeys(fix_label(rule, variant, said) for variant in rule.fixes)
        yield f"It can be mended with one click: {', '.join(f'“{label}”' for label in labels)}."
        yield ""


def fix_label(rule: Rule, variant: str, said: Messages) -> str:
    """What the button that mends a finding says."""
    key = rule.message_key("fix", variant)
    return said.text(key if key in said else rule.message_key("fix"))


def examples_of(rule: Rule) -> dict[str, dict[str, Any]]:
    """The bad and the good example of a rule."""
    found: dict[str, dict[str, Any]] = orjson.loads((EXAMPLES / f"{rule.id}.json").read_bytes())
    return found


def _examples(rule: Rule) -> Iterator[str]:
    examples = examples_of(rule)
    for which, heading in (("bad", "Found here"), ("good", "Fine")):
        text = orjson.dumps(examples[which], option=orjson.OPT_INDENT_2).decode()
        yield from (f"## {heading}", "", "```json", text, "```", "")
