"""The templates that come with Waymark, read once from `catalogue/*.json`."""

from functools import cache
from importlib import resources

from waymark.kit.errors import NotFound
from waymark.templates.authoring import Template

#: The order of the chooser: from the emptiest to the most particular.
KEYS = (
    "blank",
    "current-state",
    "four-stage",
    "ecommerce",
    "end-to-end",
    "b2b-sales",
    "retail-shop",
    "music-streaming",
    "online-learning",
    "service-blueprint",
    "future-state",
)


class TemplateNotFound(NotFound):
    """No template has this key."""

    code = "template_not_found"


def templates() -> tuple[Template, ...]:
    """Every template, in the order of the chooser."""
    return tuple(template(key) for key in KEYS)


def template(key: str) -> Template:
    """The template called `key`. Raises `TemplateNotFound`."""
    if key not in KEYS:
        raise TemplateNotFound(f"There is no template “{key}”.")
    return _read(key)


@cache
def _read(key: str) -> Template:
    file = resources.files("waymark.templates") / "catalogue" / f"{key}.json"
    return Template.model_validate_json(file.read_bytes())
