"""One definition, three bodies: what is read, what is created, and what may be changed.

A part's fields are written down once (fields.py). What is read has all of them and no defaults,
so that clients know they are there; what is created may leave out those with a default; a patch may
leave out any.
"""

from copy import deepcopy
from typing import Annotated, Any, TypeVar

from pydantic import Field, create_model
from pydantic.fields import FieldInfo

from waymark.http.schema import Id, Patch, Wire
from waymark.kit.ids import new_id
from waymark.maps.fields import OrderKey
from waymark.maps.parts import PARTS, Kind

Model = TypeVar("Model", bound=Wire)
Definition = tuple[Any, Any]


def read_model(name: str, fields: type[Wire], **more: Definition) -> type[Wire]:
    """The body of an answer: every field is there."""
    own = {key: _without_default(info) for key, info in fields.model_fields.items()}
    return _model(name, Wire, fields.__doc__, {**more, **own})


def patch_model(name: str, fields: type[Wire], **more: Definition) -> type[Patch]:
    """The body of a PATCH: every field may be left out."""
    own = {key: _optional(info) for key, info in fields.model_fields.items()}
    return _model(name, Patch, "What to change; the rest stays as it is.", {**more, **own})


def part_models(kind: Kind, fields: type[Wire]) -> tuple[type[Wire], type[Wire], type[Patch]]:
    """The read, create and patch bodies of a part."""
    name = kind.capitalize()
    read: dict[str, Definition] = {
        "id": (Id, Field()),
        "revision": (int, Field(description=REVISION)),
    }
    new: dict[str, Definition] = {"id": (Id, Field(default_factory=new_id, description=NEW_ID))}
    patch: dict[str, Definition] = {}
    if PARTS[kind].list_of is not None:
        read["order"] = (OrderKey, Field(description=ORDER))
        new["order"] = (OrderKey, Field(default="", description=NEW_ORDER))
        patch["order"] = (OrderKey, Field(default="", description=ORDER))
    return (
        read_model(name, fields, **read),
        _model(f"New{name}", fields, fields.__doc__, new),
        patch_model(f"{name}Update", fields, **patch),
    )


def _model(
    name: str, base: type[Model], doc: str | None, definitions: dict[str, Any]
) -> type[Model]:
    return create_model(name, __base__=base, __doc__=doc, **definitions)


ORDER = "Its place among its siblings: an order key, compared byte by byte."
NEW_ORDER = "An order key; left out, the item goes to the end. A taken key is moved on a little."
NEW_ID = "A UUID of the client's making, or none to have one made."
REVISION = "The revision of the map that touched this item last; its version for If-Match."


def _without_default(info: FieldInfo) -> Definition:
    return _annotation(info), Field(description=info.description, examples=info.examples)


def _optional(info: FieldInfo) -> Definition:
    default = None if info.is_required() else info.get_default(call_default_factory=True)
    field = Field(default=deepcopy(default), description=info.description, examples=info.examples)
    return _annotation(info), field


def _annotation(info: FieldInfo) -> Any:
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
