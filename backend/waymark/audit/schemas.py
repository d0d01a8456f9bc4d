"""The audit log on the wire."""

from pydantic import Field

from waymark.http.schema import Id, Resource, Timestamp


class AuditEntry(Resource):
    """Something that was done, and by whom."""

    id: Id
    action: str = Field(examples=["customer_erased"])
    actor_id: Id
    """The person, or the API key."""
    actor_name: str = Field(examples=["Elena Kovač"])
    details: dict[str, str | int] = Field(examples=[{"reason": "request", "items": 12}])
    """How much of what; never whom it was about."""
    created_at: Timestamp
