"""From validated bodies to the operations of the pure core."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, TypeAdapter

from waymark.maps.operation_schemas import AnyOperation
from waymark.maps.operations import Operation, from_wire

_operations: TypeAdapter[list[Any]] = TypeAdapter(list[AnyOperation])


def json_changes(body: BaseModel) -> dict[str, Any]:
    """The members of a patch that were present, as JSON values."""
    return body.model_dump(mode="json", exclude_unset=True)


def operations_from(bodies: Iterable[Any]) -> list[Operation]:
    """Validated operation bodies as operations: added items are complete, patches are sparse."""
    return [from_wire(_plain(body)) for body in bodies]


def parse_operations(plain: list[dict[str, Any]]) -> list[Operation]:
    """Operations as JSON values, validated and completed like those that come over the wire."""
    return operations_from(_operations.validate_python(plain))


def _plain(body: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {"op": body.op}
    if hasattr(body, "item"):
        plain["item"] = body.item.model_dump(mode="json")
    if hasattr(body, "id"):
        plain["id"] = body.id
    if hasattr(body, "set"):
        plain["set"] = json_changes(body.set)
    return plain
