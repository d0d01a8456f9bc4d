"""The demo map "Buying a sofa online", written like a template."""

from functools import cache
from importlib import resources

from waymark.templates.authoring import Template

WORKSPACE_NAME = "Fernwood Home"


@cache
def fernwood() -> Template:
    """The demo map with its personas and touchpoints. Its `name` is that of the workspace."""
    file = resources.files("waymark.demo") / "fernwood.json"
    return Template.model_validate_json(file.read_bytes())
